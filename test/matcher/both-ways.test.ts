import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';
import { recordedPairs } from './recorded-pairs.ts';

/** What Docker 20.10 to 29 print of pushing, pulling back, looking at and cleaning up. */
const pairs = recordedPairs().filter(
  ({ where, generations: [left, right] }) => /\/registry-1.*\/registry-1/.test(where) && left !== right,
);

function holds(command: string, expected: string, actual: string): boolean {
  return (
    matchOutput({ command, expected: expected.replace(/\n+$/, '').split('\n'), actual, bindings: {} }).verdict !==
    'mismatch'
  );
}

test.each([...new Set(pairs.map(({ command }) => command))])(
  'a chapter of any generation holds on any other, as they really print it: %s',
  (command) => {
    const of = pairs.filter((pair) => pair.command === command);
    const generations = of.flatMap((pair) => pair.generations);
    expect(generations).toContain('29');
    for (const { where, expected, actual } of of) {
      expect([where, holds(command, expected, actual)]).toEqual([where, true]);
      expect([where, 'backwards', holds(command, actual, expected)]).toEqual([where, 'backwards', true]);
    }
  },
);

test.each<readonly [command: string, expected: string, actual: string]>([
  [
    'docker push localhost:5000/shop',
    'tag does not exist: localhost:5000/shop:1.0',
    'An image does not exist locally with the tag: localhost:5000/till',
  ],
  [
    'docker push localhost:5000/shop',
    '1.0: digest: sha256:9c198fc9c4bf size: 735',
    '2.0: digest: sha256:9c198fc9c4bf size: 735',
  ],
  [
    'docker pull localhost:5000/shop:2',
    'Error response from daemon: manifest for localhost:5000/shop:2 not found: manifest unknown: manifest unknown',
    'Error response from daemon: failed to resolve reference "localhost:5000/shop:3": localhost:5000/shop:3: not found',
  ],
  [
    'docker push localhost:5000/shop',
    'tag does not exist: localhost:5000/shop:1.0',
    'tag does not exist: localhost:5000/shop:2.0',
  ],
])('what a reader would call another result is one: %s, %s', (command, expected, actual) => {
  expect(holds(command, expected, actual)).toBe(false);
});
