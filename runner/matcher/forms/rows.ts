import type { Claim } from '../bindings/bindings.ts';
import type { LineMatch } from '../line/line.ts';
import type { BlockMatch, Env, LocatedUse, Pair } from '../units.ts';
import { type Assigned, assignRows, type RowRules } from './assign-rows.ts';

/** A line of a form that is read as rows. */
export interface RowLine<Row> {
  readonly text: string;
  /** Null for a line that is none and always holds: a rule, a blank line, one that means nothing. */
  readonly row: Row | null;
  /** A mark of the author for rows left out. */
  readonly elision?: boolean;
}

/** How rows are compared, and how the chapter's are put right. */
export interface RowForm<Row> extends RowRules<Row> {
  /** How much of a wrong row an actual one has, 0 to 1: the one that has most stands against it. */
  readonly likeness?: (expected: Row, actual: Row) => number;
  /** What a wrong row tells all the same of values of the chapter. */
  readonly claims?: (expected: Row, actual: Row) => LineMatch['claims'];
  /** The chapter's line with what is wrong replaced by what the actual line says; the actual line, if not given. */
  readonly patch?: (expected: Row, actual: Row) => string;
  /** A line for an actual row that the chapter lacks; the actual line, if not given. */
  readonly insert?: (actual: Row) => string;
}

interface RowTexts<Row> {
  readonly expected: readonly RowLine<Row>[];
  readonly actual: readonly RowLine<Row>[];
  /** Index of the first expected line in the chapter's text. */
  readonly at: number;
}

/** Compares rows with rows, whatever they are rows of. */
export function compareRows<Row>(texts: RowTexts<Row>, form: RowForm<Row>, env: Env): BlockMatch {
  return new RowComparison(texts, form, env).run();
}

/** Among so many rows the one most like a wrong one is looked for. */
const mostLooked = 100;
/** Of a row that stands against a wrong one so much is as it should be. */
const leastLikeness = 0.5;

/** A line that is a row. */
interface Placed<Row> {
  readonly text: string;
  readonly row: Row;
}

class RowComparison<Row> {
  readonly #texts: RowTexts<Row>;
  readonly #form: RowForm<Row>;
  readonly #env: Env;
  readonly #real: readonly Placed<Row>[];
  readonly #uses: LocatedUse[] = [];
  readonly #claims: Claim[] = [];
  readonly #learned: Claim[] = [];
  readonly #pairs: Pair[] = [];
  /** For each pair the place of its actual row; -1 where it has none. */
  readonly #places: number[] = [];
  /** The chapter's ID that each real one was first seen with. */
  readonly #ids = new Map<string, string>();

  constructor(texts: RowTexts<Row>, form: RowForm<Row>, env: Env) {
    this.#texts = texts;
    this.#form = form;
    this.#env = env;
    this.#real = texts.actual.flatMap(({ text, row }) => (row === null ? [] : [{ text, row }]));
  }

  run(): BlockMatch {
    const { expected, at } = this.#texts;
    const rows = expected.flatMap(({ row }, index) => (row === null ? [] : [{ row, line: at + index + 1 }]));
    const assigned = assignRows({ expected: rows, actual: this.#real.map(({ row }) => row) }, this.#form, this.#env);
    const byLine = new Map(rows.map(({ line }, index) => [line, assigned[index] ?? null]));
    const free = new Set(this.#real.keys());
    for (const each of assigned) if (each !== null) free.delete(each.place);
    for (const [index, line] of expected.entries()) this.#line(at + index, line, byLine.get(at + index + 1), free);
    this.#noteOrder();
    this.#further(free);
    const holds = this.#pairs.every((pair) => pair.holds);
    return { holds, uses: this.#uses, claims: this.#claims, learned: this.#learned, pairs: this.#pairs };
  }

  #line(at: number, { text, row, elision = false }: RowLine<Row>, assigned: Assigned | null = null, free: Set<number>) {
    if (assigned !== null) return this.#held(at, text, assigned);
    const alone = row === null ? (elision ? 'elision' : null) : this.#form.alone(row, 'expected');
    if (alone !== null) this.#use(alone, at, text, '');
    if (row === null || alone !== null)
      return this.#pair({ at, expected: text, actual: '', resolved: text, holds: true }, -1);
    this.#broken(at, text, row, free);
  }

  #held(at: number, text: string, { place, match }: Assigned): void {
    for (const use of match.uses) this.#uses.push({ at, ...use });
    for (const claim of match.claims) this.#claims.push({ line: at + 1, ...claim });
    const holds = !match.claims.some((claim) => this.#isTaken(claim));
    const actual = this.#real[place]?.text ?? '';
    this.#pair({ at, expected: text, actual, resolved: holds ? text : actual, holds }, place);
  }

  /** What the chapter shows as two is not one in reality. */
  #isTaken({ type, expected, actual }: Pick<Claim, 'type' | 'expected' | 'actual'>): boolean {
    if (type !== 'id') return false;
    const known = this.#ids.get(actual) ?? expected;
    this.#ids.set(actual, known);
    return known !== expected;
  }

  /** A row that is not there, or not so: the actual row most like it stands against it. */
  #broken(at: number, text: string, row: Row, free: Set<number>): void {
    const place = this.#likest(row, free);
    const actual = this.#real[place];
    free.delete(place);
    const resolved = actual === undefined ? null : (this.#form.patch?.(row, actual.row) ?? actual.text);
    if (actual !== undefined)
      for (const claim of this.#form.claims?.(row, actual.row) ?? []) this.#learned.push({ line: at + 1, ...claim });
    this.#pair({ at, expected: text, actual: actual?.text ?? null, resolved, holds: false }, place);
  }

  #likest(row: Row, free: ReadonlySet<number>): number {
    let [best, score] = [-1, 0];
    for (const place of [...free].slice(0, mostLooked)) {
      const actual = this.#real[place];
      const likeness = actual === undefined ? 0 : (this.#form.likeness?.(row, actual.row) ?? 0);
      if (likeness > score) [best, score] = [place, likeness];
    }
    return score >= leastLikeness ? best : -1;
  }

  #noteOrder(): void {
    const places = this.#places.filter((place) => place >= 0);
    const inOrder = places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
    if (!inOrder) this.#use('row-order', this.#texts.at, '', '');
  }

  /** Actual rows that are nobody's. */
  #further(places: ReadonlySet<number>): void {
    const further = new Map<string, number>();
    for (const place of places) {
      const { text = '', row } = this.#real[place] ?? {};
      const alone = row === undefined ? null : this.#form.alone(row, 'actual');
      if (alone !== null) further.set(alone, (further.get(alone) ?? 0) + 1);
      else if (row !== undefined)
        this.#insert(
          { at: null, expected: null, actual: text, resolved: this.#form.insert?.(row) ?? text, holds: false },
          place,
        );
    }
    for (const [name, count] of further) this.#use(name, this.#texts.at, '', `${count}`);
  }

  /** Before the line that comes after it. */
  #insert(pair: Pair, place: number): void {
    const next = this.#places.findIndex((each) => each > place);
    const index = next < 0 ? this.#pairs.length : next;
    this.#pairs.splice(index, 0, pair);
    this.#places.splice(index, 0, place);
  }

  #pair(pair: Pair, place: number): void {
    this.#pairs.push(pair);
    this.#places.push(place);
  }

  #use(name: string, at: number, expected: string, actual: string): void {
    this.#uses.push({ name, at, expected, actual });
  }
}
