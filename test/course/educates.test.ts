import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wording } from '../../runner/core/message.ts';
import { courseAt } from '../../runner/course/index.ts';
import { layOut } from './lay-out.ts';

const workshop = 'kind: Workshop\nspec:\n  title: Bread\n';
const ids = async (files: Readonly<Record<string, string>>) =>
  (await courseAt(layOut(files)))?.sections.map(({ id }) => id) ?? null;

test.each([
  ['its pathway', { 'workshop/config.yaml': 'pathways:\n  paths:\n    one:\n      steps: [b, in/a]\n' }, ['b', 'in-a']],
  ['its modules', { 'workshop/workshop.yaml': 'modules:\n  activate:\n  - in/a\n  - b\n' }, ['in-a', 'b']],
  ['their names', {}, ['b', 'in-a']],
])('the pages of a workshop follow %s', async (_what, files, expected) => {
  const pages = { 'workshop/content/b.md': '# B', 'workshop/content/in/a.md': '# A' };
  expect(await ids({ 'resources/workshop.yaml': workshop, ...pages, ...files })).toEqual(expected);
});

test('a page that is not there is told, and another resource is no workshop', async () => {
  const bakery = await courseAt(join(import.meta.dirname, '../courses/educates/bakery'));
  expect(bakery?.problems.map((told) => wording(told, 'en'))).toEqual([
    'The course names workshop/content/baking/02-crumbs.md, and there is no such file.',
  ]);
  expect(await ids({ 'resources/workshop.yaml': 'kind: Service\n', 'workshop/content/a.md': 'A' })).toBeNull();
});
