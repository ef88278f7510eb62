import { type Stretch, stretchesOf } from '../../core/lines.ts';
import { type Heading, isGap } from './read-header.ts';

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
