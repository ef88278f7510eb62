import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChapters } from '../../runner/config/chapter-files.ts';
import { readConfig } from '../../runner/config/config-file.ts';
import { UserError } from '../../runner/core/message.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-patterns-'));
  for (const name of ['book', 'book/one', 'pictures']) mkdirSync(join(folder, name));
  for (const name of [
    'book/ch01-a.md',
    'book/ch02-b.md',
    'book/one/ch03-c.markdown',
    'book/notes.txt',
    'pictures/a.txt',
  ])
    writeFileSync(join(folder, name), '# A\n');
  writeFileSync(join(folder, 'tutor.yaml'), 'chapters: ["book/ch0[12]*.md"]\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const found = async (...names: readonly string[]) =>
  (await findChapters(names, await readConfig(folder), folder)).map(({ path }) => basename(path));

test.each<[string, string[]]>([
  ['book/ch0[12]-*.md', ['ch01-a.md', 'ch02-b.md']],
  ['**/ch0{2,3}*', ['ch02-b.md', 'ch03-c.markdown']],
  ['book/**', ['ch01-a.md', 'ch02-b.md', 'ch03-c.markdown']],
  ['book/one', ['ch03-c.markdown']],
])('%s', async (pattern, names) => {
  expect(await found(pattern)).toEqual(names);
});

test('a chapter that is named twice is one chapter, and tutor.yaml says which there are', async () => {
  expect(await found('ch01', 'book/ch0*.md', 'book/ch01-a.md')).toEqual(['ch01-a.md', 'ch02-b.md']);
  expect(await found()).toEqual(['ch01-a.md', 'ch02-b.md']);
});

test.each([
  ['pictures', 'folder-without-chapters'],
  ['pictures/*.txt', 'no-chapters'],
  ['book/ch9*.md', 'no-chapters'],
])('%s is told in a sentence', async (name, code) => {
  const error = await found(name).catch((thrown: unknown) => thrown);
  expect(error instanceof UserError && error.details.code).toBe(code);
});
