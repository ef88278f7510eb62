import { type Printer, wasGiven } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import { withoutRemark } from '../canons/authors.ts';
import { kindOfLine } from '../line/compare-line.ts';
import type { LineMatch } from '../line/line.ts';
import { compareCell } from '../tables/compare-cell.ts';
import { type Heading, matchColumns, readHeader, respelled, type SharedColumn } from '../tables/header.ts';
import { type Cell, newRow, patchRow, readRow } from '../tables/row.ts';
import type { BlockMatch, Env, LocatedUse, Pair, Side } from '../units.ts';
import type { Form, Reading, Source } from './form.ts';
import { wholeBlock } from './form.ts';
import { compareRows, type RowForm, type RowLine } from './rows.ts';

/** A row as its line is written, with one cell for each heading. */
export interface TableRow {
  readonly text: string;
  readonly cells: readonly Cell[];
  /** The author's remark stands behind the row. */
  readonly glossed: boolean;
}

export interface Table extends Reading {
  readonly headings: readonly Heading[];
  /** The lines after the header. */
  readonly body: readonly RowLine<TableRow>[];
  /** What rows that are not listed unless asked for have in their first cell; null where none are. */
  readonly hidden: string | null;
}

/** A table with a header: what Docker and common tools list. */
export const table: Form<Table> = { name: 'table', read, compare };

function read({ lines, at, elisions }: Source): Table | null {
  const first = lines[at] ?? '';
  const written = readHeader(first) ?? (elisions ? readHeader(withoutRemark(first) ?? '') : null);
  if (written === null) return null;
  const { headings, cells, hidden } = respelled(written);
  const body: RowLine<TableRow>[] = [];
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = readLine(lines[index] ?? '', written, elisions);
    if (line === null) break;
    body.push(line.row === null ? line : { ...line, row: { ...line.row, cells: cells(line.row.cells) } });
  }
  return { at, lines: lines.slice(at, at + 1 + body.length), headings, body, hidden };
}

function readLine(text: string, headings: readonly Heading[], elisions: boolean): RowLine<TableRow> | null {
  if (elisions && isElision(text)) return { text, row: null, elision: true };
  if (/^[-=─━\s+|]{3,}$/.test(text) && text.trim() !== '') return { text, row: null };
  const whole = readRow(text, headings);
  const bare = elisions && whole === null ? withoutRemark(text) : null;
  const cells = whole ?? (bare === null ? null : readRow(bare, headings));
  return cells === null ? null : { text, row: { text, cells, glossed: whole === null } };
}

/** `--format "table {{.Names}}\t{{.Image}}"` */
function namesColumns({ template }: Printer): boolean {
  return template?.table === true && template.fields.size > 0;
}

/** By column name and row. */
function compare(expected: Table, actual: Table, env: Env): BlockMatch {
  const columns = matchColumns(expected.headings, actual.headings, env.facts.shown.some(namesColumns));
  if (columns === null) return { holds: false, uses: [], claims: [], pairs: wholeBlock(expected, actual, false) };
  const { at } = expected;
  const texts = { expected: expected.body, actual: actual.body, at: at + 1 };
  const match = compareRows(texts, rowsOf(expected, actual, columns, env), env);
  const [text = ''] = expected.lines;
  const [other = ''] = actual.lines;
  const header: Pair = { at, expected: text, actual: other, resolved: text, holds: true };
  const layout: LocatedUse = { name: 'column-layout', at, expected: text, actual: other };
  return {
    ...match,
    uses: text.trim() === other.trim() ? match.uses : [layout, ...match.uses],
    pairs: [header, ...match.pairs],
  };
}

function rowsOf(expected: Table, actual: Table, columns: readonly SharedColumn[], env: Env): RowForm<TableRow> {
  const open = isOpen(expected, env);
  const hides = actual.hidden !== null && !env.facts.shown.some((printer) => wasGiven(printer, 'all', 'filter'));
  const named = expected.headings.findIndex(({ name }) => name === 'NAME');
  const compareAt = (column: SharedColumn, left: TableRow, right: TableRow) =>
    compareAs(column, left, right, env, enginesOwn.has(left.cells[named]?.text ?? ''));
  return {
    compare: (left, right) => compareCells(columns, left, right, compareAt),
    kindOf: (row, side) => kindOf(columns, row, side, env),
    alone: (row, side) => {
      if (side === 'actual') return open ? 'additional-rows' : null;
      return hides && row.cells[0]?.text === actual.hidden ? 'hidden-row' : null;
    },
    ordered: expected.headings.some(({ name }) => name === layers),
    likeness: (left, right) => likeness(columns, (column) => compareAt(column, left, right) !== null),
    claims: (left, right) => columns.flatMap((column) => compareAt(column, left, right)?.claims ?? []),
    patch: (left, right) => patchRow(left, right, columns, (column) => compareAt(column, left, right) !== null),
    insert: (row) => newRow(row, expected, columns),
  };
}

