import type { ResolvedLine } from '../core/match.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Range, SourceLine } from '../core/source.ts';

/** A piece of the chapter's source and what is to stand there instead. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/**
 * The edits that make a step's expected output true again. Only what no longer holds is touched: a tolerated line is
 * the author's own and yields no edit.
 *
 * @param source the chapter's text that the step's offsets are about
 */
export function editsOf({ step, match }: Outcome, source: string): Edit[] {
  if (step.type !== 'command' || !step.expected || match?.verdict !== 'mismatch') return [];
  const { lines } = step.expected;
  return [
    ...changed(lines, match.resolved),
    ...removed(lines, match.resolved, source),
    ...added(lines, match.resolved, source),
  ];
}

function changed(lines: readonly SourceLine[], resolved: readonly ResolvedLine[]): Edit[] {
  return resolved.flatMap(({ from, text }) => {
    const line = from === null ? undefined : lines[from - 1];
    return line && line.text !== text ? [{ range: line.range, text }] : [];
  });
}

function removed(lines: readonly SourceLine[], resolved: readonly ResolvedLine[], source: string): Edit[] {
  const kept = new Set(resolved.map(({ from }) => from));
  return lines.flatMap((line, index) =>
    kept.has(index + 1) ? [] : [{ range: wholeLine(line.range, source), text: '' }],
  );
}

/** New lines follow the line before them and begin as it does: indentation, quote marks, comment marks. */
function added(lines: readonly SourceLine[], resolved: readonly ResolvedLine[], source: string): Edit[] {
  const inserts = new Map<number, string[]>();
  let after = 0;
  for (const { from, text } of resolved) {
    if (from === null) inserts.set(after, [...(inserts.get(after) ?? []), text]);
    else after = from;
  }
  return [...inserts].flatMap(([index, texts]) => {
    const neighbour = lines[Math.max(0, index - 1)];
    if (!neighbour) return [];
    const start = lineStart(neighbour.range.start, source);
    const prefix = source.slice(start, neighbour.range.start);
    const end = lineEnd(neighbour.range.end, source);
    const newline = newlineOf(source);
    if (index === 0)
      return [{ range: { start, end: start }, text: texts.map((text) => prefix + text + newline).join('') }];
    return [{ range: { start: end, end }, text: texts.map((text) => newline + prefix + text).join('') }];
  });
}

function wholeLine({ start, end }: Range, source: string): Range {
  const after = lineEnd(end, source);
  const newline = /^\r?\n/.exec(source.slice(after, after + 2))?.[0].length ?? 0;
  return { start: lineStart(start, source), end: after + newline };
}

function lineStart(offset: number, source: string): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(offset: number, source: string): number {
  const newline = source.indexOf('\n', offset);
  const end = newline < 0 ? source.length : newline;
  return source[end - 1] === '\r' ? end - 1 : end;
}

function newlineOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}

/**
 * Applies edits to a text, last to first.
 *
 * @throws RangeError where two of them overlap: that is a fault of tutor's, and half of each would be worse than none.
 */
export function splice(source: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
  let text = source;
  let before = source.length;
  for (const { range, text: replacement } of ordered) {
    if (range.end > before) throw new RangeError(`overlapping edits at offset ${range.start}`);
    text = text.slice(0, range.start) + replacement + text.slice(range.end);
    before = range.start;
  }
  return text;
}
