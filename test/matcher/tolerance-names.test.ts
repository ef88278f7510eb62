import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../runner/core/message.ts';
import { canons, matchOutput, toleranceReason, tolerances } from '../../runner/matcher/index.ts';

const loosely = (loose: readonly string[], expected: string, actual: string) =>
  matchOutput({ command: 'show', expected: expected.split('\n'), actual, bindings: {}, options: { loose } }).verdict;

describe('what --loose turns on', () => {
  test.each([
    ['case', 'Ready', 'READY'],
    ['whitespace', 'a b', ' a   b '],
    ['order', 'one\ntwo', 'two\none'],
    ['extra-lines', 'one', 'zero\none'],
  ])('%s', (name, expected, actual) => {
    expect(loosely([name], expected, actual)).toBe('tolerated');
    expect(loosely([name], expected, `${actual}!`)).toBe('mismatch');
  });
});

test('a name that means nothing is refused with the names that do', () => {
  expect(() => loosely(['cases'], 'a', 'a')).toThrow(UserError);
  const strictly = (strict: readonly string[]) => () =>
    matchOutput({ command: 'show', expected: ['a'], actual: 'a', bindings: {}, options: { strict } });
  expect(strictly(['sizes'])).toThrow(/sizes.*duration.*size/);
  expect(strictly(['size', 'snapshots'])).not.toThrow();
});

test('every tolerance that real output needs has a reason in both languages', () => {
  const folder = new URL('../recordings/outputs/', import.meta.url);
  const read = (file: string): { command: string; output: string }[] =>
    JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const names = new Set<string>();
  for (const file of readdirSync(new URL('20/', folder)).filter((each) => each.endsWith('-1-120.json'))) {
    const [chapter, real] = [read(`20/${file}`), read(`28/${file}`)];
    for (const [index, { command, output }] of chapter.entries()) {
      const input = {
        command,
        expected: output.trimEnd().split('\n'),
        actual: real[index]?.output ?? '',
        bindings: {},
      };
      for (const { name } of matchOutput(input).tolerances) names.add(name);
    }
  }
  expect(names.size).toBeGreaterThan(20);
  expect([...names].filter((name) => !toleranceReason(name, 'en') || !toleranceReason(name, 'ko'))).toEqual([]);
});

test('every tolerance of a value, and every canon, has a reason', () => {
  const names = [...tolerances, ...canons].map(({ name }) => name);
  expect(names.filter((name) => toleranceReason(name, 'ko') === null)).toEqual([]);
});
