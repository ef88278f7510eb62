import { isElision } from '../../core/elision.ts';
import { withoutGloss } from '../line/gloss.ts';
import type { Block } from '../units.ts';
import { compareTables } from './compare-table.ts';
import { type Heading, readHeader } from './read-header.ts';
import { type Cell, readRow } from './read-row.ts';

/** A line under the header: a row, an elision, or a rule of dashes. */
export interface TableLine {
  readonly text: string;
  readonly kind: 'row' | 'elision' | 'rule';
  readonly cells: readonly Cell[];
  /** The author's remark stands behind the row. */
  readonly glossed?: boolean;
}

export interface Table extends Block {
  readonly form: 'table';
  readonly headings: readonly Heading[];
  /** The lines after the header. */
  readonly body: readonly TableLine[];
}

/**
 * Reads the table that begins at a line.
 *
 * @param elisions lines of `...` among the rows stand for rows (they do in a chapter, not in real output)
 * @returns null where none begins there
 */
export function readTable(lines: readonly string[], at: number, elisions: boolean): Table | null {
  const first = lines[at] ?? '';
  const headings = readHeader(first) ?? (elisions ? readHeader(withoutGloss(first) ?? '') : null);
  if (headings === null) return null;
  const body: TableLine[] = [];
  for (const text of lines.slice(at + 1)) {
    const line = readLine(text, headings, elisions);
    if (line === null) break;
    body.push(line);
  }
  const own = lines.slice(at, at + 1 + body.length);
  return {
    form: 'table',
    noise: null,
    lines: own,
    headings,
    body,
    compare: (actual, first, env) => compareTables({ headings, body, lines: own }, actual as Table, first, env),
  };
}

function readLine(text: string, headings: readonly Heading[], elisions: boolean): TableLine | null {
  if (elisions && isElision(text)) return { text, kind: 'elision', cells: [] };
  if (/^[-=─━\s+|]{3,}$/.test(text) && text.trim() !== '') return { text, kind: 'rule', cells: [] };
  const bare = elisions ? withoutGloss(text) : null;
  const whole = readRow(text, headings);
  const cells = whole ?? (bare === null ? null : readRow(bare, headings));
  return cells === null ? null : { text, kind: 'row', cells, glossed: whole === null };
}
