import { noiseOfUnit, type Unit } from '../units.ts';
import type { Move, Part, Side, Unlikeness } from './align.ts';

/** What it costs to show a unit as missing or unexpected; noise, and what the author left out, are no difference, however many. */
const skipCost = 0.6;
const noiseCost = 1e-6;
const elidedCost = 1e-9;

/** The alignment of a part of two texts in which the unlikeness of the pairs and the units left alone add up to least. */
export function cheapest(expected: Side, actual: Side, part: Part, unlikeness: Unlikeness): readonly Move[] {
  return new Grid(expected, actual, part, unlikeness).walk();
}

class Grid {
  readonly #part: Part;
  readonly #rows: readonly Unit[];
  readonly #columns: readonly Unit[];
  /** What a pair costs, and what everything from a pair on costs. */
  readonly #pairs: Float64Array;
  readonly #rest: Float64Array;

  constructor(expected: Side, actual: Side, part: Part, unlikeness: Unlikeness) {
    const { from, to } = part;
    this.#part = part;
    this.#rows = expected.units.slice(from[0], to[0]);
    this.#columns = actual.units.slice(from[1], to[1]);
    this.#pairs = new Float64Array(this.#rows.length * this.#columns.length);
    this.#rest = new Float64Array((this.#rows.length + 1) * (this.#columns.length + 1));
    for (let row = this.#rows.length; row >= 0; row -= 1)
      for (let column = this.#columns.length; column >= 0; column -= 1) {
        if (this.#isPair(row, column))
          this.#pairs[row * this.#columns.length + column] = unlikeness(from[0] + row, from[1] + column);
        const best = Math.min(this.#both(row, column), this.#right(row, column), this.#down(row, column));
        this.#rest[this.#at(row, column)] = best === Number.POSITIVE_INFINITY ? 0 : best;
      }
  }

  walk(): readonly Move[] {
    const moves: Move[] = [];
    const [mine, real] = this.#part.from;
    let [row, column] = [0, 0];
    while (row < this.#rows.length || column < this.#columns.length) {
      const here = (this.#rest[this.#at(row, column)] ?? 0) + 1e-12;
      if (this.#both(row, column) <= here) moves.push({ expected: mine + row++, actual: real + column++ });
      else if (this.#right(row, column) <= here)
        moves.push({ expected: this.#isElided(row) ? mine + row : null, actual: real + column++ });
      else moves.push({ expected: mine + row++, actual: null });
    }
    return moves;
  }

  #both(row: number, column: number): number {
    if (!this.#isPair(row, column)) return Number.POSITIVE_INFINITY;
    return (this.#pairs[row * this.#columns.length + column] ?? 0) + (this.#rest[this.#at(row + 1, column + 1)] ?? 0);
  }

  #right(row: number, column: number): number {
    const unit = this.#columns[column];
    if (unit === undefined) return Number.POSITIVE_INFINITY;
    return (this.#isElided(row) ? elidedCost : costOf(unit)) + (this.#rest[this.#at(row, column + 1)] ?? 0);
  }

  #down(row: number, column: number): number {
    const unit = this.#rows[row];
    if (unit === undefined) return Number.POSITIVE_INFINITY;
    return costOf(unit) + (this.#rest[this.#at(row + 1, column)] ?? 0);
  }

  #isPair(row: number, column: number): boolean {
    return row < this.#rows.length && column < this.#columns.length && !this.#isElided(row);
  }

  #isElided(row: number): boolean {
    return this.#rows[row]?.kind === 'elision';
  }

  #at(row: number, column: number): number {
    return row * (this.#columns.length + 1) + column;
  }
}

/** What it costs to leave a unit alone. */
function costOf(unit: Unit): number {
  if (unit.kind === 'elision') return 0;
  return noiseOfUnit(unit) === null ? skipCost : noiseCost;
}
