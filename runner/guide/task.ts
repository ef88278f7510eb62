import { type CommandStep, isCheck, type Plan, type ScriptOfStep, type Step } from '../core/plan.ts';

/** What a page leaves to its reader, and how they know that it is done. */
export interface Task {
  /** The script that says whether it is done. */
  readonly check: CommandStep & { readonly script: ScriptOfStep };
  /** How the page does it, in order; empty where it shows no way, or where that has been gone. */
  readonly solution: readonly Step[];
}

/** The task that begins at a step: where the page begins to show how it is done, else at its check. Null where none does. */
export function taskAt(step: Step, { steps }: Plan): Task | null {
  const check = steps.slice(step.index).find(isCheckOf);
  if (check === undefined || (step !== check && step.solves !== true)) return null;
  // Where the page has its reader type all that there is to do, its check only follows.
  if (step === check && steps.some((one) => one.type === 'file' || one.script === undefined)) return null;
  return { check, solution: steps.slice(step.index, check.index) };
}

function isCheckOf(step: Step): step is Task['check'] {
  return isCheck(step);
}

/**
 * How far a learner reads before a step: to its block, to the page's end before its check; null before other scripts.
 *
 * @param folded what stands in the fold with a task's solution is not shown yet
 */
export function readBefore(step: Step, { chapter: { blocks, source } }: Plan, folded: boolean): number | null {
  const start = blocks[step.block]?.range.start ?? (isCheck(step) ? source.length : null);
  return start !== null && folded ? foldBefore(source, start) : start;
}

function foldBefore(source: string, offset: number): number {
  const at = source.slice(0, offset).toLowerCase().lastIndexOf('<details');
  return at < 0 ? offset : at;
}

/** Where it ends. */
export function foldEnd(source: string, offset: number): number {
  const closing = '</details>';
  const at = source.toLowerCase().indexOf(closing, offset);
  return at < 0 ? offset : at + closing.length;
}
