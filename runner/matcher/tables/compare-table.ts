import type { Claim } from '../bindings/bindings.ts';
import { hasInlineElision } from '../line/elision.ts';
import { readingOf } from '../line/reading.ts';
import type { BlockMatch, Env, LocatedUse, Pair } from '../units.ts';
import { compareCell } from './compare-cell.ts';
import { matchColumns, type SharedColumn } from './match-columns.ts';
import { newRow, patchRow } from './patch-row.ts';
import type { Heading } from './read-header.ts';
import type { Table, TableLine } from './read-table.ts';
import { type Assigned, assignRows, type RowMatch } from './rows.ts';

/** `--format "table {{.Names}}\t{{.Image}}"` */
const namesColumns = /--format[= ]\s*['"]?table\b.*\{\{/;

type Side = Pick<Table, 'headings' | 'body' | 'lines'>;

/** Compares the chapter's table with a real one, by column name and row. `at`: index of its header line. */
export function compareTables(expected: Side, actual: Side, at: number, env: Env): BlockMatch {
  const columns = matchColumns(expected.headings, actual.headings, namesColumns.test(env.facts.text));
  if (columns === null) return replaced(expected, actual, at);
  return new Comparison(expected, actual, at, env, columns).run();
}

class Comparison {
  readonly #uses: LocatedUse[] = [];
  readonly #claims: Claim[] = [];
  readonly #pairs: Pair[] = [];
  /** The chapter's ID that each real one was first seen with. */
  readonly #ids = new Map<string, string>();
  readonly #expected: Side;
  readonly #actual: Side;
  readonly #at: number;
  readonly #env: Env;
  readonly #columns: readonly SharedColumn[];

  constructor(expected: Side, actual: Side, at: number, env: Env, columns: readonly SharedColumn[]) {
    this.#expected = expected;
    this.#actual = actual;
    this.#at = at;
    this.#env = env;
    this.#columns = columns;
  }

  run(): BlockMatch {
    const rows = this.#expected.body.map((line, index) => ({ line, index })).filter(({ line }) => line.kind === 'row');
    const real = this.#actual.body.filter((line) => line.kind === 'row');
    const assigned = assignRows(
      {
        expected: rows,
        actual: real,
        lineOf: (index) => this.#at + 1 + (rows[index]?.index ?? 0),
        compare: (left, right) => this.#compareRow(left.line, right),
        kindOfExpected: ({ line }) => this.#kindOf(line, 'expected'),
        kindOfActual: (line) => this.#kindOf(line, 'actual'),
        ordered: isOrdered(this.#expected.headings),
      },
      this.#env,
    );
    this.#header();
    const taken = new Set(assigned.map((each) => each?.place));
    const left = real.filter((_, index) => !taken.has(index));
    const open = this.#isOpen(rows.length);
    const matches = new Map(rows.map(({ index }, row) => [index, assigned[row] ?? null]));
    const leftover = this.#body(matches, left);
    if (!open) this.#unexpected(leftover);
    else if (leftover.length > 0) this.#use('additional-rows', this.#at, '', `${leftover.length}`);
    return {
      holds: this.#pairs.every((pair) => pair.holds),
      uses: this.#uses,
      claims: this.#claims,
      pairs: this.#pairs,
    };
  }

  #header(): void {
    const text = this.#expected.lines[0] ?? '';
    const actual = this.#actual.lines[0] ?? '';
    if (text.trim() !== actual.trim()) this.#use('column-layout', this.#at, text, actual);
    this.#pairs.push({ at: this.#at, expected: text, actual, resolved: text, holds: true });
  }

  /** @returns the actual rows that are nobody's */
  #body(matches: ReadonlyMap<number, Assigned<TableLine> | null>, free: readonly TableLine[]): TableLine[] {
    const rest = [...free];
    for (const [index, line] of this.#expected.body.entries()) {
      const at = this.#at + 1 + index;
      if (line.kind !== 'row') {
        if (line.kind === 'elision') this.#use('elision', at, line.text, '');
        this.#pairs.push({ at, expected: line.text, actual: '', resolved: line.text, holds: true });
        continue;
      }
      const assigned = matches.get(index);
      if (assigned) this.#held(at, line, assigned);
      else this.#broken(at, line, rest);
    }
    return rest;
  }

  #held(at: number, line: TableLine, { actual, match }: Assigned<TableLine>): void {
    if (line.glossed === true) this.#use('gloss', at, line.text, actual.text);
    for (const use of match.uses) this.#uses.push({ at, ...use });
    for (const claim of match.claims) this.#claims.push({ line: at + 1, ...claim });
    const holds = !match.claims.some((claim) => this.#isTaken(claim));
    this.#pairs.push({
      at,
      expected: line.text,
      actual: actual.text,
      resolved: holds ? line.text : actual.text,
      holds,
    });
  }

  /** Of several rows of one list: images that the chapter shows as two are not one in reality. */
  #isTaken({ type, expected, actual }: Pick<Claim, 'type' | 'expected' | 'actual'>): boolean {
    if (type !== 'id') return false;
    const known = this.#ids.get(actual) ?? expected;
    this.#ids.set(actual, known);
    return known !== expected;
  }

  /** A row that is not there, or not so: the actual row most like it stands against it. */
  #broken(at: number, line: TableLine, rest: TableLine[]): void {
    let best = -1;
    let score = 0;
    for (const [index, candidate] of rest.slice(0, mostLooked).entries()) {
      const likeness = this.#likeness(line, candidate);
      if (likeness > score) [best, score] = [index, likeness];
    }
    const [actual] = score >= 0.5 ? rest.splice(best, 1) : [];
    const resolved =
      actual === undefined
        ? null
        : patchRow(line, actual, this.#columns, (column) => this.#cell(column, line, actual) !== null);
    this.#pairs.push({ at, expected: line.text, actual: actual?.text ?? null, resolved, holds: false });
  }

  #unexpected(rows: readonly TableLine[]): void {
    for (const row of rows) {
      const resolved = newRow(row, this.#expected, this.#columns);
      this.#pairs.push({ at: null, expected: null, actual: row.text, resolved, holds: false });
    }
  }

  #likeness(line: TableLine, actual: TableLine): number {
    let same = 0;
    let telling = 0;
    for (const column of this.#columns) {
      const weight = column.heading.column?.key === true ? 3 : isTelling(column) ? 1 : 0;
      telling += weight;
      if (weight > 0 && this.#cell(column, line, actual) !== null) same += weight;
    }
    return telling === 0 ? 0.5 : same / telling;
  }

  /** What the cells that name things say; null where the author left out a part of one. */
  #kindOf(line: TableLine, side: 'expected' | 'actual'): string | null {
    let kind = '';
    for (const column of this.#columns) {
      if (column.heading.column?.kind !== 'name') continue;
      const cell = line.cells[column[side]]?.text ?? '';
      if (hasInlineElision(cell)) return null;
      kind += `${readingOf(cell).shape.replaceAll('_', '-')}\u0000`;
    }
    return kind === '' ? null : kind;
  }

  #compareRow(line: TableLine, actual: TableLine): RowMatch | null {
    const uses: RowMatch['uses'][number][] = [];
    const claims: RowMatch['claims'][number][] = [];
    for (const column of this.#columns) {
      const match = this.#cell(column, line, actual);
      if (match === null) return null;
      uses.push(...match.uses);
      claims.push(...match.claims);
    }
    return { uses, claims };
  }

  #cell(column: SharedColumn, line: TableLine, actual: TableLine): RowMatch | null {
    const [left, right] = [line.cells[column.expected]?.text ?? '', actual.cells[column.actual]?.text ?? ''];
    const match = compareCell(column.heading.column?.kind ?? 'text', left, right, this.#env);
    if (match === null || !isUnshared(column)) return match;
    return { ...match, claims: match.claims.map((claim) => ({ ...claim, shared: false })) };
  }

  /** Further rows do not count: the command lists everything, or the author left some out. */
  #isOpen(rows: number): boolean {
    if (this.#expected.body.some((line) => line.kind === 'elision')) return true;
    return rows > 0 && this.#env.facts.filtered === false && listsTheMachine(this.#expected.headings);
  }

  #use(name: string, at: number, expected: string, actual: string): void {
    this.#uses.push({ name, at, expected, actual });
  }
}

