import type { Claim } from '../bindings.ts';
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
  /** The order means something. */
  readonly ordered: boolean;
}

/**
 * Finds for each expected row an actual row of its own, the nearest in order first, such that no binding contradicts
 * another.
 *
 * @returns for each expected row the index of its actual row, or -1
 */
export function assignRows<Left, Right>(rules: RowRules<Left, Right>, env: Env): readonly number[] {
  const search = new Search(rules, env);
  const mark = env.binder.mark();
  const found = search.from(0, -1);
  env.binder.undo(mark);
  return found ? search.chosen : completed(search.best, rules);
}

/** For a table that does not fit: what each row can be by itself, so that only the wrong rows are shown as wrong. */
function completed<Left, Right>(best: readonly number[], rules: RowRules<Left, Right>): readonly number[] {
  const taken = new Set(best);
  let last = -1;
  return best.map((chosen, index) => {
    const left = rules.expected[index];
    if (chosen >= 0 || left === undefined) {
      last = Math.max(last, chosen);
      return chosen;
    }
    const free = rules.actual.findIndex(
      (right, candidate) =>
        !taken.has(candidate) && (!rules.ordered || candidate > last) && rules.compare(left, right) !== null,
    );
    if (free >= 0) {
      taken.add(free);
      last = free;
    }
    return free;
  });
}

/** Enough for every real table, and an end for contrived ones. */
const patience = 20_000;

class Search<Left, Right> {
  readonly chosen: number[];
  best: readonly number[];
  readonly #rules: RowRules<Left, Right>;
  readonly #env: Env;
  readonly #taken: Uint8Array;
  #tries = 0;
  #depth = -1;

  constructor(rules: RowRules<Left, Right>, env: Env) {
    this.#rules = rules;
    this.#env = env;
    this.chosen = rules.expected.map(() => -1);
    this.best = [...this.chosen];
    this.#taken = new Uint8Array(rules.actual.length);
  }

  from(index: number, last: number): boolean {
    const { expected, actual, ordered } = this.#rules;
    if (index > this.#depth) {
      this.#depth = index;
      this.best = [...this.chosen];
    }
    if (index >= expected.length) return true;
    const count = actual.length;
    for (let step = 1; step <= count; step += 1) {
      const candidate = (last + step) % count;
      if (ordered && last + step >= count) break;
      if (this.#taken[candidate] === 1) continue;
      this.#tries += 1;
      if (this.#tries > patience + expected.length * 4) return false;
      if (this.#try(index, candidate)) return true;
    }
    return false;
  }

  #try(index: number, candidate: number): boolean {
    const { expected, actual, compare, lineOf } = this.#rules;
    const [left, right] = [expected[index], actual[candidate]];
    if (left === undefined || right === undefined) return false;
    const match = compare(left, right);
    if (match === null) return false;
    const mark = this.#env.binder.mark();
    const line = lineOf(index) + 1;
    if (this.#env.binder.take(match.claims.map((claim) => ({ ...claim, line }))) !== null) return false;
    this.chosen[index] = candidate;
    this.#taken[candidate] = 1;
    if (this.from(index + 1, candidate)) return true;
    this.chosen[index] = -1;
    this.#taken[candidate] = 0;
    this.#env.binder.undo(mark);
    return false;
  }
}
