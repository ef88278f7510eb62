import { describe, expect, test } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { applyEdit } from '../../runner/pipeline/editor-edit.ts';

const recipe = 'flour\nwater\n  salt\nyeast\n';

/** What the buttons of a page make of the recipe; null where a place is not there. */
function made(...buttons: readonly string[]): string | null {
  const { blocks } = parseChapter(buttons.map((one) => `\`\`\`editor:${one}\n\`\`\``).join('\n\n'), {
    id: 'a',
    path: 'a.md',
  });
  return blocks.reduce<string | null>((content, { click, lines }) => {
    if (content === null || click?.does !== 'edits' || click.edit === undefined) return content;
    return applyEdit(content, click.edit, `${lines.map(({ text }) => text).join('\n')}\n`);
  }, recipe);
}

describe('buttons of the editor', () => {
  test.each([
    ['create-file\nfile: a\ntext: |\n  rye\n', 'rye\n'],
    ['prepend-lines-to-file\nfile: a\ntext: bread', 'bread\nflour\nwater\n  salt\nyeast\n'],
    ['insert-lines-before-line\nfile: a\nline: 2\ntext: |\n  a\n  b', 'flour\na\nb\nwater\n  salt\nyeast\n'],
    ['append-lines-after-line\nfile: a\nline: 4\ntext: oil', 'flour\nwater\n  salt\nyeast\noil\n'],
    ['append-lines-after-match\nfile: a\nmatch: wat\ntext: oil', 'flour\nwater\noil\n  salt\nyeast\n'],
    ['insert-lines-before-match\nfile: a\nmatch: salt\ntext: |2\n    oil', 'flour\nwater\n  oil\n  salt\nyeast\n'],
    ['replace-matching-text\nfile: a\nmatch: water\nreplacement: "milk"', 'flour\nmilk\n  salt\nyeast\n'],
    ['replace-matching-text\nfile: a\nmatch: |\n  flour\n  water\nreplacement: |\n  rye', 'rye\n  salt\nyeast\n'],
    [
      'replace-matching-text\nfile: a\nmatch: w(.*)r\nisRegex: true\ngroup: 1\nreplacement: inte',
      'flour\nwinter\n  salt\nyeast\n',
    ],
    ['replace-lines-in-range\nfile: a\nstart: 1\nstop: 2\ntext: dough', 'dough\n  salt\nyeast\n'],
  ])('%s', (button, expected) => {
    expect(made(button)).toBe(expected);
  });

  test('what was selected before', () => {
    const select = 'select-matching-text\nfile: a\ntext: water\nbefore: 0\nafter: 1';
    expect(made(select, 'replace-text-selection\nfile: a\ntext: milk')).toBe('flour\nmilk\nyeast\n');
    expect(made(select, 'append-lines-after-selection\nfile: a\ntext: oil')).toBe('flour\nwater\n  salt\noil\nyeast\n');
    // The selection is in another file.
    expect(made(select, 'replace-text-selection\nfile: b\ntext: milk')).toBe(recipe);
  });

  test.each([
    'append-lines-after-match\nfile: a\nmatch: sugar\ntext: oil',
    'insert-lines-before-line\nfile: a\nline: 9\ntext: oil',
    'replace-matching-text\nfile: a\nmatch: "(("\nisRegex: true\nreplacement: oil',
  ])('a place that is not there: %s', (button) => {
    expect(made(button)).toBeNull();
  });
});
