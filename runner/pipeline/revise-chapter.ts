import { fillVariables } from '../command/index.ts';
import type { ChapterResult } from '../core/outcome.ts';
import type { Plan } from '../core/plan.ts';
import { matchOutput } from '../matcher/index.ts';
import { parseChapter } from '../parser/index.ts';
import { planChapter, valuesOf } from '../planner/index.ts';
import { applyChanges, type Change, type Holds, planUpdate, type UpdateOptions } from '../updater/index.ts';

/** What an update makes of a chapter. */
export interface Revision {
  /** Changes after which the chapter still reads as it did; see {@link ChapterResult}. */
  readonly changes: readonly Change[];
  /** Changes that were given up: with them the chapter would read otherwise (a printed line would look typed). */
  readonly refused: readonly Change[];
}

/** Plans the update of a chapter, and reads each change again as a reader would before it is offered. */
export function reviseChapter(result: Pick<ChapterResult, 'plan' | 'outcomes'>, options: UpdateOptions): Revision {
  const changes = planUpdate(result, options, holds);
  if (changes.length === 0 || readsTheSame(result.plan, changes)) return { changes, refused: [] };
  const sound = changes.filter((change) => readsTheSame(result.plan, [change]));
  if (readsTheSame(result.plan, sound))
    return { changes: sound, refused: changes.filter((one) => !sound.includes(one)) };
  return { changes: [], refused: changes };
}

/** Whether an outcome holds in other lines. Bindings are left out: lines that contradict others were there before. */
export const holds: Holds = ({ step, output }, lines) =>
  step.type === 'command' &&
  output !== null &&
  matchOutput({ command: step.text, expected: lines, actual: output.text, bindings: {} }).verdict !== 'mismatch';

/** Whether the changed chapter has the same blocks and commands, and each command the output that is meant for it. */
function readsTheSame(plan: Plan, changes: readonly Change[]): boolean {
  const { id, path } = plan.chapter;
  const values = valuesOf(plan);
  const after = planChapter(parseChapter(applyChanges(plan.chapter, changes), { id, path }), [], values);
  const renamed = changes.some(({ kind }) => kind === 'value');
  if (after.steps.length !== plan.steps.length || after.blocks.length < plan.blocks.length) return false;
  return plan.steps.every((step, index) => {
    const now = after.steps[index];
    if (step.type !== 'command' || now?.type !== 'command') return step.type === now?.type;
    if (step.text !== now.text && !renamed) return false;
    const change = changes.find((each) => each.step === index);
    const meant = change?.result ?? step.expected?.lines.map(({ text }) => text) ?? [];
    return (
      renamed ||
      sameLines(
        meant.map((line) => fillVariables(line, values)),
        now.expected?.lines.map(({ text }) => text) ?? [],
      )
    );
  });
}

/** Empty lines and blanks at the ends are nobody's. */
function sameLines(left: readonly string[], right: readonly string[]): boolean {
  const plain = (lines: readonly string[]) =>
    lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trim();
  return plain(left) === plain(right);
}
