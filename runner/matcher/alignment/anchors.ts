import type { Agree, Part, Side, Tie } from './align.ts';
import { open } from './kinds.ts';

/**
 * Units that stand for each other beyond doubt: the only ones of their kind in a part of both texts, as many as stand
 * in one order (the idea of Bram Cohen's patience diff).
 */
export function anchorsOf(expected: Side, actual: Side, { from, to }: Part, agree: Agree): readonly Tie[] {
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
