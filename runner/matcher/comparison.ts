import { isError } from '../printed/index.ts';
import { align, type Move, type Side } from './alignment/align.ts';
import { kindsOf, mayAgree } from './alignment/kinds.ts';
import { Likeness } from './alignment/likeness.ts';
import type { Binder, Contradiction } from './bindings/bindings.ts';
import type { UnitsOf } from './by-lines.ts';
import { contradicted, namesAnother, pulledImages } from './contradicted.ts';
import type { CommandFacts } from './facts.ts';
import { compareLine } from './line/compare-line.ts';
import { wrongIndents } from './line/indents.ts';
import { compareLines, type LineMatch } from './line/line.ts';
import { patchLine } from './line/patch-line.ts';
import { readUnits } from './read-units.ts';
import { type BlockMatch, type Env, type LocatedUse, noiseOfUnit, type Pair, type Unit } from './units.ts';

/** What a comparison found. */
export interface Finding {
  readonly holds: boolean;
  readonly uses: readonly LocatedUse[];
  readonly pairs: readonly Pair[];
  readonly contradiction: Contradiction | null;
}

/** What a comparison of outputs of one command needs. */
export function envOf(facts: CommandFacts, binder: Binder): Env {
  return {
    facts,
    binder,
    same: (expected, actual, own = facts) => {
      const mark = binder.mark();
      const { holds } = new Comparison(expected, actual, envOf(own, binder)).run(false);
      binder.undo(mark);
      return holds;
    },
  };
}

/** Of so many pairs of blocks it is kept how they differ. */
const mostKept = 1000;

/** Compares two texts: cuts them into units, finds which stand against which, and collects what was needed. */
export class Comparison {
  readonly #expected: Side;
  readonly #actual: Side;
  readonly #texts: { readonly expected: readonly string[]; readonly actual: readonly string[] };
  readonly #env: Env;
  /** What was found of two lines that differ as they are written, by the numbers of their texts. */
  readonly #known = new Map<number, LineMatch | null>();
  readonly #numbers = new Map<string, number>();
  readonly #likeness = new Likeness();
  /** The last line with which each of the chapter's agreed: mostly it is the one it is paired with. */
  readonly #found: { readonly actual: number; readonly match: LineMatch }[] = [];
  /** Whether two blocks agree, what was found of them, and how much was known of the chapter's values then. */
  readonly #blocks = new Map<
    number,
    { readonly holds: boolean; readonly match: BlockMatch | null; readonly mark: number }
  >();
  readonly #uses: LocatedUse[] = [];
  readonly #pairs: Pair[] = [];
  /** Indexes of the pairs of lines that agree. */
  readonly #agreeing: number[] = [];
  #contradiction: Contradiction | null = null;
  /** The chapter shows a failure itself; else what it leaves out is none. */
  readonly #promisesFailure: boolean;
  /** What the chapter says is pulled. */
  readonly #images: ReadonlySet<string> | null;

  /**
   * @param excerpt further actual lines do not count
   * @param units the texts, if they are already cut into units
   */
  constructor(
    expected: readonly string[],
    actual: readonly string[],
    env: Env,
    excerpt = false,
    units: UnitsOf = [readUnits(expected, 'expected', env.facts), readUnits(actual, 'actual', env.facts)],
  ) {
    const real = units[1];
    const read = heldAgainst(units[0], real);
    const mine = excerpt ? withGaps(read) : read;
    const kinds = kindsOf(mine, real, env);
    this.#expected = { units: mine, kinds: kinds.expected };
    this.#actual = { units: real, kinds: kinds.actual };
    this.#texts = { expected, actual };
    this.#env = env;
    this.#promisesFailure = env.facts.passesBy || expected.some(isError);
    this.#images = pulledImages(expected, env.facts);
  }

