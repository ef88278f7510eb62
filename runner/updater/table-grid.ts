import { widthOf } from '../core/width.ts';

/** Fills the second column of a wide character, so that an index is a column of the screen. */
const filler = '\uE000';

/** A table as it stands in the chapter: where each column begins. */
export interface Grid {
  readonly names: readonly string[];
  readonly starts: readonly number[];
  /** Text as an index counts it here: with fillers where the author aligned by what is seen. */
  readonly spread: (text: string) => string;
}

/** Reads a header line (`IMAGE ID   CREATED`); null for a line that is none. */
export function gridOf(header: string, rows: readonly string[]): Grid | null {
  if (!/^[\s#]*\p{Lu}/u.test(header) && !/^\s*\p{Lo}/u.test(header)) return null;
  for (const spread of [(text: string) => text, spreadWide]) {
    const found = [...spread(header).matchAll(/\S+(?: \S+)*/g)];
    if (found.length < 2 || !found.every(([name]) => name === name.toUpperCase())) return null;
    const starts = found.map(({ index }) => index);
    const aligned = rows.every((row) => starts.every((start) => start === 0 || isBoundary(spread(row), start)));
    if (aligned) return { names: found.map(([name]) => compact(name)), starts, spread };
  }
  return null;
}

function isBoundary(row: string, start: number): boolean {
  return start > row.length || row[start - 1] === ' ';
}

/** The text of each cell. */
export function cellsOf({ starts, spread }: Grid, row: string): string[] {
  const text = spread(row);
  return starts.map((start, index) => compact(text.slice(start, starts[index + 1])).trim());
}

/** A row written into the columns. */
export function rowOf(starts: readonly number[], cells: readonly string[], spread: Grid['spread']): string {
  let text = '';
  for (const [index, cell] of cells.entries()) text = text.padEnd(starts[index] ?? 0) + spread(cell);
  return compact(text).trimEnd();
}

function spreadWide(text: string): string {
  return [...text].map((char) => (widthOf(char) > 1 ? char + filler.repeat(2 - char.length) : char)).join('');
}

function compact(text: string): string {
  return text.replaceAll(filler, '');
}
