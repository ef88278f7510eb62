import type { ResolvedLine } from '../core/match.ts';
import type { CommandStep, Expected } from '../core/plan.ts';
import type { Range } from '../core/source.ts';
import type { Edit } from './change.ts';
import { lineEnd, lineStart, newlineAt, prefixBefore, wholeLine } from './line-place.ts';
import { reuseLines } from './reused-lines.ts';
import { narrow } from './splice.ts';
import { trailingEdits } from './trailing-comment.ts';

/** The document, and what the lines to be written belong to. */
export interface LinePlace {
  readonly source: string;
  readonly step: CommandStep;
  /** The block that the expected output stands in. */
  readonly block: Range;
}

/** The edits that turn a step's expected lines into the desired ones. A line that is the same yields none. */
export function lineEdits(expected: Expected, wanted: readonly ResolvedLine[], place: LinePlace): Edit[] {
  const desired = reuseLines(
    expected.lines.map(({ text }) => text),
    wanted,
  );
  if (expected.form === 'trailing-comment') return trailingEdits(expected, desired, place);
  return [
    ...changed(expected, desired, place),
    ...removed(expected, desired, place),
    ...added(expected, desired, place),
  ];
}

function changed({ lines }: Expected, desired: readonly ResolvedLine[], { source }: LinePlace): Edit[] {
  return desired.flatMap(({ from, text }) => {
    const line = from === null ? undefined : lines[from - 1];
    return line && line.text !== text ? [narrow({ range: line.range, text }, source)] : [];
  });
}

function removed({ lines }: Expected, desired: readonly ResolvedLine[], { source }: LinePlace): Edit[] {
  const kept = new Set(desired.map(({ from }) => from));
  return lines.flatMap((line, index) =>
    kept.has(index + 1) ? [] : [{ range: wholeLine(line.range, source), text: '' }],
  );
}

/** New lines follow the line before them and begin as it does: indentation, quote marks, comment marks. */
function added(expected: Expected, desired: readonly ResolvedLine[], place: LinePlace): Edit[] {
  const inserts = new Map<number, string[]>();
  let after = 0;
  for (const { from, text } of desired) {
    if (from === null) inserts.set(after, [...(inserts.get(after) ?? []), text]);
    else after = from;
  }
  return [...inserts].map(([index, texts]) => insertion(expected, index, texts, place));
}

function insertion({ lines, form }: Expected, index: number, texts: readonly string[], place: LinePlace): Edit {
  const { source } = place;
  const neighbour = lines[Math.max(0, index - 1)];
  if (!neighbour) return firstLines(form, texts, place);
  const prefix = prefixBefore(neighbour.range.start, source);
  const newline = newlineAt(neighbour.range.end, source);
  const written = texts.map((text) => (text === '' ? prefix.trimEnd() : prefix + text));
  if (index === 0) {
    const start = lineStart(neighbour.range.start, source);
    return { range: { start, end: start }, text: written.map((text) => text + newline).join('') };
  }
  const end = lineEnd(neighbour.range.end, source);
  return { range: { start: end, end }, text: written.map((text) => newline + text).join('') };
}

/** There is no line yet: below the fence of a block of its own, else below the command. */
function firstLines(form: Expected['form'], texts: readonly string[], { source, step, block }: LinePlace): Edit {
  const above = form === 'block' ? block.start : step.range.start;
  const at = lineEnd(form === 'block' ? block.start : step.range.end, source);
  const lead = /^[\t >]*/u.exec(prefixBefore(above, source))?.[0] ?? '';
  const mark = form === 'comment' ? '# ' : '';
  const newline = newlineAt(at, source);
  return {
    range: { start: at, end: at },
    text: texts.map((text) => newline + (lead + mark + text).trimEnd()).join(''),
  };
}
