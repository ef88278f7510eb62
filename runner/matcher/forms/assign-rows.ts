import { firstAfter } from '../../core/sorted.ts';
import type { LineMatch } from '../line/line.ts';
import type { Env, Side } from '../units.ts';

/** How the rows of a form are compared. */
export interface RowRules<Row> {
  /** @returns what was needed, or null where they differ */
  readonly compare: (expected: Row, actual: Row) => LineMatch | null;
  /** Rows of two kinds differ: they need not be compared. Null for a row that may be like rows of any kind. */
  readonly kindOf: (row: Row, side: Side) => string | null;
  /** The tolerance by which a row may have no like on the other side; null for one that must have it. */
  readonly alone: (row: Row, side: Side) => string | null;
  /** The order means something. */
  readonly ordered?: boolean;
}

/** The chapter's rows, each with its line (from 1), and the real ones. */
interface Rows<Row> {
  readonly expected: readonly { readonly row: Row; readonly line: number }[];
  readonly actual: readonly Row[];
}

/** The actual row that an expected one stands for: its index, and what was needed. */
export interface Assigned {
  readonly place: number;
  readonly match: LineMatch;
}

/**
 * Finds for each expected row an actual row of its own, the nearest in order first, such that no binding contradicts
 * another. Rows that need no like come last.
 *
 * @returns for each expected row its actual row, or null
 */
export function assignRows<Row>(rows: Rows<Row>, rules: RowRules<Row>, env: Env): readonly (Assigned | null)[] {
  const search = new Search(rows, rules, env);
  const mark = env.binder.mark();
  if (!search.everyRowHasLike() || !search.run()) {
    env.binder.undo(mark);
    search.complete();
  }
  search.placeFree();
  env.binder.undo(mark);
  return search.assigned();
}

/** Enough for every real table, and an end for contrived ones. */
const patience = 3000;

class Search<Row> {
  readonly #rows: Rows<Row>;
  readonly #rules: RowRules<Row>;
  readonly #env: Env;
  /** Indexes of the rows that must have a like, and of those that need none. */
  readonly #due: readonly number[];
  readonly #free: readonly number[];
  readonly #chosen: number[];
  readonly #places: Places<Row>;
  readonly #taken: Uint8Array;
  readonly #marks: number[] = [];
  readonly #known = new Map<number, LineMatch | null>();
  #tries = 0;

  constructor(rows: Rows<Row>, rules: RowRules<Row>, env: Env) {
    this.#rows = rows;
    this.#rules = rules;
    this.#env = env;
    const isFree = rows.expected.map(({ row }) => rules.alone(row, 'expected') !== null);
    const indexes = [...rows.expected.keys()];
    this.#due = indexes.filter((index) => isFree[index] === false);
    this.#free = indexes.filter((index) => isFree[index] === true);
    this.#chosen = rows.expected.map(() => -1);
    this.#places = new Places(rows, rules);
    this.#taken = new Uint8Array(rows.actual.length);
  }

  /** Without that no search is needed: no order and no bindings help a row that is like none. */
  everyRowHasLike(): boolean {
    let last = -1;
    for (const index of this.#due) {
      const like = this.#first(this.#places.from(index, last), (place) => this.#compare(index, place) !== null);
      if (like < 0) return false;
      last = like;
    }
    this.#tries = 0;
    return true;
  }

