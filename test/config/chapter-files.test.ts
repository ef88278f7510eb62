import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chapterId, findChapters } from '../../runner/config/chapter-files.ts';
import { readConfig } from '../../runner/config/config-file.ts';
import { UserError } from '../../runner/core/message.ts';
import { reportMark } from '../../runner/core/report-mark.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tutor-chapters-'));
  await mkdir(join(root, 'docs/deep'), { recursive: true });
  for (const name of ['docs/ch03-images.md', 'docs/ch04-이미지.md', 'docs/deep/intro.md', 'outside.md']) {
    await writeFile(join(root, name), '# title\n');
  }
  await writeFile(join(root, 'tutor.yml'), 'chapters: ["docs/*.md"]\n');
});
afterAll(() => rm(root, { recursive: true }));

const find = async (...names: string[]) => findChapters(names, await readConfig(join(root, 'docs')), root);

describe('a chapter is found by what a person types', () => {
  test.each(['ch03', 'CH03', 'ch3', '3', '03', 'docs/ch03-images.md'])('%s', async (name) => {
    expect(await find(name)).toEqual([{ id: 'ch03', path: join(root, 'docs/ch03-images.md'), section: null }]);
  });

  test('with a section', async () => {
    expect(await find('ch04#레이어-보기')).toEqual([
      { id: 'ch04', path: join(root, 'docs/ch04-이미지.md'), section: '레이어-보기' },
    ]);
  });

  test('a folder means the configured chapters in it, or every document where none is configured', async () => {
    expect((await find('docs')).map(({ id }) => id)).toEqual(['ch03', 'ch04']);
    expect((await find('docs/deep')).map(({ id }) => id)).toEqual(['intro']);
  });

  test('a report that tutor wrote among them is none of them; what only speaks of one is', async () => {
    const written = [join(root, 'docs/deep/report.md'), join(root, 'docs/deep/보고서.md')];
    for (const path of written) await writeFile(path, `${reportMark}\n\n## tutor\n`);
    await writeFile(join(root, 'docs/deep/reports.md'), `# Reports\n\n${reportMark}\n`);
    expect((await find('docs/deep')).map(({ id }) => id)).toEqual(['intro', 'reports']);
    for (const name of [...written, join(root, 'docs/deep/reports.md')]) await rm(name);
  });

  test('no name means those of the configuration', async () => {
    expect((await find()).map(({ id }) => id)).toEqual(['ch03', 'ch04']);
  });

  test('a file outside the configuration, by its path', async () => {
    expect((await find('outside.md')).map(({ id }) => id)).toEqual(['outside']);
  });

  test('an unknown name says which there are', async () => {
    await expect(find('part9')).rejects.toThrow(/ch03, ch04/);
  });

  test.each([
    ['cho3', 'ch03'],
    ['ch43', 'ch03'],
  ])('a slip opens nothing, and is told what may have been meant: %s', async (name, near) => {
    await expect(find(name)).rejects.toThrow(`Did you mean "${near}"?`);
  });

  test.each(['foo3', 'lab-4', 'part3'])('the number of something else opens nothing: %s', async (name) => {
    await expect(find(name)).rejects.toThrow(UserError);
  });
});

test('an unknown key in the configuration is refused with its name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tutor-config-'));
  await writeFile(join(folder, 'tutor.yml'), 'chapter: ["x.md"]\n');
  await expect(readConfig(folder)).rejects.toThrow(UserError);
  await expect(readConfig(folder)).rejects.toThrow(/chapter/);
  await rm(folder, { recursive: true });
});

test.each([
  ['docs/ch03-images.md', 'ch03'],
  ['ch4.md', 'ch4'],
  ['lab2_network.md', 'lab2'],
  ['README.md', 'README'],
  ['chapter.md', 'chapter'],
])('the id of %s is %s', (path, id) => {
  expect(chapterId(path)).toBe(id);
});
