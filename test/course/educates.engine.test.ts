import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCourse } from './on-sandbox.ts';

const bakery = join(import.meta.dirname, '../courses/educates/bakery');

test('a workshop of Educates with everything that its format has, as it should be', async () => {
  expect((await runCourse(bakery)).map(({ step }) => step)).toEqual([
    'welcome passed: ⚙ workshop/setup.d/01-heat.sh',
    'welcome passed: ⚙ workshop/profile',
    'welcome passed: echo "$BAKER bakes at $(cat /tmp/heat)"',
    'welcome passed: ⚙ is-hot',
    'baking-01-dough passed: ✎ ~/exercises/oven/Dockerfile',
    'baking-01-dough passed: echo rye > oven/flour.txt',
    'baking-01-dough passed: docker build -q -t bread oven',
    'baking-01-dough passed: test "$BAKER ${PWD##*/}" = "ada exercises"',
    'baking-01-dough passed: docker run --name loaf bread',
    'baking-01-dough passed: ⚙ has-loaf',
    // Each of the editor's buttons changes what the one before has left; `paste` shows what has come of it.
    ...Array.from({ length: 13 }, () => 'baking-03-recipe passed: ✎ ~/exercises/recipe.txt'),
    'baking-03-recipe passed: cd ~/exercises',
    "baking-03-recipe passed: paste -sd ' ' recipe.txt",
    'baking-03-recipe passed: ls recipe.txt',
  ]);
});

test('the same with mistakes: who is to blame for each', async () => {
  const came = await runCourse(bakery, [
    // Nothing on the page has to do with it: it is the reader's.
    ['workshop/content/welcome.md', '"220"', '"200"'],
    // All is done as the page says, and the test asks for something else.
    ['workshop/examiner/tests/has-loaf', 'rye', 'wheat'],
  ]);
  expect(came.filter(({ step }) => !step.includes(' passed: ')).map(({ step }) => step)).toEqual([
    'welcome skipped: ⚙ is-hot',
    'baking-01-dough failed: ⚙ has-loaf',
  ]);
});