  run(): boolean {
    const cursors: Iterator<number>[] = [];
    for (let at = 0; at < this.#due.length; ) {
      const [index = 0, before = -1] = [this.#due[at], this.#due[at - 1]];
      cursors[at] ??= this.#places.from(index, this.#chosen[before] ?? -1);
      if (this.#place(index, cursors[at])) {
        at += 1;
        continue;
      }
      cursors.length = at;
      at -= 1;
      if (at < 0 || this.#isOutOfPatience()) return false;
      this.#release(before);
    }
    return true;
  }

  /**
   * For rows that do not fit: what each can be as long as no binding contradicts, then what it can be by itself, so that
   * only the wrong ones are shown as wrong.
   */
  complete(): void {
    this.#chosen.fill(-1);
    this.#taken.fill(0);
    this.#tries = 0;
    this.#placeEach(this.#due);
    let last = -1;
    for (const index of this.#due) {
      const chosen = this.#chosen[index] ?? -1;
      last = Math.max(last, chosen < 0 ? this.#placeAlone(index, this.#rules.ordered ? last : -1) : chosen);
    }
  }

  /** Rows that need no like have one where one is left. */
  placeFree(): void {
    this.#placeEach(this.#free);
  }

  assigned(): readonly (Assigned | null)[] {
    return this.#chosen.map((place, index) => {
      const match = place < 0 ? null : this.#compare(index, place);
      return match === null ? null : { place, match };
    });
  }

  #placeEach(indexes: readonly number[]): void {
    let last = -1;
    for (const index of indexes)
      if (this.#place(index, this.#places.from(index, last))) last = this.#chosen[index] ?? last;
  }

  #placeAlone(index: number, after: number): number {
    const places = this.#places.from(index, after);
    const place = this.#first(places, (each) => this.#taken[each] !== 1 && this.#compare(index, each) !== null);
    this.#chosen[index] = place;
    if (place >= 0) this.#taken[place] = 1;
    return place;
  }

  /** @returns -1 where there is none, or too many were tried */
  #first(places: Iterable<number>, fits: (place: number) => boolean): number {
    for (const place of places) {
      this.#tries += 1;
      if (this.#isOutOfPatience()) return -1;
      if (fits(place)) return place;
    }
    return -1;
  }

  #place(index: number, cursor: Iterator<number> | undefined): boolean {
    for (let next = cursor?.next(); next !== undefined && next.done !== true; next = cursor?.next()) {
      if (this.#taken[next.value] === 1) continue;
      this.#tries += 1;
      if (this.#isOutOfPatience()) return false;
      if (this.#take(index, next.value)) return true;
    }
    return false;
  }

  #take(index: number, place: number): boolean {
    const match = this.#compare(index, place);
    if (match === null) return false;
    const mark = this.#env.binder.mark();
    const line = this.#rows.expected[index]?.line ?? 0;
    if (this.#env.binder.take(match.claims.map((claim) => ({ line, ...claim }))) !== null) return false;
    this.#chosen[index] = place;
    this.#taken[place] = 1;
    this.#marks[index] = mark;
    return true;
  }

  #release(index: number): void {
    this.#taken[this.#chosen[index] ?? -1] = 0;
    this.#chosen[index] = -1;
    this.#env.binder.undo(this.#marks[index] ?? 0);
  }

  #compare(index: number, place: number): LineMatch | null {
    const key = index * this.#rows.actual.length + place;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const [left, right] = [this.#rows.expected[index], this.#rows.actual[place]];
    const match = left === undefined || right === undefined ? null : this.#rules.compare(left.row, right);
    this.#known.set(key, match);
    return match;
  }

  #isOutOfPatience(): boolean {
    return this.#tries > patience + this.#rows.expected.length * 2;
  }
}

/** The actual rows that an expected one can be, as far as kinds tell. */
class Places<Row> {
  readonly #ordered: boolean;
  readonly #every: readonly number[];
  readonly #kinds: readonly (string | null)[];
  readonly #byKind = new Map<string, number[]>();

  constructor({ expected, actual }: Rows<Row>, { kindOf, ordered = false }: RowRules<Row>) {
    this.#ordered = ordered;
    this.#every = [...actual.keys()];
    const kinds = actual.map((row) => kindOf(row, 'actual'));
    for (const [index, kind] of kinds.entries()) {
      if (kind === null) continue;
      const places = this.#byKind.get(kind);
      if (places === undefined) this.#byKind.set(kind, [index]);
      else places.push(index);
    }
    // Then there is an actual row that may be of any kind.
    const open = kinds.includes(null);
    this.#kinds = expected.map(({ row }) => (open ? null : kindOf(row, 'expected')));
  }

  all(index: number): readonly number[] {
    const kind = this.#kinds[index] ?? null;
    return kind === null ? this.#every : (this.#byKind.get(kind) ?? []);
  }

  /** From the row after another one on; where order means nothing, then from the first. */
  *from(index: number, last: number): Generator<number> {
    const places = this.all(index);
    const start = firstAfter(places, last);
    for (let at = start; at < places.length; at += 1) yield places[at] ?? 0;
    if (!this.#ordered) for (let at = 0; at < start; at += 1) yield places[at] ?? 0;
  }
}
