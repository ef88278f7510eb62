import type { Unit } from '../units.ts';
import { Counting } from './counting.ts';
import { open } from './kinds.ts';
import { earliestEnd, waysThrough } from './stretch.ts';

/** What one step of an alignment does: a pair of units, or one that stands alone. */
export interface Move {
  /** Index of the chapter's unit; null for an actual unit that the chapter lacks. */
  readonly expected: number | null;
  readonly actual: number | null;
}

export type Agree = (expected: number, actual: number) => boolean;

/** Two places that stand for each other. */
export type Tie = readonly [expected: number, actual: number];

/**
 * Finds a way through both texts in which every unit that counts has its like: an elision stands for any units, noise
 * may be missing. Between two elisions only the earliest place where the stretch of units ends matters, after the last
 * one only how the text ends; so long texts with many elisions take little more time than reading them.
 *
 * @returns the moves in order, or null where there is no such way
 */
export function findWay(expected: Side, actual: Side, agree: Agree): readonly Move[] | null {
  const texts = textsOf(expected, actual, agree);
  const [mine, real] = [expected.units.length, actual.units.length];
  const elisions = expected.units.flatMap((unit, index) => (unit.kind === 'elision' ? [index] : []));
  const [first, last] = [elisions[0], elisions.at(-1)];
  if (first === undefined || last === undefined) {
    for (const way of waysThrough(texts, [0, mine], [0, real], 'forwards'))
      if (way.end === real) return new Path(texts).tie(way.ties(), mine, real).moves;
    return null;
  }
  const [head] = waysThrough(texts, [0, first], [0, real], 'forwards');
  if (head === undefined) return null;
  const path = new Path(texts).tie(head.ties(), first, head.start);
  for (const [index, at] of elisions.entries()) {
    const next = elisions[index + 1];
    const found =
      next === undefined
        ? waysThrough(texts, [at + 1, mine], [path.actual, real], 'backwards').next().value
        : earliestEnd(texts, [at + 1, next], [path.actual, real]);
    if (!found) return null;
    path.elide(at, found.start).tie(found.ties(), next ?? mine, found.end);
  }
  return path.moves;
}

/** One of the two texts. */
export interface Side {
  readonly units: readonly Unit[];
  readonly kinds: Int32Array;
}

/** The texts as the search sees them. */
export interface Texts {
  /** For each of the chapter's units, whether it may be missing. */
  readonly noise: readonly boolean[];
  readonly counting: Counting;
  readonly kinds: { readonly expected: Int32Array; readonly actual: Int32Array };
  /** How many of the actual units are of a kind, or of an open one. */
  readonly places: (kind: number) => number;
  readonly agree: Agree;
}

function textsOf(expected: Side, actual: Side, agree: Agree): Texts {
  const counts = new Map<number, number>();
  for (const kind of actual.kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    noise: expected.units.map(isNoise),
    counting: new Counting(actual.units.map(isNoise)),
    kinds: { expected: expected.kinds, actual: actual.kinds },
    places: (kind) => (kind === open ? actual.kinds.length : (counts.get(kind) ?? 0) + (counts.get(open) ?? 0)),
    agree,
  };
}

/** Writes down the moves from tie to tie; what stands between two ties is noise, of which like is paired with like. */
class Path {
  readonly moves: Move[] = [];
  expected = 0;
  actual = 0;
  readonly #texts: Texts;

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  tie(ties: readonly Tie[], expectedEnd: number, actualEnd: number): this {
    for (const [expected, actual] of ties) {
      this.#pass(expected, actual);
      this.#pair();
    }
    this.#pass(expectedEnd, actualEnd);
    return this;
  }

  elide(at: number, actualEnd: number): this {
    this.moves.push({ expected: at, actual: null });
    for (; this.actual < actualEnd; this.actual += 1) this.moves.push({ expected: at, actual: this.actual });
    this.expected = at + 1;
    return this;
  }

  #pair(): void {
    this.moves.push({ expected: this.expected++, actual: this.actual++ });
  }

  #pass(expectedEnd: number, actualEnd: number): void {
    while (this.expected < expectedEnd) {
      const like = this.#like(actualEnd);
      if (like < 0) this.moves.push({ expected: this.expected++, actual: null });
      else {
        while (this.actual < like) this.moves.push({ expected: null, actual: this.actual++ });
        this.#pair();
      }
    }
    while (this.actual < actualEnd) this.moves.push({ expected: null, actual: this.actual++ });
  }

  /** The next actual noise that agrees with the chapter's, if it is near. */
  #like(end: number): number {
    const nearest = Math.min(end, this.actual + 20);
    for (let at = this.actual; at < nearest; at += 1) if (this.#texts.agree(this.expected, at)) return at;
    return -1;
  }
}

function isNoise(unit: Unit): boolean {
  return noiseOfUnit(unit) !== null;
}

/** The tolerance by which a unit may be missing on the other side. */
export function noiseOfUnit(unit: Unit): string | null {
  return unit.kind === 'elision' ? null : unit.noise;
}
