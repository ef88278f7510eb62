import { earliestEnd, waysThrough } from './stretch.ts';
import type { Unit } from './units.ts';

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
export function findWay(expected: readonly Unit[], actual: readonly Unit[], agree: Agree): readonly Move[] | null {
  const texts = { expected: expected.map(isNoise), actual: actual.map(isNoise), agree };
  const elisions = expected.flatMap((unit, index) => (unit.kind === 'elision' ? [index] : []));
  const [first, last] = [elisions[0], elisions.at(-1)];
  if (first === undefined || last === undefined) {
    const ways = waysThrough(texts, [0, expected.length], [0, actual.length], 'forwards');
    const whole = ways.find((way) => way.end === actual.length);
    return whole === undefined ? null : new Path(texts).tie(whole.ties, expected.length, actual.length).moves;
  }
  const head = waysThrough(texts, [0, first], [0, actual.length], 'forwards')[0];
  if (head === undefined) return null;
  const path = new Path(texts).tie(head.ties, first, head.start);
  for (const [index, at] of elisions.entries()) {
    const next = elisions[index + 1];
    const found =
      next === undefined
        ? waysThrough(texts, [at + 1, expected.length], [path.actual, actual.length], 'backwards')[0]
        : earliestEnd(texts, [at + 1, next], [path.actual, actual.length]);
    if (found === undefined) return null;
    path.elide(at, found.start).tie(found.ties, next ?? expected.length, found.end);
  }
  return path.moves;
}

/** The texts as the search sees them: which units are noise, and which agree. */
export interface Texts {
  readonly expected: readonly boolean[];
  readonly actual: readonly boolean[];
  readonly agree: Agree;
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
  switch (unit.kind) {
    case 'line':
      return unit.noise;
    case 'block':
      return unit.block.noise;
    case 'elision':
      return null;
  }
}
