import type { Outcome, OutcomeStatus } from '../core/outcome.ts';

export const statuses = ['passed', 'failed', 'broken', 'skipped'] as const satisfies readonly OutcomeStatus[];

/** How many outcomes there are of each status. */
export function count(outcomes: readonly Outcome[]): Readonly<Record<OutcomeStatus, number>> {
  const counts = { passed: 0, failed: 0, broken: 0, skipped: 0 };
  for (const { status } of outcomes) counts[status] += 1;
  return counts;
}

/**
 * Exit code of a run: 0 all passed; 1 a chapter is wrong, also where others are broken; 3 nothing wrong, but something
 * could not be run; 2 no step was run at all.
 */
export function exitCodeOf(outcomes: readonly { readonly status: OutcomeStatus }[]): 0 | 1 | 2 | 3 {
  const seen = new Set(outcomes.map(({ status }) => status));
  if (seen.has('failed')) return 1;
  if (seen.has('broken')) return 3;
  return seen.has('passed') ? 0 : 2;
}
