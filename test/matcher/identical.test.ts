import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

test('a text that is the same to the last character is exact, whatever could be tolerated in it', () => {
  const text = [
    'REPOSITORY   TAG       IMAGE ID       SIZE',
    'web          v1        7b5085d22305   12MB',
    '...',
    'done',
  ];
  const { verdict, tolerances } = matchOutput({
    command: 'sh report',
    expected: text,
    actual: text.join('\n'),
    bindings: {},
  });
  expect({ verdict, tolerances }).toEqual({ verdict: 'exact', tolerances: [] });
});
