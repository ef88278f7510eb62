import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const networks = (ids: readonly string[]) => [
  'NETWORK ID     NAME      DRIVER    SCOPE',
  ...['bridge', 'host', 'none'].map((name, at) => row(ids[at] ?? '', name)),
];

function row(id: string, name: string): string {
  return `${id}   ${name.padEnd(10)}${(name === 'none' ? 'null' : name).padEnd(10)}local`;
}

function matched(expected: readonly string[]): string {
  const actual = networks(['a1b2c3d4e5f6', 'b2c3d4e5f6a1', 'c3d4e5f6a1b2']).join('\n');
  return matchOutput({ command: 'docker network ls', expected, actual, bindings: {} }).verdict;
}

test.each(['xxxxxxxxxxxx', 'XXXXXXXXXXXX', '************', '••••••••••••'])(
  '%s hides another ID in each row',
  (mask) => {
    expect(matched(networks([mask, mask, mask]))).toBe('tolerated');
  },
);

test('an ID that stands in two rows is one ID', () => {
  expect(matched(networks(['0c9d8e7f6a5b', '0c9d8e7f6a5b', '1d8e7f6a5b0c']))).toBe('mismatch');
});

test('a row that is not there is not hidden', () => {
  expect(matched(networks(['xxxxxxxxxxxx', 'xxxxxxxxxxxx', 'xxxxxxxxxxxx']).concat(row('xxxxxxxxxxxx', 'shelf')))).toBe(
    'mismatch',
  );
});
