import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { openingText } from '../../runner/terminal/opening-text.ts';
import { ChapterPage, openingPage } from '../../runner/terminal/prose.ts';

const opening = (source: string) => source.slice(0, openingText(source));

test.each([
  ['# Tea\n\nBoil water.\n\n```sh\n$ kettle\n```\n', '# Tea\n\nBoil water.\n\n'],
  ['# 차\n\n물을 끓입니다.\n\n~~~console\n$ kettle\n~~~\n', '# 차\n\n물을 끓입니다.\n\n'],
  ['# Tea\n\nBoil water:\n\n    kettle\n', '# Tea\n\nBoil water:\n\n'],
  ['# Tea\n\nSee [the shop][1].\n\n[1]: https://example.com\n', '# Tea\n\n'],
  [
    '---\ntutor:\n  after: [ch01]\n---\n# Tea\n\nBoil.\n\n<details>\n',
    '---\ntutor:\n  after: [ch01]\n---\n# Tea\n\nBoil.\n\n',
  ],
])('of %j only what is prose for certain', (source, wanted) => {
  expect(opening(source)).toBe(wanted);
});

test.each([
  '# Tea\n```sh\n$ kettle\n```\n',
  '# Tea for $$team$$\n\nBoil.\n',
  '---\ntutor: {}\n',
  '1. Boil:\n   ```sh\n   $ kettle\n   ```\n',
])('nothing of %j', (source) => {
  expect(opening(source)).toBe('');
});

test('it looks as it does where the whole chapter is known', () => {
  const root = join(import.meta.dirname, '../..');
  const surface = { paint: (_format: unknown, text: string) => text, columns: 80, locale: 'en' } as const;
  let shown = 0;
  const cases = globSync(['test/cases/{plan,run}/**/*.md'], { cwd: root }).sort();
  for (const file of [...globSync(['docs/*.md'], { cwd: root }), ...cases.filter((_, at) => at % 20 === 0)]) {
    const source = readFileSync(join(root, file), 'utf8');
    const end = openingText(source);
    const early = openingPage(source.slice(0, end)).render({ start: 0, end }, surface);
    const chapter = parseChapter(source, { id: 'x', path: file });
    expect(early, file).toEqual(new ChapterPage(chapter, new Set()).render({ start: 0, end }, surface));
    shown += early.length > 0 ? 1 : 0;
  }
  expect(shown).toBeGreaterThan(8);
});
