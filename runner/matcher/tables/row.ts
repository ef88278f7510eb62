import { type Stretch, stretchesOf } from '../../core/lines.ts';
import type { Table, TableRow } from '../forms/table.ts';
import { type Heading, isGap, type SharedColumn } from './header.ts';

/** A cell and where its text stands in the line. */
export type Cell = Stretch;

/**
 * Cuts a row into one cell for each heading, by where the headings stand, by wide gaps, or by the forms of the cells.
 *
 * @returns null for a line that is no row of this table
 */
export function readRow(line: string, headings: readonly Heading[]): readonly Cell[] | null {
  if (line.trim() === '') return null;
  for (const way of ways) {
    const cells = way(line, headings);
    if (cells?.every((cell, index) => fits(cell.text, headings[index]))) return cells;
  }
  return null;
}

type Way = (line: string, headings: readonly Heading[]) => readonly Cell[] | null;

const ways: readonly Way[] = [
  (line, headings) => (headings.some((heading) => runsOver(line, heading)) ? null : byPlace(line, headings)),
  byGaps,
  // A cell may hold what looks like another one: wide gaps tell better than single blanks.
  (line, headings) => byForm(line, headings, 2),
  (line, headings) => byForm(line, headings, 1),
  byPlace,
];

/** Rows that are longer are not cut by the forms of their cells: there are too many ways to try. In characters. */
const longest = 1000;

function fits(text: string, heading: Heading | undefined): boolean {
  if (heading === undefined) return false;
  const column = heading.column;
  if (column === null) return true;
  if (text === '') return column.empty === true;
  return formOf(column.form).test(text);
}

const compiled = new Map<string, RegExp>();

function formOf(form: string): RegExp {
  const known = compiled.get(form) ?? new RegExp(`^(?:${form})$`, 'u');
  compiled.set(form, known);
  return known;
}

function byPlace(line: string, headings: readonly Heading[]): Cell[] | null {
  const cells: Cell[] = [];
  for (const [index, heading] of headings.entries()) {
    const start = index === 0 ? 0 : heading.start;
    const end = headings[index + 1]?.start ?? line.length;
    if (start > 0 && start < line.length && !/\s/.test(line.charAt(start - 1))) return null;
    cells.push(trimmed(line, Math.min(start, line.length), Math.min(end, line.length)));
  }
  return cells;
}

/** A text with single blanks that goes on where a heading begins: a cell longer than its column. */
function runsOver(line: string, { start }: Heading): boolean {
  return start > 1 && /^\S \S/.test(line.slice(start - 2, start + 1));
}

function byGaps(line: string, headings: readonly Heading[]): readonly Cell[] | null {
  const cells = stretchesOf(line);
  return cells.length === headings.length ? cells : null;
}

function byForm(line: string, headings: readonly Heading[], gap: 1 | 2): Cell[] | null {
  if (line.length > longest) return null;
  const source = headings.map((heading, index) => {
    const form = heading.column?.form ?? String.raw`\S+(?: \S+)*`;
    const lead = index === 0 ? '' : String.raw`\s{${gap},}`;
    if (isGap(heading.name)) return String.raw`${lead}((?:\.{3}|…))`;
    return heading.column?.empty === true ? `(?:${lead}(${form}))??` : `${lead}(${form})`;
  });
  const key = `^\\s*${source.join('')}\\s*$`;
  const pattern = compiled.get(key) ?? new RegExp(key, 'du');
  compiled.set(key, pattern);
  const match = pattern.exec(line);
  if (match?.indices === undefined) return null;
  let last = 0;
  return headings.map((_, index) => {
    const range = match.indices?.[index + 1];
    if (range === undefined) return { text: '', start: last, end: last };
    last = range[1];
    return { text: line.slice(...range), start: range[0], end: range[1] };
  });
}

function trimmed(line: string, from: number, to: number): Cell {
  const raw = line.slice(from, to);
  const text = raw.trim();
  const start = text === '' ? from : from + raw.indexOf(text);
  return { text, start, end: start + text.length };
}

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
