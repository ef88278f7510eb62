import { expect, test } from 'vitest';
import { toldApart } from '../../runner/core/visible.ts';
import { matchOutput } from '../../runner/matcher/index.ts';

test.each([
  ['\u001b[31mred\u001b[0m', 'red', '\\u001b[31mred\\u001b[0m', 'red'],
  ['a\u200bb', 'ab', 'a\\u200bb', 'ab'],
  ['cafe\u0301', 'caf\u00e9', 'cafe\\u0301', 'caf\u00e9'],
  ['한국', '한글', '한국', '한글'],
])('%j and %j are told apart', (expected, actual, ...told) => {
  expect(toldApart(expected, actual)).toEqual(told);
});

test('what differs is said of a line that looks the same', () => {
  const match = (options: object) =>
    matchOutput({ command: 'show', expected: ['\u001b[31mred\u001b[0m'], actual: 'red', bindings: {}, options });
  expect(match({}).verdict).toBe('tolerated');
  for (const options of [{ expect: 'exact' }, { strict: ['escape-code'] }])
    expect(match(options).reason?.args).toMatchObject({ expected: '\\u001b[31mred\\u001b[0m', actual: 'red' });
});
