import type { Table, TableRow } from '../forms/table.ts';
import type { SharedColumn } from './match-columns.ts';

/** The chapter's row with only those cells replaced that do not hold; what follows them keeps its place where it can. */
export function patchRow(
  line: TableRow,
  actual: TableRow,
  columns: readonly SharedColumn[],
  holds: (column: SharedColumn) => boolean,
): string {
  let text = line.text;
  const wrong = columns.filter((column) => !holds(column)).sort((left, right) => right.expected - left.expected);
  for (const column of wrong) {
    const cell = line.cells[column.expected];
    const value = actual.cells[column.actual]?.text ?? '';
    if (cell !== undefined) text = replaceCell(text, cell.start, cell.end, value);
  }
  return text.trimEnd();
}

function replaceCell(text: string, start: number, end: number, value: string): string {
  const padded = text.padEnd(start);
  // A tab ends the cell, however long it is.
  if (padded.charAt(end) === '\t') return `${padded.slice(0, start)}${value}${padded.slice(end)}`;
  const gap = /^ */.exec(padded.slice(end))?.[0].length ?? 0;
  const next = end + gap;
  if (next >= padded.length) return `${padded.slice(0, start)}${value}`;
  const least = Math.min(gap, 2);
  const width = Math.max(next - start, value.length + least);
  return `${padded.slice(0, start)}${value.padEnd(width)}${padded.slice(next)}`;
}

/** Least blanks between two cells: as many as between their headings, up to the three that Docker leaves. */
function gapBefore(headings: Table['headings'], index: number): number {
  const [before, own] = [headings[index - 1], headings[index]];
  return before === undefined || own === undefined ? 1 : Math.min(3, own.start - before.start - before.name.length);
}

/** A row that the chapter lacks, in the chapter's columns: with tabs where the author put tabs. */
export function newRow(
  actual: TableRow,
  { headings, lines }: Pick<Table, 'headings' | 'lines'>,
  columns: readonly SharedColumn[],
): string {
  const values = headings.map((heading, index) => {
    const column = columns.find((each) => each.expected === index);
    const unknown = heading.column?.empty === true ? '' : '...';
    return column === undefined ? unknown : (actual.cells[column.actual]?.text ?? '');
  });
  const tabs = lines[0]?.trim().match(/\t+/g) ?? [];
  if (tabs.length > 0 && tabs.length === headings.length - 1)
    return values.map((value, index) => value + (tabs[index] ?? '')).join('');
  let text = '';
  for (const [index, heading] of headings.entries()) {
    const value = values[index] ?? '';
    if (heading.sign !== undefined) {
      text += `${heading.sign}${value}`;
      continue;
    }
    const start = index === 0 ? 0 : Math.max(heading.start, text.trimEnd().length + gapBefore(headings, index));
    text = `${text.trimEnd().padEnd(start)}${value}`;
  }
  return text.trimEnd();
}
