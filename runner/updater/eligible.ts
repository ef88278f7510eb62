import type { Match } from '../core/match.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep, Expected } from '../core/plan.ts';

/** A step whose output can be held against the chapter's. */
export interface Compared {
  readonly outcome: Outcome;
  readonly step: CommandStep;
  readonly expected: Expected;
  readonly output: Output;
  readonly match: Match;
}

/** A stand-in of the shelf says what it is, in its labels and in its os-release. No reader's image does. */
const ofStandIn = /md\.tutor\.stand-in|tutor stand-in/;

/**
 * The step, where a difference is a matter of its expected output. A command that failed although the chapter says that
 * it works is not: its error message is nothing to put into the chapter.
 */
export function comparedStep(outcome: Outcome): Compared | null {
  const { step, output, match, status } = outcome;
  if (step.type !== 'command' || !step.expected || !output || !match) return null;
  if (status === 'broken' || status === 'skipped') return null;
  if (output.omittedLines > 0 || !endedWell(step, output) || ofStandIn.test(output.text)) return null;
  return { outcome, step, expected: step.expected, output, match };
}

/** Whether the command came to the end that the chapter promises. */
export function endedWell(step: CommandStep, { ended, exitCode }: Output): boolean {
  switch (ended) {
    case 'timeout':
    case 'question':
    case 'closed':
    case 'not-typed':
      return false;
    case 'opened':
    case 'interrupted':
    case 'detached':
      return true;
    case 'exit':
      return exitCode === null || exitCode === (step.annotation.exit ?? 0) || step.failureExpected;
  }
}
