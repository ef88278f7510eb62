import { styleText } from 'node:util';
import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';
import { renderDiff } from '../../runner/reporter/diff.ts';
import type { Paint } from '../../runner/reporter/paint.ts';

const plain: Paint = (_format, text) => text;
const coloured: Paint = (format, text) => styleText(format, text, { validateStream: false });

function shown(expected: string, actual: string, paint = plain): readonly string[] {
  const { diff } = matchOutput({ command: 'show', expected: expected.split('\n'), actual, bindings: {} });
  return renderDiff(diff, { paint, firstLine: 12 });
}

test('a changed line: only the words that differ are marked', () => {
  expect(shown('one\nthe old way\nthree', 'one\nthe new way\nthree')).toEqual([
    '   12   one',
    '   13 - the old way',
    '            ^^^',
    '      + the new way',
    '            ^^^',
    '   14   three',
  ]);
});

test('marks stand below what they mark in Korean too', () => {
  expect(shown('컨테이너 web 실행', '컨테이너 web 중지')).toEqual([
    '   12 - 컨테이너 web 실행',
    '                     ^^^^',
    '      + 컨테이너 web 중지',
    '                     ^^^^',
  ]);
});

test('with colour the words themselves are marked, also a blank', () => {
  const [minus = '', plus = ''] = shown('the old way', 'the new way', coloured);
  expect(minus).toContain(`the ${styleText('inverse', 'old', { validateStream: false })} way`);
  expect(plus).toContain(`the ${styleText('inverse', 'new', { validateStream: false })} way`);
});

test('lines that are missing or too many, and only what is near them', () => {
  const numbers = Array.from({ length: 9 }, (_, index) => `line ${index + 1}`);
  const without = numbers.filter((_, index) => index !== 4);
  expect(shown(numbers.join('\n'), [...without, 'more'].join('\n'))).toEqual([
    '   14   line 3',
    '   15   line 4',
    '   16 - line 5',
    '   17   line 6',
    '   18   line 7',
    '   19   line 8',
    '   20   line 9',
    '      + more',
  ]);
});

test('of a comparison that nobody reads to its end the beginning and the end are shown', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => `row ${index + 1}`).join('\n');
  const all = shown('row 1', rows(180));
  expect([all.length, all.filter((line) => line.includes('⋮'))]).toEqual([180, []]);
  const cut = shown('row 1', rows(4000));
  expect([cut.length, cut[100], cut.at(-1)]).toEqual([201, '        ⋮', '      + row 4000']);
});
