import type { Texts, Tie } from './align.ts';
import { mayAgree, none } from './kinds.ts';

/** Where a stretch of the chapter's units stands in the actual text: from its first tied unit to after its last one. */
export interface Way {
  readonly start: number;
  readonly end: number;
  /** The pairs of which it consists, in order. */
  readonly ties: () => readonly Tie[];
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
export function* waysThrough(
  texts: Texts,
  units: Range,
  range: Range,
  direction: 'forwards' | 'backwards',
): Generator<Way> {
  const step = direction === 'forwards' ? 1 : -1;
  const [unit, end] = step > 0 ? units : [units[1] - 1, units[0] - 1];
  const [place, limit] = step > 0 ? range : [range[1] - 1, range[0] - 1];
  let states: readonly State[] = [{ at: place, from: null, tie: null }];
  for (let index = unit; index !== end && states.length > 0; index += step) {
    states = advance(texts, states, index, step, limit);
  }
  for (const state of states)
    yield step > 0
      ? { start: state.at, end: Math.min(texts.counting.next(state.at), limit), ties: () => tiesTo(state).reverse() }
      : { start: state.at + 1, end: range[1], ties: () => tiesTo(state) };
}

/**
 * The way through a stretch between two elisions that ends earliest. It is looked for at the places of the unit that
 * has the fewest, so that a text in which lines repeat is not gone through from each of them.
 */
export function earliestEnd(texts: Texts, units: Range, range: Range): Way | undefined {
  const anchor = rarest(texts, units);
  if (anchor === null) return { start: range[0], end: range[0], ties: () => [] };
  let best: Way | undefined;
  let tries = 0;
  for (const place of placesOf(texts, anchor, range)) {
    if (best !== undefined && (place >= best.end || tries++ > patience)) break;
    const way = wayThrough(texts, units, range, [anchor, place]);
    if (way === undefined || (best !== undefined && way.end >= best.end)) continue;
    best = way;
    // A start further on may yet end earlier, if the way found passes over noise.
    if (!hasNoise(texts, [place, way.end])) break;
  }
  return best;
}

/** Further starts that are tried after a way is found. */
const patience = 100;

/** The unit of a stretch that counts and agrees with the fewest places, as far as kinds tell; null without one. */
function rarest(texts: Texts, units: Range): number | null {
  let found: number | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (let unit = units[0]; unit < units[1]; unit += 1) {
    if (texts.noise[unit] === true) continue;
    const places = texts.places(texts.kinds.expected[unit] ?? none);
    if (places < fewest) [found, fewest] = [unit, places];
  }
  return found;
}

function* placesOf(texts: Texts, unit: number, [from, to]: Range): Generator<number> {
  for (let at = from; at < to; at += 1) if (texts.agree(unit, at)) yield at;
}

function wayThrough(texts: Texts, units: Range, range: Range, [unit, place]: Tie): Way | undefined {
  if (!mayFit(texts, units, range, place - unit)) return undefined;
  const [before] = waysThrough(texts, [units[0], unit], [range[0], place], 'backwards');
  if (before === undefined) return undefined;
  const [after] = waysThrough(texts, [unit + 1, units[1]], [place + 1, range[1]], 'forwards');
  if (after === undefined) return undefined;
  const ties = () => [...before.ties(), [unit, place] as const, ...after.ties()];
  return { start: before.start, end: after.start, ties };
}

/** A look ahead by kinds alone, where every unit has one place that it can stand at. */
function mayFit(texts: Texts, units: Range, range: Range, shift: number): boolean {
  if (texts.counting.hasNoise) return true;
  for (let unit = units[0]; unit < units[1]; unit += 1) if (texts.noise[unit] === true) return true;
  if (units[0] + shift < range[0] || units[1] + shift > range[1]) return false;
  const { expected, actual } = texts.kinds;
  for (let unit = units[0]; unit < units[1]; unit += 1)
    if (!mayAgree(expected[unit], actual[unit + shift])) return false;
  return true;
}

function hasNoise(texts: Texts, [from, to]: Range): boolean {
  for (let at = from; at < to; at += 1) if (texts.counting.isNoise(at)) return true;
  return false;
}

/** Indexed loops: this is where the time of a search goes. */
function advance(texts: Texts, states: readonly State[], unit: number, step: number, limit: number): readonly State[] {
  const noise = texts.noise[unit] === true;
  const next: State[] = [];
  for (let index = 0; index < states.length; index += 1) {
    const state = states[index];
    if (state === undefined) break;
    if (noise) reach(next, state, step);
    const until = states[index + 1]?.at ?? limit;
    // Noise is paired with noise when the way is known.
    const first = noise ? texts.counting.from(state.at, step) : state.at;
    for (let at = first; (until - at) * step > 0; at += step) {
      if (texts.agree(unit, at)) reach(next, { at: at + step, from: state, tie: [unit, at] }, step);
      if (!texts.counting.isNoise(at)) break;
    }
  }
  return next;
}

/** Adds a state that is further on than the last one. */
function reach(states: State[], state: State, step: number): void {
  const last = states.at(-1);
  if (last === undefined || (state.at - last.at) * step > 0) states.push(state);
}

/** The last tie first. */
function tiesTo(end: State): Tie[] {
  const ties: Tie[] = [];
  for (let state: State | null = end; state !== null; state = state.from) if (state.tie !== null) ties.push(state.tie);
  return ties;
}
