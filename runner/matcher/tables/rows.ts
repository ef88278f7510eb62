import type { Claim } from '../bindings/bindings.ts';
import type { Env, LocatedUse } from '../units.ts';

/** What was found when two rows were compared. */
export interface RowMatch {
  readonly uses: readonly Omit<LocatedUse, 'at'>[];
  readonly claims: readonly Omit<Claim, 'line'>[];
}

export interface RowRules<Left, Right> {
  readonly expected: readonly Left[];
  readonly actual: readonly Right[];
  /** Index (from 0) of each expected row among the chapter's lines, for claims. */
  readonly lineOf: (index: number) => number;
  readonly compare: (expected: Left, actual: Right) => RowMatch | null;
  /** Rows of two kinds differ: they need not be compared. Null for a row that may be like rows of any kind. */
  readonly kindOfExpected: (row: Left) => string | null;
  readonly kindOfActual: (row: Right) => string | null;
  /** The order means something. */
  readonly ordered: boolean;
}

/** The actual row that an expected one stands for. */
export interface Assigned<Right> {
  readonly place: number;
  readonly actual: Right;
  readonly match: RowMatch;
}

/**
 * Finds for each expected row an actual row of its own, the nearest in order first, such that no binding contradicts
 * another.
 *
 * @returns for each expected row its actual row, or null
 */
export function assignRows<Left, Right>(rules: RowRules<Left, Right>, env: Env): readonly (Assigned<Right> | null)[] {
  const search = new Search(rules, env);
  const mark = env.binder.mark();
  const found = search.everyRowHasLike() && search.run();
  env.binder.undo(mark);
  if (!found) search.complete();
  env.binder.undo(mark);
  return search.assigned();
}

/** Enough for every real table, and an end for contrived ones. */
const patience = 3000;

class Search<Left, Right> {
  readonly #chosen: number[];
  readonly #rules: RowRules<Left, Right>;
  readonly #env: Env;
  readonly #places: Places<Left, Right>;
  readonly #taken: Uint8Array;
  readonly #marks: number[] = [];
  readonly #known = new Map<number, RowMatch | null>();
  #tries = 0;

  constructor(rules: RowRules<Left, Right>, env: Env) {
    this.#rules = rules;
    this.#env = env;
    this.#places = new Places(rules);
    this.#chosen = rules.expected.map(() => -1);
    this.#taken = new Uint8Array(rules.actual.length);
  }

  /** Without that no search is needed: no order and no bindings help a row that is like none. */
  everyRowHasLike(): boolean {
    let last = -1;
    for (const index of this.#rules.expected.keys()) {
      const like = this.#first(this.#places.from(index, last), (place) => this.#compare(index, place) !== null);
      if (like < 0) return false;
      last = like;
    }
    this.#tries = 0;
    return true;
  }

  run(): boolean {
    const cursors: Iterator<number>[] = [];
    let index = 0;
    while (index < this.#rules.expected.length) {
      cursors[index] ??= this.#places.from(index, this.#chosen[index - 1] ?? -1);
      if (this.#place(index, cursors[index])) {
        index += 1;
        continue;
      }
      cursors.length = index;
      index -= 1;
      if (index < 0 || this.#isOutOfPatience()) return false;
      this.#release(index);
    }
    return true;
  }

  /**
   * For a table that does not fit: what each row can be as long as no binding contradicts, then what it can be by
   * itself, so that only the wrong rows are shown as wrong.
   */
  complete(): void {
    this.#chosen.fill(-1);
    this.#taken.fill(0);
    this.#tries = 0;
    let last = -1;
    for (const index of this.#chosen.keys())
      if (this.#place(index, this.#places.from(index, last))) last = this.#chosen[index] ?? last;
    last = -1;
    for (const [index, chosen] of this.#chosen.entries())
      last = Math.max(last, chosen < 0 ? this.#placeAlone(index, this.#rules.ordered ? last : -1) : chosen);
  }

  assigned(): readonly (Assigned<Right> | null)[] {
    return this.#chosen.map((place, index) => {
      const actual = this.#rules.actual[place];
      const match = actual === undefined ? null : this.#compare(index, place);
      return actual === undefined || match === null ? null : { place, actual, match };
    });
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
    const line = this.#rules.lineOf(index) + 1;
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

  #compare(index: number, place: number): RowMatch | null {
    const key = index * this.#rules.actual.length + place;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const [left, right] = [this.#rules.expected[index], this.#rules.actual[place]];
    const match = left === undefined || right === undefined ? null : this.#rules.compare(left, right);
    this.#known.set(key, match);
    return match;
  }

  #isOutOfPatience(): boolean {
    return this.#tries > patience + this.#rules.expected.length * 2;
  }
}

/** The actual rows that an expected one can be, as far as kinds tell. */
class Places<Left, Right> {
  readonly #rules: RowRules<Left, Right>;
  readonly #every: readonly number[];
  readonly #kinds: readonly (string | null)[];
  readonly #byKind = new Map<string, number[]>();
  /** There is an actual row that may be of any kind. */
  #open = false;

  constructor(rules: RowRules<Left, Right>) {
    this.#rules = rules;
    this.#every = rules.actual.map((_, index) => index);
    for (const [index, row] of rules.actual.entries()) {
      const kind = rules.kindOfActual(row);
      if (kind === null) this.#open = true;
      else
        this.#byKind
          .set(kind, this.#byKind.get(kind) ?? [])
          .get(kind)
          ?.push(index);
    }
    this.#kinds = rules.expected.map((row) => (this.#open ? null : rules.kindOfExpected(row)));
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
    if (!this.#rules.ordered) for (let at = 0; at < start; at += 1) yield places[at] ?? 0;
  }
}

/** The index of the first of rising numbers that is greater than another. */
function firstAfter(numbers: readonly number[], last: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > last) high = middle;
    else low = middle + 1;
  }
  return low;
}
