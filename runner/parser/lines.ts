/** One line of a file: offsets without its line end, and its number from 1. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

/** Cuts a text at every line end CommonMark knows (LF, CRLF, CR). A BOM belongs to no line. */
export function splitLines(source: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = source.startsWith('\uFEFF') ? 1 : 0;
  for (const { 0: mark, index } of source.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index, number: lines.length + 1 });
    start = index + mark.length;
  }
  if (start < source.length || lines.length === 0) lines.push({ start, end: source.length, number: lines.length + 1 });
  return lines;
}

/** Index of the line or section that holds an offset: the last that begins before it. */
export function indexAt(parts: readonly { readonly start: number }[], offset: number): number {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Offset behind the prefix of a line in a list or quote: as many columns of blanks and of `>` (at most `quotes` of
 * them) as the fence above it was moved in. Tabs reach to the next multiple of four.
 */
export function skipPrefix(source: string, line: TextLine, columns: number, quotes: number): number {
  let [at, column, left] = [line.start, 0, quotes];
  while (at < line.end) {
    const char = source[at];
    if (char === '>' && left > 0) left--;
    else if (column >= columns || (char !== ' ' && char !== '\t')) break;
    column = char === '\t' ? column + 4 - (column % 4) : column + 1;
    at++;
  }
  return at;
}

/** Column (from 0, tabs expanded) of an offset within its line. */
export function columnOf(source: string, line: TextLine, offset: number): number {
  let column = 0;
  for (let at = line.start; at < offset; at++) column = source[at] === '\t' ? column + 4 - (column % 4) : column + 1;
  return column;
}

/** The text of a line. */
export function textOf(source: string, line: TextLine): string {
  return source.slice(line.start, line.end);
}
