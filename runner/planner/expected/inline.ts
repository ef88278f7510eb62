import { effectsOf } from '../../command/index.ts';
import type { Expected } from '../../core/plan.ts';
import type { Entry, LineEntry, TypedEntry } from '../transcript/entry.ts';
import { turnsOf } from '../transcript/turns.ts';
import { commentedOutput, outputOfAnother } from './commented.ts';
import { expectedOf } from './from-lines.ts';
import { withoutOutputMark } from './output-mark.ts';
import { labelledOutput, trailingOutput } from './trailing.ts';

/**
 * What the block itself shows after each of its commands; keyed by the command's entry.
 *
 * @param native the page is written in Korean, Japanese or Chinese
 */
export function inlineOutputs(
  entries: readonly Entry[],
  block: number,
  native: boolean,
): ReadonlyMap<TypedEntry, Expected> {
  const found = new Map<TypedEntry, Expected>();
  const above: TypedEntry[] = [];
  for (const { command: entry, below: after, isLast } of turnsOf(entries)) {
    const expected =
      printed(entry, after, block) ??
      silence(entry, after, block) ??
      labelledOutput(entry, after, block) ??
      commentedOutput({ command: entry.text, after, more: !isLast, block, native }) ??
      trailingOutput(entry, block);
    if (expected !== null) found.set(entry, expected);
    else giveBack(entry, outputOfAnother({ command: entry.text, after, more: !isLast, block, native }), found, above);
    above.push(entry);
  }
  return found;
}

/** What a program prints while another command is typed belongs to the command that started it. */
function giveBack(
  entry: TypedEntry,
  other: ReturnType<typeof outputOfAnother>,
  found: Map<TypedEntry, Expected>,
  above: readonly TypedEntry[],
): void {
  const owner = above.findLast(
    ({ text }) => other !== null && text.includes(other.program) && effectsOf(text).ends.how !== 'ends',
  );
  if (other !== null && owner !== undefined && owner !== entry && !found.has(owner)) found.set(owner, other.expected);
}

/** From the first printed line to the last; remarks at both ends are none of it. */
function printed(entry: TypedEntry, after: readonly LineEntry[], block: number): Expected | null {
  const first = after.findIndex(({ type }) => type === 'output');
  const last = endOfOutput(after);
  // One that lost its mark among remarks is a line of what the remarks show.
  if (first < 0 || (after[first - 1]?.type === 'comment' && after[first + 1]?.type === 'comment')) return null;
  const lines = after.slice(first, last + 1).filter(({ type }) => type !== 'prompt' && type !== 'comment');
  return expectedOf(
    withoutOutputMark(
      lines.map(({ line }) => line),
      entry.text,
    ),
    'inline',
    block,
  );
}

/** A sentence of Korean; a remark of Korean or Japanese, which a file that was shown could end with, too, but hardly does. */
const says =
  /\p{Script=Hangul}.*(?:다|요|음|함)\.?\s*$|^\s*#\s.*[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The last printed line; a sentence in the author's language after an empty line was not printed. */
function endOfOutput(after: readonly LineEntry[]): number {
  const last = after.findLastIndex(({ type }) => type === 'output');
  const gap = after.findLastIndex(({ type }, at) => type === 'blank' && at < last);
  const tail = after.slice(gap + 1, last + 1);
  const told = gap > 0 && tail.every(({ line }) => says.test(line.text));
  return told ? after.findLastIndex(({ type }, at) => type === 'output' && at < gap) : last;
}

/** The host's bare prompt below a command: it printed nothing. */
function silence(entry: TypedEntry, after: readonly LineEntry[], block: number): Expected | null {
  const [first] = after;
  if (first?.type !== 'prompt' || entry.prompt === null || first.prompt?.form !== entry.prompt.form) return null;
  return { form: 'inline', lines: [], text: '', line: first.line.line, partial: false, block };
}
