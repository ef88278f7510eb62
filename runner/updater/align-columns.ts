import { isElision } from '../core/elision.ts';
import type { DiffLine, Match, ResolvedLine } from '../core/match.ts';
import type { SourceLine } from '../core/source.ts';
import { withoutGloss } from './glosses.ts';
import { cellsOf, type Grid, gridOf, rowOf } from './table-grid.ts';

/** A row of a table, as the chapter is to have it. */
interface Row {
  readonly line: ResolvedLine;
  /** Null where its cells cannot be told: it stays as it is. */
  readonly cells: readonly string[] | null;
  readonly isNew: boolean;
}

/**
 * Repairs the columns of tables in which a cell was replaced. A cell that fits takes its place; one that is too long
 * moves what stands right of it, in all rows. A table that its author did not align is left alone.
 */
export function alignColumns(
  lines: readonly SourceLine[],
  desired: readonly ResolvedLine[],
  match: Pick<Match, 'diff' | 'resolved'>,
): readonly ResolvedLine[] {
  const actual = actualLines(match, desired);
  let result = desired;
  for (const [index, { text }] of lines.entries()) {
    const body = bodyBelow(lines, index);
    const grid = body.length === 0 ? null : gridOf(text, body.map(withoutGloss));
    if (grid) result = alignTable(grid, index + 1, body.length, { lines, desired: result, actual });
  }
  return result;
}

interface Texts {
  readonly lines: readonly SourceLine[];
  readonly desired: readonly ResolvedLine[];
  readonly actual: ReadonlyMap<ResolvedLine, string>;
}

/** Lines of the table below its header: up to an empty line. Elisions belong to it but have no columns. */
function bodyBelow(lines: readonly SourceLine[], header: number): string[] {
  const rest = lines.slice(header + 1).map(({ text }) => text);
  const end = rest.findIndex((text) => text.trim() === '');
  return rest.slice(0, end < 0 ? rest.length : end).map((text) => (isElision(text) ? '' : text));
}

function alignTable(grid: Grid, header: number, length: number, texts: Texts): readonly ResolvedLine[] {
  const rows = rowsOf(grid, header, length, texts);
  const isTouched = rows.some(({ isNew }) => isNew);
  if (!isTouched || rows.some(({ cells, isNew }) => isNew && cells === null)) return texts.desired;
  const starts = widened(grid, rows);
  const moved = starts.some((start, index) => start !== grid.starts[index]);
  const written = new Map(
    rows.flatMap(({ line, cells, isNew }) =>
      cells && (isNew || moved) ? [[line, { ...line, text: rowOf(starts, cells, grid.spread) }] as const] : [],
    ),
  );
  return texts.desired.map((line) => written.get(line) ?? line);
}

function rowsOf(grid: Grid, header: number, length: number, { lines, desired, actual }: Texts): Row[] {
  const from = desired.findIndex((line) => line.from === header);
  const last = desired.findLastIndex((line) => line.from !== null && line.from <= header + length);
  if (from < 0) return [];
  const realGrid = gridOf(actual.get(desired[from] ?? { from: null, text: '' }) ?? '', []);
  const end = desired.slice(last + 1).findIndex((line) => line.from !== null || line.text.trim() === '');
  const to = end < 0 ? desired.length : last + 1 + end;
  return desired.slice(from, to).map((line): Row => {
    const old = line.from === null ? null : (lines[line.from - 1]?.text ?? '');
    if (line.text.trim() === '' || isElision(line.text)) return { line, cells: null, isNew: false };
    if (old === line.text) return { line, cells: cellsOf(grid, old), isNew: false };
    const real = realCells(grid, realGrid, actual.get(line));
    return { line, cells: readCells(line.text, old === null ? null : cellsOf(grid, old), real), isNew: true };
  });
}

/** The real row's cells in the order of the chapter's columns. */
function realCells(grid: Grid, real: Grid | null, row: string | undefined): (string | null)[] {
  const cells = real && row !== undefined ? cellsOf(real, row) : [];
  return grid.names.map((name) => cells[real?.names.indexOf(name) ?? -1] ?? null);
}

/** Finds the cells of a patched row: each is the chapter's old one, the real one, or left out. */
function readCells(text: string, old: readonly string[] | null, real: readonly (string | null)[]): string[] | null {
  const read = (column: number, at: number): string[] | null => {
    const start = at + (/^ */.exec(text.slice(at))?.[0].length ?? 0);
    if (column === real.length) return start === text.length ? [] : null;
    const candidates = [...new Set([real[column], old?.[column], '...', ''])].filter((each) => each != null);
    for (const cell of candidates.sort((a, b) => b.length - a.length)) {
      const end = start + cell.length;
      if (!text.startsWith(cell, start) || (cell !== '' && /\S/.test(text[end] ?? ''))) continue;
      const rest = read(column + 1, cell === '' ? at : end);
      if (rest) return [cell, ...rest];
    }
    return null;
  };
  return read(0, 0);
}

/** Where each column begins, so that every cell fits with the gap that the author's columns have at least. */
function widened(grid: Grid, rows: readonly Row[]): number[] {
  const starts = [...grid.starts];
  for (let column = 0; column + 1 < starts.length; column += 1) {
    const width = (row: Row) => grid.spread(row.cells?.[column] ?? '').length;
    const room = (grid.starts[column + 1] ?? 0) - (grid.starts[column] ?? 0);
    const old = Math.max(0, ...rows.filter(({ isNew }) => !isNew).map(width));
    const gap = Math.min(3, Math.max(1, room - old));
    const wanted = (starts[column] ?? 0) + Math.max(room, Math.max(...rows.map(width)) + gap);
    starts[column + 1] = Math.max(wanted, starts[column + 1] ?? 0);
  }
  return starts;
}

/** The real line that each desired line stands against. */
function actualLines(
  { diff, resolved }: Pick<Match, 'diff' | 'resolved'>,
  desired: readonly ResolvedLine[],
): ReadonlyMap<ResolvedLine, string> {
  const held = new Map(diff.flatMap((line) => (hasPair(line) ? [[line.expectedLine, line.actual] as const] : [])));
  const unexpected = diff.flatMap((line) => (line.op === 'unexpected' ? [line.actual] : []));
  const countsAgree = unexpected.length === resolved.filter(({ from }) => from === null).length;
  const found = new Map<ResolvedLine, string>();
  let next = 0;
  for (const line of desired) {
    const real = line.from !== null ? held.get(line.from) : countsAgree ? unexpected[next++] : undefined;
    if (real !== undefined) found.set(line, real);
  }
  return found;
}

function hasPair(line: DiffLine): line is Extract<DiffLine, { op: 'same' | 'changed' }> {
  return line.op === 'same' || line.op === 'changed';
}
