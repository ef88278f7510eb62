import { expect, test } from 'vitest';
import { tellingLine } from '../../runner/printed/index.ts';

const cases: readonly (readonly [why: string, output: string, line: string])[] = [
  [
    'an image that is fetched first is no reason',
    "Unable to find image 'alpine:latest' locally\nlatest: Pulling from library/alpine\n0c2ab5a1b2c3: Pull complete\nStatus: Downloaded newer image for alpine:latest",
    '',
  ],
  [
    'where to look is no reason',
    "mount: /mnt: unknown filesystem type 'nofs'.\n       dmesg(1) may have more information after failed mount system call.",
    "mount: /mnt: unknown filesystem type 'nofs'.",
  ],
  [
    'a usage text is no reason',
    "unknown flag: --nmae\n\nUsage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]\n\nRun 'docker run --help' for more information",
    'unknown flag: --nmae',
  ],
  [
    'a build step says why, its builder that it failed',
    '#5 0.31 /bin/sh: foo: not found\n------\nERROR: failed to solve: process "/bin/sh -c foo" did not complete successfully: exit code: 127',
    '#5 0.31 /bin/sh: foo: not found',
  ],
  [
    'a package that is not found where no list could be had',
    "Err:1 http://deb.debian.org/debian bookworm InRelease\n  Temporary failure resolving 'deb.debian.org'\nW: Some index files failed to download. They have been ignored, or old ones used instead.\nE: Unable to locate package curl",
    "Temporary failure resolving 'deb.debian.org'",
  ],
  [
    'a list that is too old',
    'E: Release file for http://deb.debian.org/debian/dists/bookworm-updates/InRelease is expired (invalid since 3d).\nE: Unable to locate package curl',
    'E: Release file for http://deb.debian.org/debian/dists/bookworm-updates/InRelease is expired (invalid since 3d).',
  ],
  [
    'a server that cannot be reached, in the many lines of npm',
    'npm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error network request to https://registry.npmjs.org/express failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org\nnpm error A complete log of this run can be found in: /root/.npm/_logs/0-debug.log',
    'npm error network request to https://registry.npmjs.org/express failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org',
  ],
  [
    'the last of several',
    'cat: a: No such file or directory\ncat: b: No such file or directory',
    'cat: b: No such file or directory',
  ],
  [
    'a message in words that nobody knows',
    'loading\nERROR: the flux is out of phase\nbye',
    'ERROR: the flux is out of phase',
  ],
  ['no message at all: the last line', 'one\ntwo', 'two'],
];

test.each(cases)('%s', (_, output, line) => {
  expect(tellingLine(output)).toBe(line);
});
