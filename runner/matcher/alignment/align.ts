import { noiseOfUnit, type Unit } from '../units.ts';
import { open } from './kinds.ts';

/** What one step of an alignment does: a pair of units, or one that stands alone. */
export interface Move {
  /** Index of the chapter's unit; null for an actual unit that the chapter lacks. */
  readonly expected: number | null;
  readonly actual: number | null;
}

type Agree = (expected: number, actual: number) => boolean;

/** How unlike two units are that do not agree: up to 1 and a little more for those that have nothing in common. */
type Unlikeness = (expected: number, actual: number) => number;

/** Two places that stand for each other. */
type Tie = readonly [expected: number, actual: number];

/** A part of both texts: from a place in each to before another one. */
interface Part {
  readonly from: Tie;
  readonly to: Tie;
}

/** One of the two texts. */
export interface Side {
  readonly units: readonly Unit[];
  readonly kinds: Int32Array;
}

/** In so many comparisons of pairs a text is aligned. What is left then is paired by place. */
const most = 1_000_000;

/**
 * Aligns two texts such that as little as possible is shown as different, and nothing where that can be: an elision
 * stands for any units, noise may be missing. What is the same at both ends is paired at once, and a long text is cut at
 * units that stand for each other beyond doubt.
 */
export function align(expected: Side, actual: Side, agree: Agree, unlikeness: Unlikeness): readonly Move[] {
  const [head, tail] = equalEnds(expected, actual, agree);
  const to: Tie = [expected.units.length - tail, actual.units.length - tail];
  const cost: Unlikeness = (left, right) => (agree(left, right) ? 0 : unlikeness(left, right));
  let left = most;
  const within = (part: Part): readonly Move[] => {
    const size = (part.to[0] - part.from[0]) * (part.to[1] - part.from[1]);
    if (size <= left) {
      left -= size;
      return cheapest(expected, actual, part, cost);
    }
    const anchors = anchorsOf(expected, actual, part, agree);
    if (anchors.length === 0) return byPlace(part);
    return between(part, anchors).flatMap((each, index) => [
      ...within(each),
      ...pairsFrom(each.to, index < anchors.length ? 1 : 0),
    ]);
  };
  return [...pairsFrom([0, 0], head), ...within({ from: [head, head], to }), ...pairsFrom(to, tail)];
}

function equalEnds(expected: Side, actual: Side, agree: Agree): readonly [head: number, tail: number] {
  const [mine, real] = [expected.units.length, actual.units.length];
  const same = (left: number, right: number) => expected.units[left]?.kind !== 'elision' && agree(left, right);
  const least = Math.min(mine, real);
  let head = 0;
  while (head < least && same(head, head)) head += 1;
  let tail = 0;
  while (tail < least - head && same(mine - 1 - tail, real - 1 - tail)) tail += 1;
  return [head, tail];
}

/** What lies before, between and after anchors. */
function between({ from, to }: Part, anchors: readonly Tie[]): readonly Part[] {
  const starts: readonly Tie[] = [from, ...anchors.map(([left, right]): Tie => [left + 1, right + 1])];
  return starts.map((start, index) => ({ from: start, to: anchors[index] ?? to }));
}

function pairsFrom([expected, actual]: Tie, count: number): readonly Move[] {
  return Array.from({ length: count }, (_, index) => ({ expected: expected + index, actual: actual + index }));
}

function byPlace({ from, to }: Part): readonly Move[] {
  const [rows, columns] = [to[0] - from[0], to[1] - from[1]];
  return Array.from({ length: Math.max(rows, columns) }, (_, index) => ({
    expected: index < rows ? from[0] + index : null,
    actual: index < columns ? from[1] + index : null,
  }));
}

/**
 * Units that stand for each other beyond doubt: the only ones of their kind in a part of both texts, as many as stand
 * in one order (the idea of Bram Cohen's patience diff).
 */
function anchorsOf(expected: Side, actual: Side, { from, to }: Part, agree: Agree): readonly Tie[] {
  const mine = onlyOnes(expected.kinds, from[0], to[0]);
  const real = onlyOnes(actual.kinds, from[1], to[1]);
  const ties: Tie[] = [];
  for (const [kind, at] of mine) {
    const place = real.get(kind);
    if (place !== undefined && agree(at, place)) ties.push([at, place]);
  }
  return longestRising(ties);
}

/** The place of each unit whose kind occurs once, in order. */
function onlyOnes(kinds: Int32Array, from: number, to: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const several = new Set<number>();
  for (let at = from; at < to; at += 1) {
    const kind = kinds[at] ?? open;
    if (kind <= open || several.has(kind)) continue;
    if (places.delete(kind)) several.add(kind);
    else places.set(kind, at);
  }
  return places;
}

/** Of ties in the chapter's order the longest row that is in the actual order too. */
function longestRising(ties: readonly Tie[]): readonly Tie[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, place]] of ties.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ties[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const row: Tie[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) row.push(ties[at] ?? [0, 0]);
  return row.reverse();
}

/** What it costs to show a unit as missing or unexpected; noise, and what the author left out, are no difference, however many. */
const skipCost = 0.6;
const noiseCost = 1e-6;
const elidedCost = 1e-9;

/** The alignment of a part of two texts in which the unlikeness of the pairs and the units left alone add up to least. */
function cheapest(expected: Side, actual: Side, part: Part, unlikeness: Unlikeness): readonly Move[] {
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
