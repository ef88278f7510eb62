import type { Range } from '../core/source.ts';

/** Offset of the first character of the line that holds the offset. */
export function lineStart(offset: number, source: string): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset behind the last character of the line, its line end not included. */
export function lineEnd(offset: number, source: string): number {
  const newline = source.indexOf('\n', offset);
  const end = newline < 0 ? source.length : newline;
  return source[end - 1] === '\r' && newline >= 0 ? Math.max(offset, end - 1) : end;
}

/** The line with its line end; the last line of a document without one takes the line end before it instead. */
export function wholeLine({ start, end }: Range, source: string): Range {
  const [first, last] = [lineStart(start, source), lineEnd(end, source)];
  const after = /^\r?\n/.exec(source.slice(last, last + 2))?.[0].length ?? 0;
  if (after > 0) return { start: first, end: last + after };
  const before = /\r?\n$/.exec(source.slice(Math.max(0, first - 2), first))?.[0].length ?? 0;
  return { start: first - before, end: last };
}

/** The line end that the document uses near an offset. */
export function newlineAt(offset: number, source: string): string {
  const after = source.indexOf('\n', offset);
  const at = after < 0 ? source.lastIndexOf('\n', offset) : after;
  if (at < 0) return '\n';
  return source[at - 1] === '\r' ? '\r\n' : '\n';
}

/** What stands before a line's text, as a further line would begin: list marks are blanks there. */
export function prefixBefore(offset: number, source: string): string {
  const prefix = source.slice(lineStart(offset, source), offset);
  return prefix.replace(
    /^((?:[\t >]*))([-*+]|\d{1,9}[.)])(?=[ \t])/u,
    (_, lead: string, mark: string) => lead + ' '.repeat(mark.length),
  );
}
