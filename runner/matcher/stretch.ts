import type { Texts, Tie } from './align.ts';

/** Where a stretch of the chapter's units stands in the actual text: from its first tied unit to after its last one. */
export interface Way {
  readonly start: number;
  readonly end: number;
  readonly ties: readonly Tie[];
}

/** From an index to before another. */
type Range = readonly [from: number, to: number];

interface State {
  /** The place to go on from. Noise after it may be passed over. */
  readonly at: number;
  readonly from: State | null;
  readonly tie: Tie | null;
}

/**
 * All ways by which a stretch without elisions fits the actual text, forwards from the beginning of the range or
 * backwards from its end, the shortest first.
 *
 * @returns forwards, `start` is the earliest and `end` the latest place at which the way can stop: noise lies between
 * them; backwards, `start` is the latest place at which it can begin
 */
export function waysThrough(
  texts: Texts,
  units: Range,
  range: Range,
  direction: 'forwards' | 'backwards',
): readonly Way[] {
  const step = direction === 'forwards' ? 1 : -1;
  const [unit, end] = step > 0 ? units : [units[1] - 1, units[0] - 1];
  const [place, limit] = step > 0 ? range : [range[1] - 1, range[0] - 1];
  let states: readonly State[] = [{ at: place, from: null, tie: null }];
  for (let index = unit; index !== end && states.length > 0; index += step) {
    states = advance(texts, states, index, step, limit);
  }
  return states.map((state) => {
    const ties = tiesTo(state);
    if (step > 0) return { start: state.at, end: afterNoise(texts, state.at, step, limit), ties: ties.reverse() };
    return { start: state.at + 1, end: range[1], ties };
  });
}

/** The way through a stretch between two elisions that ends earliest. */
export function earliestEnd(texts: Texts, units: Range, range: Range): Way | undefined {
  const [from, to] = range;
  if (units[0] === units[1]) return { start: from, end: from, ties: [] };
  for (let size = 32; ; size *= 4) {
    const until = Math.min(from + size, to);
    const end = firstEnd(texts, units, from, until, to);
    if (end === null) {
      if (until === to) return undefined;
      continue;
    }
    // A start further on may yet end earlier, if the way found passes over much noise.
    const best = end <= until ? end : (firstEnd(texts, units, from, end, to) ?? end);
    const way = waysThrough(texts, units, [from, best], 'backwards')[0];
    return way === undefined ? undefined : { ...way, end: best };
  }
}

/** The earliest end of all ways that begin in a window; only places are kept. */
function firstEnd(texts: Texts, units: Range, from: number, until: number, to: number): number | null {
  let places: readonly number[] = Array.from({ length: Math.min(until, to) - from + 1 }, (_, index) => from + index);
  for (let unit = units[0]; unit < units[1]; unit += 1) {
    places = placesAfter(texts, places, unit, to);
    if (places.length === 0) return null;
  }
  return places[0] ?? null;
}

/** Indexed loops: this is where the time of a search goes. */
function placesAfter(texts: Texts, places: readonly number[], unit: number, to: number): readonly number[] {
  const next: number[] = [];
  const noise = texts.expected[unit] === true;
  let last = -1;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? to;
    if (noise && last !== place) {
      last = place;
      next.push(last);
    }
    for (let at = place; at < to; at += 1) {
      const passable = texts.actual[at] === true;
      if (last < at + 1 && !(noise && passable) && texts.agree(unit, at)) {
        last = at + 1;
        next.push(last);
      }
      if (!passable || places[index + 1] === at + 1) break;
    }
  }
  return next;
}

function advance(texts: Texts, states: readonly State[], unit: number, step: number, limit: number): readonly State[] {
  const noise = texts.expected[unit] === true;
  const next = new Map<number, State>();
  for (const [index, state] of states.entries()) {
    if (noise && !next.has(state.at)) next.set(state.at, state);
    for (let at = state.at; at !== limit; at += step) {
      const passable = texts.actual[at] === true;
      // Noise is paired with noise when the way is known.
      if (!(noise && passable) && !next.has(at + step) && texts.agree(unit, at)) {
        const tie: Tie = [unit, at];
        next.set(at + step, { at: at + step, from: state, tie });
      }
      if (!passable || states[index + 1]?.at === at + step) break;
    }
  }
  return [...next.values()];
}

function afterNoise(texts: Texts, from: number, step: number, limit: number): number {
  let at = from;
  while (at !== limit && texts.actual[at] === true) at += step;
  return at;
}

/** The last tie first. */
function tiesTo(end: State): Tie[] {
  const ties: Tie[] = [];
  for (let state: State | null = end; state !== null; state = state.from) if (state.tie !== null) ties.push(state.tie);
  return ties;
}
