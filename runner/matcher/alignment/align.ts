import type { Unit } from '../units.ts';
import { anchorsOf } from './anchors.ts';
import { cheapest } from './cheapest.ts';

/** What one step of an alignment does: a pair of units, or one that stands alone. */
export interface Move {
  /** Index of the chapter's unit; null for an actual unit that the chapter lacks. */
  readonly expected: number | null;
  readonly actual: number | null;
}

export type Agree = (expected: number, actual: number) => boolean;

/** How unlike two units are that do not agree: up to 1 and a little more for those that have nothing in common. */
export type Unlikeness = (expected: number, actual: number) => number;

/** Two places that stand for each other. */
export type Tie = readonly [expected: number, actual: number];

/** A part of both texts: from a place in each to before another one. */
export interface Part {
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
