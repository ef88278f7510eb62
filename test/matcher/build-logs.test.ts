import { describe, expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const verdict = (expected: string, actual: string) =>
  matchOutput({ command: 'docker build -t shop .', expected: expected.split('\n'), actual, bindings: {} }).verdict;

const screen = `[+] Building 0.1s (8/8) FINISHED
 => [internal] load build definition from Dockerfile  0.0s
 => [1/3] FROM docker.io/library/node:18    0.0s
 => [2/3] RUN npm install  0.0s
 => [3/3] COPY app.js .   0.0s
 => exporting to image    0.0s
 => => naming to docker.io/library/shop    0.0s`;

const plain = `#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s

#4 [1/3] FROM docker.io/library/node:18
#4 CACHED

#5 [2/3] RUN npm install
#5 0.123 added 1 package
#5 DONE 0.1s

#6 [3/3] COPY app.js .
#6 DONE 0.2s

#8 exporting to image
#8 naming to docker.io/library/shop done
#8 DONE 0.0s`;

const classic = `Sending build context to Docker daemon  2.048kB
Step 1/3 : FROM node:18
 ---> 5e4f3a2b1c0d
Step 2/3 : RUN npm install
 ---> Running in 92d79b6de29f
added 1 package
Removing intermediate container 92d79b6de29f
 ---> 5e4f3a2b1c0e
Step 3/3 : COPY app.js .
 ---> 5e4f3a2b1c0f
Successfully built 5e4f3a2b1c0f
Successfully tagged shop:latest`;

describe('a build log holds', () => {
  test.each([
    ['on another display', screen, plain],
    ['on another builder', classic, screen],
    [
      'where the terminal cut what it reads',
      screen.replace(' => [1/3]', ' => [internal] load metadata for docker.io/library/n...\n => [1/3]'),
      screen.replace(' => [1/3]', ' => [internal] load metadata for docker.io/library/node:18    0.0s\n => [1/3]'),
    ],
    ['with its beginning and end left out', '...\n#5 [2/3] RUN npm install\n#5 0.2 added 1 package\n...', plain],
    ['with its beginning left out', `...\n${plain.slice(plain.indexOf('#6'))}`, plain],
    ['with its end left out', `${screen.split('\n').slice(0, 3).join('\n')}\n...`, screen],
    ['where only the tag is shown', '...\nSuccessfully tagged shop:latest', screen],
    ['where the base image was there already', screen.replace('[1/3]', 'CACHED [1/3]'), screen],
  ])('%s', (_why, expected, actual) => {
    expect(verdict(expected, actual)).toBe('tolerated');
  });
});

describe('a build log does not hold', () => {
  test.each([
    ['where a command came from the cache', screen, screen.replace('[2/3]', 'CACHED [2/3]')],
    [
      'where a command ran again',
      classic.replace(/ ---> Running[\s\S]*?92d79b6de29f\n(?= --->)/, ' ---> Using cache\n'),
      classic,
    ],
    ['where a step of an excerpt is another one', '...\n#5 [2/3] RUN npm ci\n...', plain],
    [
      'where an excerpt would hide the failure',
      '...\n => [2/3] RUN npm install  0.0s\n...',
      `${screen}\n------\n > [3/3] COPY app.js .:\n------\nERROR: failed to solve: process "/bin/sh -c x" did not complete successfully: exit code: 1`,
    ],
    [
      'where a further step has a known number',
      screen,
      screen.replace(' => [3/3]', ' => [2/3] WORKDIR /srv 0.0s\n => [3/3]'),
    ],
    [
      'where the base image has another number',
      screen.replace('[1/3]', '[base 1/3]'),
      screen.replace('[1/3]', '[base 2/3]'),
    ],
    [
      'where it reads another image',
      screen.replace(' => [1/3]', ' => [internal] load metadata for docker.io/library/node:18    0.0s\n => [1/3]'),
      screen.replace(' => [1/3]', ' => [internal] load metadata for docker.io/library/node:20    0.0s\n => [1/3]'),
    ],
    ['where it reads another file', plain, plain.replace('from Dockerfile', 'from Dockerfile.dev')],
    [
      'where the builder says something unknown',
      classic,
      classic.replace(' ---> 5e4f3a2b1c0e', ' ---> Nothing happened'),
    ],
  ])('%s', (_why, expected, actual) => {
    expect(verdict(expected, actual)).toBe('mismatch');
  });
});