/** Among so many rows the one most like a wrong one is looked for. */
const mostLooked = 100;

/** `docker history` lists layers, the newest first. */
function isOrdered(headings: readonly Heading[]): boolean {
  return headings.some((heading) => heading.name === 'CREATED BY');
}

const machineWide =
  /^(?:REPOSITORY|CONTAINER ID|VOLUME NAME|NETWORK ID|STARS|REPLICAS|MANAGER STATUS|NAMES|컨테이너 ID|저장소|레포지토리|리포지토리|네트워크 ID|볼륨 이름|ID)$/;

function listsTheMachine(headings: readonly Heading[]): boolean {
  return headings.some((heading) => machineWide.test(heading.name));
}

function isTelling(column: SharedColumn): boolean {
  const kind = column.heading.column?.kind ?? 'text';
  return !['free', 'age', 'size', 'measure', 'process', 'id'].includes(kind);
}

/** Two containers never have one ID; two image names may. */
function isUnshared(column: SharedColumn): boolean {
  return column.heading.column?.kind !== 'id' || /CONTAINER|NETWORK|컨테이너|네트워크/.test(column.heading.name);
}

function replaced(expected: Side, actual: Side, at: number): BlockMatch {
  const gone = expected.lines.map(
    (text, index): Pair => ({ at: at + index, expected: text, actual: null, resolved: null, holds: false }),
  );
  const come = actual.lines.map(
    (text): Pair => ({ at: null, expected: null, actual: text, resolved: text, holds: false }),
  );
  return { holds: false, uses: [], claims: [], pairs: [...gone, ...come] };
}