  /** @param shown where the texts differ, find out where; else only that they do */
  run(shown = true): Finding {
    const way = align(
      this.#expected,
      this.#actual,
      (expected, actual) => this.#agree(expected, actual),
      (expected, actual) => (shown ? this.#unlikeness(expected, actual) : 1),
    );
    if (!shown && !way.every((move) => this.#fits(move)))
      return { holds: false, uses: [], pairs: [], contradiction: null };
    for (const move of way) this.#note(move);
    for (const index of contradicted(this.#uses, this.#pairs, this.#texts)) this.#reject(index);
    this.#checkIndents();
    return {
      holds: this.#pairs.every((pair) => pair.holds),
      uses: this.#uses,
      pairs: this.#pairs,
      contradiction: this.#contradiction,
    };
  }

  #fits({ expected, actual }: Move): boolean {
    const left = expected === null ? undefined : this.#expected.units[expected];
    const right = actual === null ? undefined : this.#actual.units[actual];
    if (left?.kind === 'elision') return true;
    if (left === undefined || right === undefined) return [left, right].every((unit) => !unit || noiseOfUnit(unit));
    return this.#agree(expected ?? 0, actual ?? 0);
  }

  #checkIndents(): void {
    const lines = this.#agreeing.map((index) => ({
      expected: this.#pairs[index]?.expected ?? '',
      actual: this.#pairs[index]?.actual ?? '',
    }));
    const isFree = this.#env.facts.loose?.includes('whitespace');
    for (const wrong of wrongIndents(lines).map((index) => this.#agreeing[index] ?? 0)) {
      if (isFree !== true) this.#reject(wrong);
      else this.#uses.push({ name: 'whitespace', at: this.#pairs[wrong]?.at ?? 0, expected: '', actual: '' });
    }
  }

  #reject(index: number): void {
    const pair = this.#pairs[index];
    if (pair !== undefined) this.#pairs[index] = { ...pair, holds: false, resolved: pair.actual };
  }

