import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { standInFault } from '../../runner/engine/shelf/index.ts';
import { scratchCache, shelve } from './scratch-cache.ts';

describe('what a stand-in is to blame for', () => {
  let cache: ReturnType<typeof scratchCache>;
  beforeEach(() => {
    cache = scratchCache();
    const of = { hash: 'x', bytes: 1 };
    shelve({ ...of, reference: 'alpine:3.20', builtFrom: 'busybox of Debian 12', lacks: ['apk', 'distribution'] });
    shelve({ ...of, reference: 'ubuntu:20.04', builtFrom: 'Debian 12', lacks: ['distribution', 'packages'] });
    shelve({ ...of, reference: 'golang:1.22', builtFrom: 'Go 1.19 of Debian 12', lacks: ['version'] });
    shelve({
      ...of,
      reference: 'python:3.9-slim',
      builtFrom: 'Python 3.11 of Debian 12',
      lacks: ['version'],
    });
    shelve({ ...of, reference: 'mysql:8', builtFrom: 'MariaDB 10.11 of Debian 12', lacks: ['packages'] });
    shelve({ ...of, reference: 'busybox:latest', builtFrom: 'busybox of Debian 12', lacks: [] });
  });
  afterEach(() => cache.remove());
  const images = ['alpine:3.20', 'ubuntu:20.04', 'golang:1.22', 'python:3.9-slim', 'mysql:8', 'busybox:latest'];

  test.each([
    ['docker run alpine:3.20 apk add curl', 'exec: "apk": executable file not found in $PATH', 'alpine:3.20 .* apk'],
    ['docker build .', '#5 0.213 /bin/sh: apk: not found', 'alpine:3.20 .* apk'],
    ['docker run alpine:3.20 sh -c "apk info"', 'sh: apk: not found', 'alpine:3.20 .* apk'],
    [
      'docker run ubuntu:20.04 cat /etc/os-release',
      'PRETTY_NAME="tutor stand-in for …"',
      'ubuntu:20.04 .* distribution',
    ],
    ['cat /etc/alpine-release', 'cat: /etc/alpine-release: No such file', 'distribution'],
    ['apt-get install -y python3.8', 'E: Unable to locate package python3.8', 'is a stand-in .* packages'],
    ['docker build .', '#7 1.2 E: Unable to locate package php7.4', 'is a stand-in .* packages'],
    ['docker run alpine:3.20 which apk', '', 'alpine:3.20 .* apk'],
    ['docker run alpine:3.20 cat /etc/apk/repositories', "cat: can't open", 'alpine:3.20 .* apk'],
    ['docker run ubuntu:20.04 apt-cache policy nginx', '', 'ubuntu:20.04 .* packages'],
    ['docker run ubuntu:20.04 grep focal /etc/apt/sources.list', '', 'ubuntu:20.04 .* packages'],
    ['docker run ubuntu:20.04 bash --version', 'GNU bash, version 5.2.15', 'ubuntu:20.04 .* packages'],
    ['docker run mysql:8 microdnf install vim', 'sh: microdnf: not found', 'mysql:8 .* packages'],
    ['docker build .', '#9 0.3 go: errors parsing go.mod: go.mod requires go >= 1.22', 'golang:1.22 .* version'],
  ])('%s: %s', (command, output, reason) => {
    expect(standInFault({ images, command, output })?.why).toMatch(new RegExp(reason));
  });

  test.each([
    ['docker run alpine:3.20 ls /nowhere', 'ls: /nowhere: No such file or directory'],
    ['docker build .', 'curl: (6) Could not resolve host: example.com'],
    ['apt-get install -y apache2', 'Setting up apache2 (2.4.68-1~deb12u1) ...'],
    ['docker run ubuntu:20.04 nosuch', 'exec: "nosuch": executable file not found in $PATH'],
    ['echo apk', 'apk'],
    ['docker run app flask --version', 'Flask 3.0'],
    ['docker run ubuntu:20.04 yum install x', 'bash: yum: command not found'],
    ['docker run ubuntu:20.04 apk add curl', 'exec: "apk": executable file not found in $PATH'],
  ])('nothing: %s', (command, output) => {
    expect(standInFault({ images, command, output })).toBeNull();
  });

  test('nothing that an image without that lack says', () => {
    expect(standInFault({ images: ['busybox:latest'], command: 'apk add', output: 'sh: apk: not found' })).toBeNull();
  });

  test.each([
    ['python --version', 'Python 3.11.2', true],
    ['python -c "print(version_info[:2])"', '(3, 11)', true],
    ['go version', 'go version go1.19.8 linux/amd64', true],
    ['python app.py', 'error 311', false],
    ['go run .', 'took 21.19 s', false],
  ])('%s differs in the version of a stand-in: %s %s', (command, line, blamed) => {
    expect(standInFault({ images, command, output: line, differing: [line] }) !== null).toBe(blamed);
    expect(standInFault({ images, command, output: line })).toBeNull();
  });

  test.each([
    ['docker run ubuntu:20.04 cat /etc/os-release', 'NAME="tutor stand-in"', true],
    ['docker run ubuntu:20.04 sh -c "lsb_release -cs || true"', 'lsb_release: not found', true],
    ['docker run alpine:3.20 sh -c "apk add curl || true"', 'sh: apk: not found', true],
    ['docker run ubuntu:20.04 dpkg -l', 'ii  bash', false],
  ])('%s, which goes well, is told nothing by the chapter: %s %s', (command, output, always) => {
    expect(standInFault({ images, command, output })?.always).toBe(always);
  });

  test('the image that the command names is the one that is told', () => {
    const command = 'docker run --rm ubuntu:20.04 cat /etc/os-release';
    expect(standInFault({ images, command, output: 'ID=debian, not alpine:3.20' })?.why).toContain('ubuntu:20.04');
  });

  test('told in Korean too', () => {
    expect(standInFault({ images, command: 'x', output: 'sh: apk: not found', locale: 'ko' })?.why).toMatch(
      /apk가 없는/,
    );
  });
});
