import { describe, expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const verdict = (expected: string, actual: string) =>
  matchOutput({ command: 'docker build -t shop .', expected: expected.split('\n'), actual, bindings: {} }).verdict;

const classic = `Sending build context to Docker daemon  2.048kB
Step 1/3 : FROM alpine:3.20
 ---> 5e4f3a2b1c0d
Step 2/3 : COPY app.js .
 ---> 5e4f3a2b1c0e
Step 3/3 : RUN node app.js
 ---> Running in 92d79b6de29f
app.js: no such module
The command '/bin/sh -c node app.js' returned a non-zero code: 3`;

const screen = `[+] Building 0.2s (7/7) FINISHED                                 docker:default
 => [internal] load build definition from Dockerfile                       0.0s
 => [1/3] FROM docker.io/library/alpine:3.20                               0.0s
 => [2/3] COPY app.js .                                                    0.0s
 => ERROR [3/3] RUN node app.js                                            0.2s
------
 > [3/3] RUN node app.js:
0.195 app.js: no such module
------
Dockerfile:3
--------------------
   1 |     FROM alpine:3.20
   2 |     COPY app.js .
   3 | >>> RUN node app.js
   4 |
--------------------
ERROR: failed to build: failed to solve: process "/bin/sh -c node app.js" did not complete successfully: exit code: 3`;

const older = `${screen.slice(0, screen.indexOf('Dockerfile:3'))}executor failed running [/bin/sh -c node app.js]: exit code: 3`;

describe('a failed build holds', () => {
  test.each([
    ['on the other builder', classic, screen],
    ['the other way round', screen, classic],
    ['in the words of another generation', older, screen],
    ['in an excerpt', `...\n${screen.slice(screen.indexOf(' => ERROR'))}`, screen],
    ['without the last line of what is quoted of the Dockerfile', screen.replace('   4 |\n', ''), screen],
  ])('%s', (_why, expected, actual) => {
    expect(verdict(expected, actual)).toBe('tolerated');
  });
});

describe('a failed build does not hold', () => {
  test.each([
    ['where another step failed', screen, screen.replace('> [3/3] RUN node app.js:', '> [3/3] RUN node lib.js:')],
    ['where no step is named', screen, screen.replace(' > [3/3] RUN node app.js:\n', '')],
    ['where the command said something else', screen, screen.replace('0.195 app.js: no such', '0.195 app.js: old')],
    ['where the command said nothing', screen, screen.replace('0.195 app.js: no such module\n', '')],
    ['where it said more', screen, screen.replace('------\nDockerfile', 'and more\n------\nDockerfile')],
    ['where it ended otherwise', screen, screen.replace('exit code: 3', 'exit code: 4')],
    ['where the reason stands in words of no builder', screen, screen.replace('failed to solve', 'unable to think')],
    ['on the other builder, after another output', classic, screen.replace('no such module', 'old module')],
    ['where a step ended in an error, whatever follows', classic.replace(/app.js: no[\s\S]*$/, 'ok'), screen],
  ])('%s', (_why, expected, actual) => {
    expect(verdict(expected, actual)).toBe('mismatch');
  });
});

describe('stages', () => {
  const inTurn = `Sending build context to Docker daemon  2.048kB
Step 1/6 : FROM golang:1.22 AS tools
 ---> 5e4f3a2b1c0d
Step 2/6 : WORKDIR /src
 ---> 5e4f3a2b1c0e
Step 3/6 : RUN make
 ---> Running in 92d79b6de29f
 ---> 5e4f3a2b1c0f
Step 4/6 : FROM golang:1.22
 ---> 5e4f3a2b1c0d
Step 5/6 : ENV MODE $MODE
 ---> 6e4f3a2b1c0f
Step 6/6 : COPY --from=tools /src/shop /
 ---> 7e4f3a2b1c0f
Successfully built 7e4f3a2b1c0f
Successfully tagged shop:latest`;
  const sideBySide = `#0 building with "default" instance using docker driver

#4 [tools 2/3] WORKDIR /src
#4 DONE 0.0s

#5 [tools 1/3] FROM docker.io/library/golang:1.22
#5 CACHED

#6 [tools 3/3] RUN make
#6 DONE 0.3s

#7 [stage-1 2/2] COPY --from=tools /src/shop /
#7 DONE 0.0s

#8 exporting to image
#8 writing image sha256:e086392f682019e2ca7e026c26a64d24d46088c4d3b5a02bd57dca60a86af466 done
#8 naming to docker.io/library/shop done`;

  test('of both builders hold, one base for two of them', () => {
    expect(verdict(inTurn, sideBySide)).toBe('tolerated');
    expect(verdict(sideBySide, inTurn)).toBe('tolerated');
  });

  test('one of which lacks a step do not', () => {
    expect(verdict(inTurn, sideBySide.replace(/#6 [\s\S]*?\n\n/, ''))).toBe('mismatch');
    expect(verdict(inTurn, sideBySide.replace('#6 DONE', '#6 ERROR: process "make" failed'))).toBe('mismatch');
  });
});

test('lines of a display are never one long line', () => {
  const cut = screen.split('\n').slice(0, 3).join('\n');
  expect(verdict(screen, cut)).toBe('mismatch');
  expect(verdict(screen, screen.replace(' => [2/3]', 'Error response from daemon: no\n => [2/3]'))).toBe('mismatch');
});