  #agree(expected: number, actual: number): boolean {
    if (!mayAgree(this.#expected.kinds[expected], this.#actual.kinds[actual])) return false;
    const [left, right] = [this.#expected.units[expected], this.#actual.units[actual]];
    if (left?.kind === 'line' && right?.kind === 'line') {
      const match = this.#lines(expected, actual);
      if (match !== null) this.#found[expected] = { actual, match };
      return match !== null;
    }
    if (left?.kind !== 'block' || right?.kind !== 'block') return false;
    const key = this.#keyOf(expected, actual);
    const known = this.#blocks.get(key);
    if (known !== undefined) return known.holds;
    const match = left.form.compare(left.read, right.read, this.#env);
    const { holds } = match;
    const kept = holds || this.#blocks.size < mostKept;
    this.#blocks.set(key, { holds, match: kept ? match : null, mark: this.#env.binder.mark() });
    return holds;
  }

  #keyOf(expected: number, actual: number): number {
    return expected * this.#actual.units.length + actual;
  }

  #lines(expected: number, actual: number): LineMatch | null {
    const [left, right] = [this.#expected.units[expected], this.#actual.units[actual]];
    if (left?.kind !== 'line' || right?.kind !== 'line') return null;
    if (!mayAgree(this.#expected.kinds[expected], this.#actual.kinds[actual])) return null;
    const match = compareLines(left.text, right.text, this.#env.facts);
    if (match !== null) return match;
    const key = this.#numberOf(left.text) * 2 ** 26 + this.#numberOf(right.text);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = compareLine(left.text, right.text, this.#env.facts);
    this.#known.set(key, found);
    return found;
  }

  #numberOf(text: string): number {
    const known = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, known);
    return known;
  }

  #unlikeness(expected: number, actual: number): number {
    const [left, right] = [this.#expected.units[expected], this.#actual.units[actual]];
    if (left?.kind === 'block' && right?.kind === 'block' && left.name === right.name) return 0.3;
    if (left?.kind !== 'line' || right?.kind !== 'line') return 3;
    return 0.1 + 1.3 * (1 - this.#likeness.of(left.text, right.text));
  }

  #note(move: Move): void {
    const left = move.expected === null ? undefined : this.#expected.units[move.expected];
    const right = move.actual === null ? undefined : this.#actual.units[move.actual];
    if (left === undefined) this.#alone(right);
    else if (left.kind === 'elision') this.#elided(left, right);
    else if (right === undefined) this.#missing(left);
    else if (left.kind === 'block' && right.kind === 'block' && left.name === right.name)
      this.#both(this.#compared(move) ?? left.form.compare(left.read, right.read, this.#env));
    else if (left.kind === 'line' && right.kind === 'line') this.#line(move.expected ?? 0, move.actual ?? 0, left.at);
    else {
      this.#missing(left);
      this.#alone(right);
    }
  }

  #line(expected: number, actual: number, at: number): void {
    const found = this.#found[expected];
    const match = found?.actual === actual ? found.match : this.#lines(expected, actual);
    const [left, right] = [this.#expected.units[expected], this.#actual.units[actual]];
    if (left?.kind !== 'line' || right?.kind !== 'line') return;
    // What need not be there ties nothing: images share layers at one time and not at another.
    const ties = match !== null && left.noise === null;
    const contradiction = ties ? this.#env.binder.take(match.claims, at + 1) : null;
    this.#contradiction ??= contradiction;
    const holds = match !== null && contradiction === null;
    for (const { name, expected: text, actual: other } of match?.uses ?? [])
      this.#uses.push({ name, expected: text, actual: other, at });
    if (holds) this.#agreeing.push(this.#pairs.length);
    const resolved = holds ? left.text : patchLine(left.text, right.text, this.#env.facts);
    this.#pairs.push({ at, expected: left.text, actual: right.text, resolved, holds });
  }

  /** What is known of two blocks, unless something was learned since that it may contradict. */
  #compared({ expected, actual }: Move): BlockMatch | null {
    const known = this.#blocks.get(this.#keyOf(expected ?? 0, actual ?? 0));
    return known?.mark === this.#env.binder.mark() ? known.match : null;
  }

  #both(match: BlockMatch): void {
    this.#uses.push(...match.uses);
    const contradiction = this.#env.binder.take(match.claims);
    this.#contradiction ??= contradiction;
    for (const claim of match.learned ?? []) this.#env.binder.take([claim]);
    const wrong = contradiction === null ? -1 : contradiction.claim.line - 1;
    this.#pairs.push(
      ...match.pairs.map((pair) => (pair.at === wrong ? { ...pair, holds: false, resolved: pair.actual } : pair)),
    );
  }

  #elided(left: Unit, right: Unit | undefined): void {
    if (left.kind !== 'elision') return;
    if (right === undefined) {
      if (left.text !== '')
        this.#pairs.push({ at: left.at, expected: left.text, actual: '', resolved: left.text, holds: true });
      return;
    }
    const texts = textsOf(right);
    this.#uses.push({ name: 'elision', at: left.at, expected: left.text, actual: texts.join('\n') });
    if (this.#promisesFailure) return;
    const isForeign = (text: string) => isError(text) || namesAnother(text, this.#images);
    for (const text of texts.filter(isForeign))
      this.#pairs.push({ at: null, expected: null, actual: text, resolved: text, holds: false });
  }

  #missing(left: Unit): void {
    const holds = noiseOfUnit(left) !== null;
    for (const [index, text] of textsOf(left).entries()) {
      if (holds) this.#uses.push({ name: noiseOfUnit(left) ?? '', at: left.at + index, expected: text, actual: '' });
      this.#pairs.push({ at: left.at + index, expected: text, actual: null, resolved: holds ? text : null, holds });
    }
  }

  #alone(right: Unit | undefined): void {
    if (right === undefined) return;
    const noise = noiseOfUnit(right);
    for (const text of textsOf(right)) {
      if (noise !== null) this.#uses.push({ name: noise, at: this.#pairs.at(-1)?.at ?? 0, expected: '', actual: text });
      else this.#pairs.push({ at: null, expected: null, actual: text, resolved: text, holds: false });
    }
  }
}

/** The chapter's units; those that may be missing on one side count where the other text has one of their kind. */
function heldAgainst(expected: readonly Unit[], actual: readonly Unit[]): readonly Unit[] {
  const kinds = new Set(actual.flatMap((unit) => kindAlone(unit) ?? []));
  return expected.map((unit) => (kinds.has(kindAlone(unit) ?? '') ? counting(unit) : unit));
}

function kindAlone(unit: Unit): string | undefined {
  return unit.kind === 'elision' ? undefined : unit.alone;
}

function counting(unit: Unit): Unit {
  return unit.kind === 'elision' ? unit : { ...unit, noise: null };
}

/** As if the author had written `...` before, between and after all lines. */
function withGaps(units: readonly Unit[]): readonly Unit[] {
  const gap = (at: number): Unit => ({ kind: 'elision', at, text: '' });
  return [gap(0), ...units.flatMap((unit) => [unit, gap(unit.at)])];
}

function textsOf(unit: Unit): readonly string[] {
  return unit.kind === 'block' ? unit.read.lines : [unit.text];
}
