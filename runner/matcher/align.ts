import type { Unit } from './units.ts';

/** What one step of an alignment does: a pair of units, or one that stands alone. */
export interface Move {
  /** Index of the chapter's unit; null for an actual unit that the chapter lacks. */
  readonly expected: number | null;
  readonly actual: number | null;
}

export type Agree = (expected: number, actual: number) => boolean;

interface State {
  readonly actual: number;
  readonly from: State | null;
  readonly move: Move | null;
}

/**
 * Finds a way through both texts in which every unit that counts has its like: an elision stands for any units, noise
 * may be missing. After an elision only the earliest place to go on from matters, so the time is at worst that of
 * comparing every unit with every other.
 *
 * @returns the moves in order, or null where there is no such way
 */
export function findWay(expected: readonly Unit[], actual: readonly Unit[], agree: Agree): readonly Move[] | null {
  let states = closed([{ actual: 0, from: null, move: null }], actual);
  for (const [index, unit] of expected.entries()) {
    states = closed(advance(states, index, unit, actual, agree), actual);
    if (states.length === 0) return null;
  }
  const end = states.find((state) => state.actual === actual.length);
  return end === undefined ? null : movesTo(end);
}

function advance(states: readonly State[], index: number, unit: Unit, actual: readonly Unit[], agree: Agree): State[] {
  if (unit.kind === 'elision') {
    const first = states.reduce((least, state) => (state.actual < least.actual ? state : least));
    return ray(first, index, actual.length);
  }
  const next: State[] = [];
  for (const state of states) {
    if (state.actual < actual.length && agree(index, state.actual)) {
      next.push({ actual: state.actual + 1, from: state, move: { expected: index, actual: state.actual } });
    }
    if (noiseOfUnit(unit) !== null) next.push({ ...state, from: state, move: { expected: index, actual: null } });
  }
  return next;
}

/** Every place from which to go on after an elision. */
function ray(first: State, index: number, end: number): State[] {
  const states: State[] = [{ actual: first.actual, from: first, move: { expected: index, actual: null } }];
  for (let at = first.actual; at < end; at += 1) {
    const from = states[states.length - 1] ?? first;
    states.push({ actual: at + 1, from, move: { expected: index, actual: at } });
  }
  return states;
}

/** Adds the places that are reached by passing over noise; keeps one state for each place, in order. */
function closed(states: readonly State[], actual: readonly Unit[]): State[] {
  const byPlace = new Map<number, State>();
  for (const state of states) if (!byPlace.has(state.actual)) byPlace.set(state.actual, state);
  for (let state of [...byPlace.values()]) {
    while (true) {
      const unit = actual[state.actual];
      if (unit === undefined || noiseOfUnit(unit) === null || byPlace.has(state.actual + 1)) break;
      state = { actual: state.actual + 1, from: state, move: { expected: null, actual: state.actual } };
      byPlace.set(state.actual, state);
    }
  }
  return [...byPlace.values()];
}

/** The tolerance by which a unit may be missing on the other side. */
export function noiseOfUnit(unit: Unit): string | null {
  switch (unit.kind) {
    case 'line':
      return unit.noise;
    case 'block':
      return unit.block.noise;
    case 'elision':
      return null;
  }
}

function movesTo(end: State): readonly Move[] {
  const moves: Move[] = [];
  for (let state: State | null = end; state !== null; state = state.from)
    if (state.move !== null) moves.push(state.move);
  return moves.reverse();
}
