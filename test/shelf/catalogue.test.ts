import { describe, expect, test } from 'vitest';
import { standInOf } from '../../runner/engine/shelf/catalogue.ts';
import type { HostSettings } from '../../runner/engine/shelf/host-settings.ts';
import { inBuildOrder } from '../../runner/engine/shelf/recipe.ts';

const plainHost: HostSettings = { certificates: {}, pip: [], npm: [], go: {}, mavenMirrors: [] };

/** Every name that the chapters use, and some that others do. */
const names = [
  ...['diamol/ch03-web-ping', 'diamol/node', 'diamol/ch03-lab', 'diamol/base', 'diamol/ch02-hello-diamol-web'],
  ...['busybox', 'ubuntu:20.04', 'ubuntu:22.04', 'ubuntu:24.04', 'ubuntu', 'ubuntu:focal', 'debian', 'debian:12-slim'],
  ...['alpine:3.14', 'alpine', 'hello-world', 'nginx', 'nginx:alpine', 'nginx:1.25-alpine', 'httpd:2.4', 'registry:2'],
  ...[
    'redis:alpine',
    'redis:7',
    'mysql:8.0',
    'mariadb:10.11',
    'postgres:16-alpine',
    'golang:1.17',
    'golang:1.22-alpine',
  ],
  ...['node:16-alpine', 'node:22-slim', 'node:lts', 'node', 'python:3.9-slim', 'python:3.12', 'python:3-alpine'],
  ...['maven:3.8-openjdk-17', 'maven:3.9-eclipse-temurin-21', 'openjdk:17-jdk-slim', 'eclipse-temurin:17-jre'],
];

describe('a stand-in', () => {
  test.each(names)('for %s says what it is, in a label and in the system itself', (name) => {
    const standIn = standInOf(name, plainHost);
    expect(standIn?.build.kind).toBe('dockerfile');
    const text = standIn?.build.kind === 'dockerfile' ? standIn.build.text : '';
    expect(text).toContain(`LABEL md.tutor.stand-in="${standIn?.reference}"`);
    const files = inBuildOrder(standIn ? [standIn] : []).map((recipe) => String(recipe.files['os-release'] ?? ''));
    expect(files.join('\n')).toMatch(/^PRETTY_NAME="tutor stand-in for /m);
  });

  test.each(names)('for %s is built on nothing but the shelf', (name) => {
    const standIn = standInOf(name, plainHost);
    const all = inBuildOrder(standIn ? [standIn] : []);
    for (const { build, bases } of all) {
      const own = new Set(['scratch', ...bases.map(({ reference }) => reference)]);
      const froms =
        build.kind === 'dockerfile' ? [...build.text.matchAll(/^FROM (\S+)/gm)].map(([, from]) => from ?? '') : [];
      expect(froms.filter((from) => !own.has(from))).toEqual([]);
    }
  });

  test('is the same for every way to write its name', () => {
    const wanted = standInOf('ubuntu', plainHost);
    for (const name of ['ubuntu:latest', 'library/ubuntu', 'docker.io/library/ubuntu:latest']) {
      expect(standInOf(name, plainHost)).toEqual(wanted);
    }
  });

  test.each([
    'ghcr.io/owner/ubuntu',
    'quay.io/nginx',
    'nobody/knows',
    'ubuntu@sha256:'.padEnd(78, '0'),
    'node:4',
    'Not An Image',
  ])('there is none for %s', (name) => expect(standInOf(name, plainHost)).toBeNull());

  test('says where its version is not the one that the tag names', () => {
    expect(standInOf('python:3.9-slim', plainHost)).toMatchObject({
      builtFrom: 'Python 3.11 of Debian 12',
      lacks: expect.arrayContaining(['version']),
    });
    expect(standInOf('python:3.11-slim', plainHost)?.lacks).not.toContain('version');
    expect(standInOf('openjdk:17', plainHost)?.lacks).not.toContain('version');
    expect(standInOf('mysql:8', plainHost)?.lacks).toContain('version');
  });

  test('tags of a family share all but a thin layer', () => {
    expect(standInOf('ubuntu:20.04', plainHost)?.bases).toEqual(standInOf('ubuntu:22.04', plainHost)?.bases);
    expect(standInOf('node:20-alpine', plainHost)?.bases).toEqual(standInOf('node:20.11-alpine3.19', plainHost)?.bases);
  });
});

describe('the settings of the machine', () => {
  const recipesOf = (name: string, host: HostSettings) => {
    const standIn = standInOf(name, host);
    return inBuildOrder(standIn ? [standIn] : []);
  };

  test('are in the images that need them', () => {
    const host: HostSettings = {
      certificates: { 'own.crt': 'PEM' },
      pip: ['index-url = https://packages.example/simple'],
      npm: ['registry=https://packages.example/npm/'],
      go: { GOPROXY: 'https://packages.example/go' },
      mavenMirrors: ['<mirror><url>https://packages.example/maven</url></mirror>'],
    };
    const written = (name: string) => JSON.stringify(recipesOf(name, host).map(({ files, build }) => [files, build]));
    expect(written('python:3.11-slim')).toContain('index-url = https://packages.example/simple');
    expect(written('python:3.11-slim')).toContain('cert = /etc/ssl/certs/ca-certificates.crt');
    expect(written('node:20-alpine')).toContain('registry=https://packages.example/npm/');
    expect(written('node:20-alpine')).toContain('ENV NODE_EXTRA_CA_CERTS=');
    expect(written('golang:1.24')).toContain('https://packages.example/go');
    expect(written('maven:3.9-eclipse-temurin-17')).toContain('https://packages.example/maven');
    expect(written('ubuntu:22.04')).toContain('overlay/usr/local/share/ca-certificates/own.crt');
  });

  test('leave nothing behind where the machine has none', () => {
    const written = JSON.stringify(recipesOf('node:20-alpine', plainHost).map(({ files, build }) => [files, build]));
    expect(written).not.toContain('NODE_EXTRA_CA_CERTS');
    expect(written).not.toContain('pip.conf');
  });
});
