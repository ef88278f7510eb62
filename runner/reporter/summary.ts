import type { ChapterResult, Outcome, OutcomeStatus } from '../core/outcome.ts';

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
export function exitCodeOf(results: readonly Pick<ChapterResult, 'outcomes'>[]): 0 | 1 | 2 | 3 {
  const counts = count(results.flatMap((result) => result.outcomes));
  if (counts.failed > 0) return 1;
  if (counts.broken > 0) return 3;
  return counts.passed > 0 ? 0 : 2;
}