/** `docker history` lists layers, the newest first. */
const layers = 'CREATED BY';

function compareCells(
  columns: readonly SharedColumn[],
  left: TableRow,
  right: TableRow,
  compareAt: (column: SharedColumn, left: TableRow, right: TableRow) => LineMatch | null,
): LineMatch | null {
  const gloss = left.glossed ? [{ name: 'gloss', expected: left.text, actual: right.text }] : [];
  const [uses, claims]: [LineMatch['uses'][number][], LineMatch['claims'][number][]] = [gloss, []];
  for (const column of columns) {
    const match = compareAt(column, left, right);
    if (match === null) return null;
    uses.push(...match.uses);
    claims.push(...match.claims);
  }
  return { uses, claims };
}

/** Networks that an engine makes by itself, anew where it begins anew: an author shows one machine after another. */
const enginesOwn = new Set(['bridge', 'host', 'none', 'docker_gwbridge', 'ingress']);

function compareAs(
  column: SharedColumn,
  left: TableRow,
  right: TableRow,
  env: Env,
  isEnginesOwn: boolean,
): LineMatch | null {
  const [mine, real] = [left.cells[column.expected]?.text ?? '', right.cells[column.actual]?.text ?? ''];
  const match = compareCell(column.heading.column?.kind ?? 'text', mine, real, env);
  if (match === null) return match;
  const of = column.heading.column?.of;
  const more = {
    ...(of === undefined ? {} : { of }),
    ...(isUnshared(column) ? { shared: isEnginesOwn && of === 'network' } : {}),
  };
  return { ...match, claims: match.claims.map((claim) => ({ ...claim, ...more })) };
}

/** Two containers never have one ID; two image names may. */
function isUnshared({ heading }: SharedColumn): boolean {
  return (
    heading.column?.kind !== 'id' ||
    ['CONTAINER', 'NETWORK', '컨테이너', '네트워크'].some((word) => heading.name.includes(word))
  );
}

/** What the cells that name things say; null where the author left out a part of one. */
function kindOf(columns: readonly SharedColumn[], row: TableRow, side: Side, { facts }: Env): string | null {
  const names = columns.filter(({ heading }) => heading.column?.kind === 'name');
  const kinds = names.map((column) => kindOfLine(row.cells[column[side]]?.text ?? '', side, facts));
  return kinds.length === 0 || kinds.includes(null) ? null : kinds.join('\u0000').replaceAll('_', '-');
}

function likeness(columns: readonly SharedColumn[], isSame: (column: SharedColumn) => boolean): number {
  let [same, telling] = [0, 0];
  for (const column of columns) {
    const weight = column.heading.column?.key === true ? 3 : isTelling(column) ? 1 : 0;
    telling += weight;
    if (weight > 0 && isSame(column)) same += weight;
  }
  return telling === 0 ? 0.5 : same / telling;
}

function isTelling({ heading }: SharedColumn): boolean {
  return !['free', 'age', 'size', 'measure', 'process', 'id'].includes(heading.column?.kind ?? 'text');
}

/** Further rows do not count: the command lists everything, or the author left some out. */
function isOpen({ headings, body }: Table, { facts }: Env): boolean {
  if (body.some(({ elision }) => elision === true)) return true;
  return (
    facts.listsAll === true &&
    body.some(({ row }) => row !== null) &&
    headings.some(({ name }) => machineWide.has(name))
  );
}

const machineWide = new Set(
  'REPOSITORY|CONTAINER ID|VOLUME NAME|NETWORK ID|STARS|REPLICAS|MANAGER STATUS|NAMES|컨테이너 ID|저장소|레포지토리|리포지토리|네트워크 ID|볼륨 이름|ID'.split(
    '|',
  ),
);
