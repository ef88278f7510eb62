import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCourse } from './on-sandbox.ts';

const tea = join(import.meta.dirname, '../courses/labspace/tea');

test('a Labspace with everything that its format has, as it should be', async () => {
  expect((await runCourse(tea)).map(({ step }) => step)).toEqual([
    '01-open passed: ⚙ kettle.sh',
    '01-open passed: ⚙ compose.override.yaml',
    '01-open passed: echo "$OWNER"',
    '01-open passed: cat kettle.txt',
    '01-open passed: ⚙ shelf/list.txt',
    '02-brew passed: ✎ cups/first/Dockerfile',
    '02-brew passed: ⚙ cups/first/Dockerfile',
    '02-brew passed: docker build -q -t cup cups/first && docker run --rm cup',
    '02-brew passed: ls milk.txt || echo "no milk"',
    '02-brew passed: ✎ ~/.tea',
    expect.stringMatching(/^03-close passed: docker run -d --name window/),
    '03-close passed: ⚙ http://localhost:8080',
    '03-close passed: cd shelf',
    '03-close passed: wc -l < list.txt',
    '03-close passed: echo "$OWNER is in ${PWD##*/}"',
    '03-close passed: cd ..',
    '03-close passed: cat ~/.tea && docker rm -f window',
  ]);
});

test('the same with mistakes: who is to blame for each', async () => {
  const came = await runCourse(tea, [
    ['labspace/01-open.md', 'path="shelf/list.txt"', 'path="shelf/prices.txt"'],
    ['labspace/03-close.md', '-p 8080:80 ', '-p 8081:80 '],
    ['labspace/02-brew.md', 'save-as=cups/first/Dockerfile', 'save-as=cups/second/Dockerfile'],
    ['labspace/03-close.md', 'cd ..', 'cd shelf'],
  ]);
  const wrong = came.filter(({ step }) => !step.includes(' passed: '));
  expect(wrong.map(({ step }) => step)).toEqual([
    '01-open failed: ⚙ shelf/prices.txt',
    '02-brew failed: ⚙ cups/first/Dockerfile',
    expect.stringMatching(/^02-brew \w+: docker build/),
    '03-close skipped: ⚙ http://localhost:8080',
    '03-close failed: cd shelf',
  ]);
});
