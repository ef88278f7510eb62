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
    shelve({ ...of, reference: 'busybox:latest', builtFrom: 'busybox of Debian 12', lacks: [] });
  });
  afterEach(() => cache.remove());
  const images = ['alpine:3.20', 'ubuntu:20.04', 'golang:1.22', 'busybox:latest'];

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
    ['apt-get install -y python3.8', 'E: Unable to locate package python3.8', 'ubuntu:20.04 .* packages'],
    ['docker build .', '#7 1.2 E: Unable to locate package php7.4', 'ubuntu:20.04 .* packages'],
    ['docker build .', '#9 0.3 go: errors parsing go.mod: go.mod requires go >= 1.22', 'golang:1.22 .* version'],
  ])('%s: %s', (command, output, reason) => {
    expect(standInFault({ images, command, output })).toMatch(new RegExp(reason));
  });

  test.each([
    ['docker run alpine:3.20 ls /nowhere', 'ls: /nowhere: No such file or directory'],
    ['docker build .', 'curl: (6) Could not resolve host: example.com'],
    ['apt-get install -y apache2', 'Setting up apache2 (2.4.68-1~deb12u1) ...'],
    ['docker run ubuntu:20.04 nosuch', 'exec: "nosuch": executable file not found in $PATH'],
    ['echo apk', 'apk'],
  ])('nothing: %s', (command, output) => {
    expect(standInFault({ images, command, output })).toBeNull();
  });

  test('nothing that an image without that lack says', () => {
    expect(standInFault({ images: ['busybox:latest'], command: 'apk add', output: 'sh: apk: not found' })).toBeNull();
  });

  test('told in Korean too', () => {
    expect(standInFault({ images, command: 'x', output: 'sh: apk: not found', locale: 'ko' })).toMatch(/apk가 없는/);
  });
});
