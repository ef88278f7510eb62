import { expect, test } from 'vitest';
import type { OutcomeStatus } from '../../runner/core/outcome.ts';
import { exitCodeOf } from '../../runner/reporter/summary.ts';

test.each<[number, string, OutcomeStatus[]]>([
  [0, 'all passed, skips listed', ['passed', 'skipped']],
  [1, 'a chapter is wrong, also when others are broken', ['passed', 'broken', 'failed']],
  [3, 'nothing wrong, but something could not be run', ['passed', 'broken']],
  [2, 'no step run at all', ['skipped', 'skipped']],
  [2, 'no step there', []],
])('exit code %i: %s', (code, _why, statuses) => {
  expect(exitCodeOf(statuses.map((status) => ({ status })))).toBe(code);
});
