import type { Cause, ChapterOutcomes, Outcome, OutcomeStatus } from '../core/outcome.ts';

export type ExitCode = 0 | 1 | 2 | 3;

/** What of an outcome decides the exit code. Plain data: it crosses processes. */
export interface Ending {
  readonly status: OutcomeStatus;
  /** Null where it passed. */
  readonly cause: Cause['kind'] | null;
  /** The author's own annotation or condition says that it is not for this run. */
  readonly byAuthor: boolean;
}

export function endingOf({ step, status, cause }: Outcome): Ending {
  const byAuthor =
    step.skip?.code === 'annotation' || (cause?.evidence.some(({ code }) => code === 'condition-unmet') ?? false);
  return { status, cause: cause?.kind ?? null, byAuthor };
}

/**
 * Exit code of one chapter on one engine: 1 it is wrong; 3 it is not, but something could not be run; 2 none of its steps
 * was run, and that is neither the author's wish (0) nor the surroundings' doing (3). What follows from another step
 * adds nothing.
 */
export function exitCodeOf(endings: readonly Ending[]): ExitCode {
  if (endings.some(({ status }) => status === 'failed')) return 1;
  if (endings.some(({ status, cause }) => status === 'broken' && cause === 'surroundings')) return 3;
  if (endings.some(({ status }) => status === 'passed')) return 0;
  if (endings.length > 0 && endings.every(({ byAuthor }) => byAuthor)) return 0;
  return endings.some(({ cause }) => cause === 'surroundings') ? 3 : 2;
}

/** Exit code of a chapter with those that it builds on: where one of them is wrong, so is what builds on it. */
export function exitCodeOfChapter({
  before,
  outcomes,
}: Pick<ChapterOutcomes, 'outcomes'> & { readonly before: readonly ChapterOutcomes[] }): ExitCode {
  const endings = before.map((chapter) => chapter.outcomes.map(endingOf));
  return worst([exitCodeOfPrerequisites(endings), exitCodeOf(outcomes.map(endingOf))]);
}

/** That nothing of a prerequisite was run is said where it is run for its own sake. */
export function exitCodeOfPrerequisites(before: readonly (readonly Ending[])[]): ExitCode {
  return worst(before.map(exitCodeOf).filter((code) => code !== 2));
}

/** Exit code of several chapters: a wrong one counts most, then one that was not checked, then one that could not be run. */
export function worst(codes: readonly ExitCode[]): ExitCode {
  return ([1, 2, 3] as const).find((code) => codes.includes(code)) ?? 0;
}
