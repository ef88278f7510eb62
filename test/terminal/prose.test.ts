import { expect, test } from 'vitest';
import { forTerminal } from '../../runner/core/terminal-text.ts';
import { widthOf } from '../../runner/core/width.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { hasLinks } from '../../runner/terminal/has-links.ts';
import { ChapterPage } from '../../runner/terminal/prose.ts';

function shown(
  markdown: string,
  columns = 80,
  left: readonly number[] = [],
  values: ReadonlyMap<string, string> = new Map(),
): string {
  const chapter = parseChapter(markdown, { id: 'x', path: 'x.md' });
  const page = new ChapterPage(chapter, new Set(left), values);
  const range = { start: 0, end: markdown.length };
  return page.render(range, { paint: (_, text) => text, columns, locale: 'en' }).join('\n');
}

test('headings, emphasis and links are shown without their marks; where a link leads stands below', () => {
  expect(shown('# Title\n\nSome **bold**, *slanted* and `code`, see [the page](https://example.org/a).\n')).toBe(
    'Title\n\nSome bold, slanted and `code`, see the page[1].\n[1] https://example.org/a',
  );
});

test('a link that names its own address, and one within the book, need no note', () => {
  expect(shown('See <https://example.org> and [chapter 4](ch04.md).\n')).toBe('See https://example.org and chapter 4.');
});

test('lists keep their signs and their depth', () => {
  expect(shown('1. one\n   - inner\n2. two\n   - [x] done\n   - [ ] open\n')).toBe(
    '1. one\n   • inner\n2. two\n   ☑ done\n   ☐ open',
  );
});

test('a table is drawn where there is room, and told row by row where there is none', () => {
  const table = '| Name | What |\n|---|---|\n| web | 서버 |\n| db | data |\n';
  expect(shown(table)).toBe(
    [
      '┌──────┬──────┐',
      '│ Name │ What │',
      '├──────┼──────┤',
      '│ web  │ 서버 │',
      '│ db   │ data │',
      '└──────┴──────┘',
    ].join('\n'),
  );
  expect(shown(table, 40)).toBe('Name: web\nWhat: 서버\n\nName: db\nWhat: data');
});

test('cells of a wide table are broken into lines, as long as they can be read', () => {
  const table = `| Name | What it does |\n|---|---|\n| pull | ${'fetches layers '.repeat(6)}|\n| 빌드 | ${'레이어를 쌓습니다 '.repeat(5)}|\n`;
  const lines = shown(table, 60).split('\n');
  expect(lines[0]).toMatch(/^┌─+┬─+┐$/);
  for (const line of lines) expect(widthOf(line)).toBe(60);
  expect(lines.filter((line) => line.includes('fetches')).length).toBeGreaterThan(1);
  const many = `| ${'word '.repeat(6).trim().split(' ').join(' | ')} |\n|${'---|'.repeat(6)}\n| ${'a longer text here | '.repeat(6)}\n`;
  expect(shown(many, 60)).toMatch(/^word: a longer text here$/m);
});

test('where the terminal has links, an address needs no note', () => {
  const chapter = parseChapter('See [the page](https://example.org/a%20b) and [도커](https://example.org/도커).\n', {
    id: 'x',
    path: 'x.md',
  });
  const page = new ChapterPage(chapter, new Set());
  const lines = page.render(
    { start: 0, end: 200 },
    { paint: (_, text) => text, columns: 80, locale: 'en', links: true },
  );
  expect(forTerminal(lines.join('\n'))).toBe(
    'See \u001b]8;;https://example.org/a%20b\u001b\\the page\u001b]8;;\u001b\\ and \u001b]8;;https://example.org/%EB%8F%84%EC%BB%A4\u001b\\도커\u001b]8;;\u001b\\.',
  );
});

test.each([
  [{ TERM_PROGRAM: 'WezTerm' }, true],
  [{ VTE_VERSION: '7200', TERM: 'xterm-256color' }, true],
  [{ TERM: 'xterm-kitty' }, true],
  [{ TERM: 'xterm-256color' }, false],
  [{ VTE_VERSION: '7200', TERM: 'dumb' }, false],
  [{ TERM_PROGRAM: 'tmux', TMUX: '/tmp/tmux' }, false],
])('whether %j has links: %s', (env, wanted) => {
  expect(hasLinks(env)).toBe(wanted);
});

test('alerts, quotes, pictures, rules and details', () => {
  const text =
    '> [!WARNING]\n> Mind the gap.\n\n> said so\n\n![a ship](ship.png)\n\n<details><summary>More</summary>\n\nHidden.\n\n</details>\n\n<!-- nothing -->\n';
  expect(shown(text)).toBe('│ WARNING: Mind the gap.\n\n│ said so\n\n[picture: a ship]\n\nMore\n\nHidden.');
});

test('code that is shown elsewhere is left out, other code stands as it is', () => {
  const text = 'Type:\n\n```sh\ndocker ps\n```\n\nYou see:\n\n```\nCONTAINER ID   IMAGE\n```\n';
  expect(shown(text, 80, [0])).toBe('Type:\n\nYou see:\n\n  │ CONTAINER ID   IMAGE');
});

test.each([
  ['English between words', 'one two three four five six seven', 'one two three\nfour five six\nseven'],
  ['Korean between words', '이미지를 내려받은 다음 실행합니다', '이미지를\n내려받은 다음\n실행합니다'],
  ['Japanese anywhere', 'イメージを取得して実行します', 'イメージを取\n得して実行し\nます'],
  ['a word that is too long', 'a sha256:0123456789abcdef', 'a\nsha256:012345\n6789abcdef'],
])('lines are broken by the width of what is shown: %s', (_, text, wanted) => {
  const lines = shown(text, 13);
  expect(lines).toBe(wanted);
  for (const line of lines.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(13);
});

test('nothing in a chapter reaches the terminal as a control sequence', () => {
  const text = 'Before\u001b]0;title\u0007 after\u009b2J.\n\n```\n\u001b[2Jcode\u0008\n```\n\n`\u001b[31mred`\n';
  expect(shown(text)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test('the front matter is no text', () => {
  expect(shown('---\ntitle: x\n---\n\nText.\n')).toBe('Text.');
});

test('a variable that the learner gave is shown by its value, and what the course asked is not asked again', () => {
  const page =
    '# $$team$$의 가게\n\n::variableDefinition[team]{prompt="팀 이름은?"}\n\nOpen **$$team$$** at `$$team$$:$$port$$`.\n\n```text\n$$team$$\n```\n';
  const open = shown(page);
  expect(open).toContain('$$team$$의 가게');
  expect(open).not.toContain('variableDefinition');
  expect(shown(page, 80, [], new Map([['team', '장미']]))).toBe(
    '장미의 가게\n\nOpen 장미 at `장미:$$port$$`.\n\n  │ 장미',
  );
});
