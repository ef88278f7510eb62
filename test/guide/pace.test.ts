import { expect, test } from 'vitest';
import type { JournalEntry } from '../../runner/guide/journal.ts';
import { leftMs } from '../../runner/guide/pace.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';

/** Ten steps, each at the end of five lines. */
const source = Array.from({ length: 10 }, (_, at) => `Word ${at}:\n\n\`\`\`sh\n$ echo ${at}\n\`\`\`\n`).join('');
const plan = planChapter(parseChapter(source, { id: 'ten', path: 'ten.md' }));

function left(spent: readonly (number | undefined)[]): number | null {
  const entries = spent.map(
    (spentMs): JournalEntry => ({ step: '', status: 'passed', typed: null, leftOut: false, ms: 5, spentMs }),
  );
  const next = plan.steps[entries.length];
  return next === undefined ? null : leftMs(entries, plan, next);
}

test('the rest takes for each line as long as what is behind', () => {
  const slow = left([60_000, 60_000, 60_000, 60_000, 60_000]) ?? 0;
  expect(slow / 60_000).toBeGreaterThan(4);
  expect(slow / 60_000).toBeLessThan(7);
  expect(left([30_000, 30_000, 30_000, 30_000, 30_000])).toBeCloseTo(slow / 2);
});

test('nothing is said of few steps, nor of those that were made again without reading', () => {
  expect(left([60_000, 60_000])).toBeNull();
  expect(left([undefined, undefined, undefined, undefined, 60_000])).toBeNull();
});

test('a pause is no reading', () => {
  const day = 24 * 60 * 60_000;
  expect(left([60_000, 60_000, day, 60_000])).toBe(left([60_000, 60_000, 5 * 60_000, 60_000]));
});

test.each([
  [[10_000, 10_000, 3_600_000, 10_000]],
  [[3_600_000, 10_000, 10_000, 10_000]],
  [[10_000, 240_000, 10_000, 10_000]],
])('one long absence hardly changes what is told: %j', (spent) => {
  expect(left(spent)).toBeLessThan(2 * (left([10_000, 10_000, 10_000, 10_000]) ?? 0));
});

test('a step that took its reader twice as long was read', () => {
  expect(left([60_000, 60_000, 120_000, 60_000])).toBeGreaterThan((left([60_000, 60_000, 60_000, 60_000]) ?? 0) * 1.2);
});
