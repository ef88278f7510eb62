import type { Range } from '../core/source.ts';

/** Every line end that CommonMark knows, as the parser cuts lines. */
const newline = /\r\n|\n|\r/g;

/** Offset of the first character of the line that holds the offset. */
export function lineStart(offset: number, source: string): number {
  const inside = source[offset - 1] === '\r' && source[offset] === '\n' ? offset - 1 : offset;
  const before = source.slice(0, inside);
  return Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
}

/** Offset behind the last character of the line, its line end not included. */
export function lineEnd(offset: number, source: string): number {
  return endAfter(offset, source)?.index ?? source.length;
}

/** The line with its line end; the last line of a document without one takes the line end before it instead. */
export function wholeLine({ start, end }: Range, source: string): Range {
  const first = lineStart(start, source);
  const after = endAfter(end, source);
  if (after !== null) return { start: first, end: after.index + after[0].length };
  const before = /(?:\r\n|\n|\r)$/.exec(source.slice(Math.max(0, first - 2), first))?.[0].length ?? 0;
  return { start: first - before, end: source.length };
}

/** The line end that the document uses near an offset. */
export function newlineAt(offset: number, source: string): string {
  const after = endAfter(offset, source);
  if (after !== null) return source[after.index - 1] === '\r' ? '\r\n' : after[0];
  return source.slice(0, offset).match(newline)?.at(-1) ?? '\n';
}

function endAfter(offset: number, source: string): RegExpExecArray | null {
  newline.lastIndex = offset;
  return newline.exec(source);
}

/** What stands before a line's text, as a further line would begin: list marks are blanks there. */
export function prefixBefore(offset: number, source: string): string {
  const prefix = source.slice(lineStart(offset, source), offset);
  return prefix.replace(
    /^((?:[\t >]*))([-*+]|\d{1,9}[.)])(?=[ \t])/u,
    (_, lead: string, mark: string) => lead + ' '.repeat(mark.length),
  );
}
