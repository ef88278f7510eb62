import type { Match } from '../core/match.ts';
import { isUnproven, type Outcome } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep, Expected } from '../core/plan.ts';
import { faultsIn } from '../printed/index.ts';
import type { UpdateOptions } from './change.ts';

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
 * The step, where a difference is a matter of its expected output: it went as the chapter says, or the chapter is wrong
 * about it. What nobody proves to be wrong is brought up to date, too: the author asks for what is printed here. What follows from something else says nothing about the chapter, and an error is nothing to put in the place
 * of an output that shows success, unless the author asks for errors.
 */
export function comparedStep(outcome: Outcome, { errors }: Pick<UpdateOptions, 'errors'>): Compared | null {
  const { step, output, match } = outcome;
  if (step.type !== 'command' || !step.expected || !output || !match) return null;
  if (!isEvidence(outcome) && !isUnproven(outcome)) return null;
  // What has passed in spite of a difference is as the chapter means it.
  if (outcome.status === 'passed' && match.verdict === 'mismatch') return null;
  if (output.omittedLines > 0 || ofStandIn.test(output.text)) return null;
  const replacesSuccess = !endedWell(step, output) || showsNewError(step.expected.text, output.text);
  return replacesSuccess && !errors ? null : { outcome, step, expected: step.expected, output, match };
}

/** Whether an outcome says something about the chapter. */
export function isEvidence({ status, cause }: Outcome): boolean {
  return status === 'passed' || (status === 'failed' && cause?.kind === 'chapter');
}

function showsNewError(expected: string, actual: string): boolean {
  return faultsIn(actual).length > 0 && faultsIn(expected).length === 0;
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
    case 'running':
    case 'detached':
      return true;
    case 'exit':
      return exitCode === null || exitCode === (step.annotation.exit ?? 0) || step.failureExpected;
  }
}
