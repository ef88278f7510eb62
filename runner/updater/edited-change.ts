import { diffArrays } from 'diff';
import { withoutEnd } from '../core/lines.ts';
import type { ResolvedLine } from '../core/match.ts';
import type { Plan } from '../core/plan.ts';
import type { Change } from './change.ts';
import { lineEdits } from './line-edits.ts';

/** The text of a change that a reviewer may write otherwise. */
export function editableText({ result, kind, edits }: Change): string {
  return kind === 'output' && result !== null ? result.join('\n') : (edits[0]?.text ?? '');
}

/** The change with the text that the reviewer gave it. */
export function editedChange(plan: Plan, change: Change, text: string): Change {
  const step = plan.steps[change.step ?? -1];
  if (change.kind !== 'output' || step?.type !== 'command' || !step.expected) {
    return { ...change, edits: change.edits.map((edit) => ({ ...edit, text })) };
  }
  const { expected } = step;
  const wanted = withoutEnd(text).split('\n');
  const block = plan.blocks[expected.block]?.block.range ?? step.range;
  const desired = resolvedFrom(
    expected.lines.map((line) => line.text),
    wanted,
  );
  return {
    ...change,
    result: wanted,
    edits: lineEdits(expected, desired, { source: plan.chapter.source, step, block }),
  };
}

/** Which of the new lines are old ones: those stay as they stand in the chapter. */
function resolvedFrom(old: readonly string[], wanted: readonly string[]): ResolvedLine[] {
  let from = 0;
  return diffArrays([...old], [...wanted]).flatMap(({ value, added, removed }): ResolvedLine[] => {
    if (added) return value.map((text) => ({ from: null, text }));
    const first = from + 1;
    from += value.length;
    return removed ? [] : value.map((text, index) => ({ from: first + index, text }));
  });
}
