import type { Agree, Move } from './align.ts';
import { noiseOfUnit } from './align.ts';
import type { Unit } from './units.ts';

/** How unlike two units are: 0 the same, 1 and more nothing in common. */
export type Unlikeness = (expected: number, actual: number) => number;

const skipCost = 0.6;
const noiseCost = 0.01;
/** Beyond this many comparisons lines are paired by place. */
const most = 4_000_000;

/** Aligns two texts that differ, such that as little as possible is shown as different. */
export function alignDiffering(
  expected: readonly Unit[],
  actual: readonly Unit[],
  agree: Agree,
  unlikeness: Unlikeness,
): readonly Move[] {
  let head = 0;
  while (head < expected.length && head < actual.length && expected[head]?.kind !== 'elision' && agree(head, head))
    head += 1;
  let tail = 0;
  const least = Math.min(expected.length, actual.length) - head;
  while (
    tail < least &&
    expected.at(-1 - tail)?.kind !== 'elision' &&
    agree(expected.length - 1 - tail, actual.length - 1 - tail)
  )
    tail += 1;
  const [rows, columns] = [expected.length - head - tail, actual.length - head - tail];
  const before = Array.from({ length: head }, (_, index): Move => ({ expected: index, actual: index }));
  const after = Array.from(
    { length: tail },
    (_, index): Move => ({ expected: head + rows + index, actual: head + columns + index }),
  );
  const middle =
    rows * columns > most
      ? byPlace(rows, columns)
      : cheapest(expected.slice(head, head + rows), actual.slice(head, head + columns), (left, right) =>
          agree(head + left, head + right) ? 0 : unlikeness(head + left, head + right),
        );
  return [...before, ...middle.map((move) => shifted(move, head)), ...after];
}

function shifted(move: Move, by: number): Move {
  return {
    expected: move.expected === null ? null : move.expected + by,
    actual: move.actual === null ? null : move.actual + by,
  };
}

function byPlace(rows: number, columns: number): Move[] {
  return Array.from({ length: Math.max(rows, columns) }, (_, index) => ({
    expected: index < rows ? index : null,
    actual: index < columns ? index : null,
  }));
}

function cheapest(expected: readonly Unit[], actual: readonly Unit[], cost: Unlikeness): Move[] {
  const width = actual.length + 1;
  const costs = new Float64Array((expected.length + 1) * width);
  const skipE = expected.map((unit) =>
    unit.kind === 'elision' ? 0 : noiseOfUnit(unit) === null ? skipCost : noiseCost,
  );
  const skipA = actual.map((unit) => (noiseOfUnit(unit) === null ? skipCost : noiseCost));
  const pair = new Float64Array(expected.length * actual.length);
  for (let row = expected.length; row >= 0; row -= 1) {
    for (let column = actual.length; column >= 0; column -= 1) {
      const index = row * width + column;
      if (row === expected.length && column === actual.length) continue;
      const down = row < expected.length ? (skipE[row] ?? 0) + (costs[index + width] ?? 0) : Number.POSITIVE_INFINITY;
      const elided = row < expected.length && expected[row]?.kind === 'elision';
      const right =
        column < actual.length
          ? (elided ? 0.0001 : (skipA[column] ?? 0)) + (costs[index + 1] ?? 0)
          : Number.POSITIVE_INFINITY;
      let both = Number.POSITIVE_INFINITY;
      if (row < expected.length && column < actual.length && !elided) {
        pair[row * actual.length + column] = cost(row, column);
        both = (pair[row * actual.length + column] ?? 0) + (costs[index + width + 1] ?? 0);
      }
      costs[index] = Math.min(down, right, both);
    }
  }
  return walk(expected, actual, costs, pair, skipE, skipA);
}

function walk(
  expected: readonly Unit[],
  actual: readonly Unit[],
  costs: Float64Array,
  pair: Float64Array,
  skipE: readonly number[],
  skipA: readonly number[],
): Move[] {
  const width = actual.length + 1;
  const moves: Move[] = [];
  let [row, column] = [0, 0];
  while (row < expected.length || column < actual.length) {
    const index = row * width + column;
    const here = costs[index] ?? 0;
    const elided = expected[row]?.kind === 'elision';
    const both =
      row < expected.length && column < actual.length && !elided
        ? (pair[row * actual.length + column] ?? 0) + (costs[index + width + 1] ?? 0)
        : Number.POSITIVE_INFINITY;
    if (both <= here + 1e-9) moves.push({ expected: row++, actual: column++ });
    else if (
      column < actual.length &&
      (elided ? 0.0001 : (skipA[column] ?? 0)) + (costs[index + 1] ?? 0) <= here + 1e-9
    )
      moves.push({ expected: elided ? row : null, actual: column++ });
    else if (row < expected.length && (skipE[row] ?? 0) + (costs[index + width] ?? 0) <= here + 1e-9)
      moves.push({ expected: row++, actual: null });
    else break;
  }
  return moves;
}
