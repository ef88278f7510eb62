import type { Bindings } from '../core/match.ts';
import type { ChapterResult, Outcome } from '../core/outcome.ts';
import type { Expected, Plan } from '../core/plan.ts';
import { addedOutputs } from './added-output.ts';
import type { Change, Edit, UpdateOptions } from './change.ts';
import { ChapterValues } from './chapter-values.ts';
import { desiredLines, type Holds, type Lens } from './desired-lines.ts';
import { type Compared, comparedStep, isEvidence } from './eligible.ts';
import { fenceEdits } from './fences.ts';
import { lineEdits } from './line-edits.ts';
import { PersonalValues } from './personal-values.ts';
import { type Renames, refreshedValues, replacedIds, valueChanges } from './renamed-values.ts';
import { splice } from './splice.ts';
import { unmadeThings } from './unmade-things.ts';

/**
 * What has to change in a chapter so that it says what its steps printed. Pure: no file is read, no engine asked.
 *
 * @param holds whether a step's output agrees with lines that the chapter could show: the comparison itself
 * @returns in the order of the chapter; none overlap
 */
export function planUpdate(
  { plan, outcomes }: Pick<ChapterResult, 'plan' | 'outcomes'>,
  options: UpdateOptions,
  holds: Holds,
): Change[] {
  const { source } = plan.chapter;
  const bindings = learnedBindings(outcomes);
  const lens: Lens = {
    options,
    values: new ChapterValues(bindings),
    personal: new PersonalValues(options.personal, plan),
    unmade: unmadeThings(outcomes),
    holds,
  };
  const renames = new Map(options.refresh ? refreshedValues(bindings) : []);
  const outputs = outcomes.flatMap((outcome) => {
    const compared = comparedStep(outcome, options);
    return compared ? outputChange(compared, plan.blocks, source, lens, { bindings, renames }) : [];
  });
  const added = options.add ? addedOutputs(plan, outcomes, lens) : [];
  const edits = [...outputs, ...added].flatMap((change) => change.edits);
  return [...outputs, ...added, ...valueChanges(plan, renames, edits)].sort((a, b) => a.line - b.line);
}

/**
 * Whether the expected output is the author's rendering of what was printed: a Markdown table, or HTML with its tags and
 * entities. It is compared, and theirs to rewrite.
 */
export function isRendering({ form, block }: Expected, blocks: Plan['blocks']): boolean {
  return form === 'table' || blocks[block]?.block.form === 'html';
}

/** Values that steps have tied to real ones which went as the chapter says, or are evidence against it. */
function learnedBindings(outcomes: readonly Outcome[]): Bindings {
  const learned: Record<string, string> = {};
  let before: Bindings = {};
  for (const outcome of outcomes) {
    if (outcome.match === null) continue;
    const { bindings } = outcome.match;
    if (isEvidence(outcome))
      for (const [key, real] of Object.entries(bindings)) if (before[key] !== real) learned[key] = real;
    before = bindings;
  }
  return learned;
}

function outputChange(
  { outcome, step, expected, match }: Compared,
  blocks: ChapterResult['plan']['blocks'],
  source: string,
  lens: Lens,
  found: { readonly bindings: Bindings; readonly renames: Map<string, string> },
): Change[] {
  if (isRendering(expected, blocks)) return [];
  const block = blocks[expected.block]?.block.range ?? step.range;
  const desired = desiredLines(outcome, expected, match, lens);
  const edits = lineEdits(expected, desired, { source, step, block });
  if (edits.length === 0) return [];
  for (const line of desired) {
    const old = line.from === null ? undefined : expected.lines[line.from - 1]?.text;
    if (old !== undefined) merge(found.renames, replacedIds(old, line, found.bindings));
  }
  return [
    {
      kind: 'output',
      step: step.index,
      line: expected.line,
      title: step.text,
      edits,
      result: desired.map(({ text }) => text),
    },
  ];
}

function merge(into: Map<string, string>, more: Renames): void {
  for (const [value, real] of more) if (!into.has(value)) into.set(value, real);
}

/** The chapter's text with these changes made; a fence that would be closed by what is written grows. */
export function applyChanges({ blocks, source }: ChapterResult['plan']['chapter'], changes: readonly Change[]): string {
  const edits: readonly Edit[] = changes.flatMap((change) => change.edits);
  return splice(source, [...fenceEdits(blocks, edits, source), ...edits]);
}
