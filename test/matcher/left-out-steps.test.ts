import { describe, expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const verdict = (expected: string, actual: string) =>
  matchOutput({ command: 'docker build -t shop .', expected: expected.split('\n'), actual, bindings: {} }).verdict;

const classic = (output: string, more = '') => `Sending build context to Docker daemon  2.048kB
Step 1/3 : FROM alpine
 ---> 5e4f3a2b1c0d
Step 2/3 : RUN make
 ---> Running in 92d79b6de29f
${output}
Removing intermediate container 92d79b6de29f
 ---> 5e4f3a2b1c0e
${more}Step 3/3 : COPY app.js .
 ---> 5e4f3a2b1c0f
Successfully built 5e4f3a2b1c0f
Successfully tagged shop:latest`;
const made = classic('cc one.c\ncc two.c\ncc three.c\n3 files, 0 warnings');

const screen = (...steps: string[]) => `[+] Building 0.1s (8/8) FINISHED
${steps.map((step) => (step === '...' ? ' => ...' : ` => ${step}  0.0s`)).join('\n')}
 => exporting to image    0.0s
 => => naming to docker.io/library/shop    0.0s`;
const [base, final, test2, test3, build, last] = [
  '[test 1/3] FROM docker.io/library/golang',
  '[final 1/2] FROM docker.io/library/alpine',
  '[test 2/3] COPY . .',
  '[test 3/3] RUN go test ./...',
  '[build 1/1] RUN go build -o /calc',
  '[final 2/2] COPY --from=build /calc /bin/calc',
];
const stages = screen(final, base, test2, test3, build, last);

const shared = (between: string) => `Sending build context to Docker daemon  2.048kB
Step 1/7 : FROM node AS build
 ---> 5e4f3a2b1c01
Step 2/7 : WORKDIR /app
 ---> Running in 92d79b6de291
 ---> 5e4f3a2b1c02
Step 3/7 : RUN npm ci
 ---> Running in 92d79b6de292
 ---> 5e4f3a2b1c03
Step 4/7 : FROM node
 ---> 5e4f3a2b1c01
${between} ---> Running in 92d79b6de293
 ---> 5e4f3a2b1c04
Step 6/7 : COPY --from=build /app/lib lib
 ---> 5e4f3a2b1c05
Step 7/7 : CMD ["node"]
 ---> Running in 92d79b6de294
 ---> 5e4f3a2b1c06
Successfully built 5e4f3a2b1c06
Successfully tagged shop:latest`;
const twice = shared('Step 5/7 : WORKDIR /app\n');
const once = screen(
  '[build 1/3] FROM docker.io/library/node',
  '[build 2/3] WORKDIR /app',
  '[build 3/3] RUN npm ci',
  '[stage-1 3/3] COPY --from=build /app/lib lib',
);

describe('steps and lines that an author leaves out of a build', () => {
  test.each([
    ['among what a step prints', classic('cc one.c\n...\n3 files, 0 warnings'), made],
    [
      'among what it prints, on another builder',
      classic('...\n3 files, 0 warnings'),
      `${screen('[1/3] FROM docker.io/library/alpine', '[2/3] RUN make', '[3/3] COPY app.js .')}`,
    ],
    [
      'from one step into another',
      `${made.slice(0, made.indexOf('cc two'))}...\n ---> 5e4f3a2b1c0f\nSuccessfully built 5e4f3a2b1c0f\nSuccessfully tagged shop:latest`,
      made,
    ],
    ['where stages take turns', screen(base, final, test2, '...', build, last), stages],
    ['at the end of the last stage', screen(base, final, test2, test3, build, '...'), stages],
    ['of two stages', screen(base, '...', test3, '...'), stages],
    ['that two stages share', twice, once],
    ['that two stages share, in the chapter', once, twice],
  ])('need not be there: %s', (_why, expected, actual) => {
    expect(verdict(expected, actual)).not.toBe('mismatch');
  });

  test.each([
    ['the line before the mark is another', classic('cc none.c\n...\n3 files, 0 warnings'), made],
    ['the line after the mark is another', classic('cc one.c\n...\n4 files, 0 warnings'), made],
    [
      'the line after the mark is missing',
      classic('cc one.c\n...\n3 files, 0 warnings'),
      classic('cc one.c\ncc two.c'),
    ],
    ['the mark is before the step that misses', screen(base, '...', final, test2, build, last), stages],
    [
      'the mark is of another place in its stage',
      screen(base, final, test2, test3, '...', last),
      screen(final, base, test3, build, last),
    ],
    ['a step before the mark is another', screen(base, final, '[test 2/3] COPY src .', '...', build, last), stages],
    ['the shared step is another one', shared('Step 5/7 : WORKDIR /srv\n'), once],
    ['the step is missing in both stages', twice, once.replace(' => [build 2/3] WORKDIR /app  0.0s\n', '')],
    ['no number is missing', twice, once.replace('[stage-1 3/3]', '[stage-1 2/2]')],
  ])('are missed where %s', (_why, expected, actual) => {
    expect(verdict(expected, actual)).toBe('mismatch');
  });
});
