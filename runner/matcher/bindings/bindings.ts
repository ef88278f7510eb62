import type { Thing } from '../../command/index.ts';
import type { Bindings } from '../../core/match.ts';
import type { BindingType } from '../tolerances/tolerance.ts';
import { isInRange } from './given-values.ts';
import {
  builtBy,
  isMomentary,
  kindPrefix,
  loosePrefix,
  newIdOf,
  outliving,
  ownerPrefix,
  ownersOf,
  rangePrefix,
} from './lifetime.ts';

/** A value of the chapter seen together with a real one. */
export interface Claim {
  readonly type: BindingType;
  readonly expected: string;
  readonly actual: string;
  /** Line of the expected text, from 1. */
  readonly line: number;
  /** The line is this value and nothing else. */
  readonly alone?: boolean;
  /** What an ID is of. IDs that an author made up for things of two kinds may begin alike. */
  readonly of?: Thing['kind'];
  /** Different values of the chapter may be one in reality (images that share an ID). */
  readonly shared?: boolean;
}

type UnplacedClaim = Omit<Claim, 'line'> & { readonly line?: number };

/** Two claims that cannot both be true. */
export interface Contradiction {
  readonly claim: Claim;
  /** What the value was tied to before. */
  readonly earlier: string;
  /** Where that was: `5` for a line of the same text, else the place that an earlier step gave. */
  readonly place: string;
}

/** What one of the binder's maps held before. */
interface Change {
  readonly map: Map<string, string>;
  readonly key: string;
  readonly before: string | undefined;
}

const identityLength = 12;
/** What an author leaves of an ID before dots, at least. */
const leastCut = 4;
const placePrefix = 'at:';

/** Values of the chapter tied to real ones. Changes can be taken back to a mark. */
export class Binder {
  readonly #forward = new Map<string, string>();
  readonly #backward = new Map<string, string>();
  readonly #places = new Map<string, string>();
  readonly #owners = new Map<string, string>();
  /** Values that may be bound anew: what they belonged to is over. */
  readonly #loose = new Map<string, string>();
  readonly #kinds = new Map<string, string>();
  /** What is noted of a binding, under which prefix of its key. */
  readonly #notes = [
    [kindPrefix, this.#kinds],
    [placePrefix, this.#places],
    [ownerPrefix, this.#owners],
    [loosePrefix, this.#loose],
  ] as const;
  /** Ranges of addresses that the reader gave. */
  readonly #ranges: string[] = [];
  readonly #journal: Change[] = [];
  /** An ID was bound of which only the beginning was shown. */
  #anyCut = false;
  readonly #placeOf: (line: number) => string;
  readonly #command: string;

  /** @param command whose output is compared */
  constructor(bindings: Bindings, placeOf: (line: number) => string = String, command = '') {
    this.#placeOf = placeOf;
    this.#command = command;
    for (const [key, value] of Object.entries(outliving(bindings, command))) {
      const note = this.#notes.find(([prefix]) => key.startsWith(prefix));
      if (key.startsWith(rangePrefix)) this.#ranges.push(value);
      if (note !== undefined) note[1].set(key.slice(note[0].length), value);
      else {
        this.#forward.set(key, value);
        this.#anyCut ||= isCut(key);
        this.#backward.set(`${typeOf(key)}:${identity(typeOf(key), value)}`, key);
      }
    }
  }

  /** A point to go back to. */
  mark(): number {
    return this.#journal.length;
  }

  undo(mark: number): void {
    while (this.#journal.length > mark) {
      const change = this.#journal.pop();
      if (change?.before === undefined) change?.map.delete(change.key);
      else change.map.set(change.key, change.before);
    }
  }

  /**
   * Takes all claims or, where one contradicts, none; then says which.
   *
   * @param line of the expected text, from 1, for claims that do not name theirs
   */
  take(claims: readonly UnplacedClaim[], line = 0): Contradiction | null {
    const mark = this.mark();
    for (const claim of claims) {
      const contradiction = this.#takeOne(claim.line === undefined ? { line, ...claim } : (claim as Claim));
      if (contradiction !== null) {
        this.undo(mark);
        return contradiction;
      }
    }
    return null;
  }

  /** The real value of one of the chapter's, as far as known. */
  realOf(type: BindingType, expected: string): string | null {
    return this.#forward.get(keyOf(type, expected)) ?? null;
  }

  /** All bindings, with what is noted of them. */
  all(): Bindings {
    const all: Record<string, string> = {};
    for (const [key, value] of this.#forward) all[key] = value;
    for (const [prefix, map] of this.#notes) for (const [key, value] of map) all[`${prefix}${key}`] = value;
    return all;
  }

  #takeOne(claim: Claim): Contradiction | null {
    const { expected, actual } = claim;
    if (isMask(expected)) return null;
    const type = this.#typeOf(claim);
    const range = type === 'ip' ? this.#rangeLeft(expected, actual) : undefined;
    if (range !== undefined) return this.#contradiction(claim, range, `${rangePrefix}${range}`);
    const key = this.#keyOf(claim, type);
    const known = this.#forward.get(key);
    const back = `${type}:${identity(type, actual)}`;
    const other = this.#backward.get(back);
    if (known !== undefined && sameValue(type, known, actual)) {
      if (actual.length > known.length) this.#set(this.#forward, key, bare(actual));
      if (this.#loose.has(key)) this.#remove(this.#loose, key);
      return null;
    }
    // A digest is that of one content everywhere.
    if (known !== undefined && type === 'digest' && expected === actual) return null;
    const taken = other !== undefined && other !== key && claim.shared !== true && !this.#loose.has(other);
    if (known !== undefined && !this.#mayChange(key, claim, other)) return this.#contradiction(claim, known, key);
    if (taken) return this.#contradiction(claim, other.slice(other.indexOf(':') + 1), other);
    this.#set(this.#forward, key, bare(actual));
    this.#anyCut ||= isCut(key);
    this.#set(this.#places, key, this.#placeOf(claim.line));
    const of = this.#kindOf(claim);
    if (of !== undefined) this.#set(this.#kinds, key, of);
    const built = type === 'id' ? builtBy(this.#command) : [];
    if (isMomentary(type)) this.#set(this.#owners, key, ownersOf(this.#command));
    else if (built.length > 0) this.#set(this.#owners, key, built.join(' '));
    if (other === undefined || this.#loose.has(other)) this.#set(this.#backward, back, key);
    if (this.#loose.has(key)) this.#remove(this.#loose, key);
    return null;
  }

  /** A bare digest is an image's ID, unless the command asks for what a registry knows the image by. */
  #typeOf({ type, expected }: Claim): BindingType {
    return type === 'id' && expected.startsWith('sha256:') && /\.(?:Repo)?Digests?\b/.test(this.#command)
      ? 'digest'
      : type;
  }

  /** Whether a value may stand for another one than before: what it belonged to is over, or this is something new. */
  #mayChange(key: string, { type, alone = false }: Claim, other: string | undefined): boolean {
    const isNew = alone && type === 'id' && other === undefined && newIdOf(this.#command) !== undefined;
    return isNew || this.#loose.has(key);
  }

  /** A range that holds the chapter's address, but not the real one. */
  #rangeLeft(expected: string, actual: string): string | undefined {
    return this.#ranges.find(
      (range) => isInRange(expected, range) && !isInRange(actual, range) && !this.#loose.has(`${rangePrefix}${range}`),
    );
  }

  #keyOf(claim: Claim, type: BindingType): string {
    const key = this.#keyFor(type, claim.expected);
    const of = this.#kindOf(claim);
    return of === undefined || (this.#kinds.get(key) ?? of) === of ? key : `${key}@${of}`;
  }

  #kindOf({ of, type, alone = false }: Claim): Thing['kind'] | undefined {
    return of ?? (alone && type === 'id' ? newIdOf(this.#command) : undefined);
  }

  /** A cut ID (`5e4f3a…`) is the known one that begins with it, or that it begins with. */
  #keyFor(type: BindingType, expected: string): string {
    const key = keyOf(type, expected);
    if (!isHash(type) || this.#forward.has(key)) return key;
    if (!isCut(key)) return (this.#anyCut && cutsOf(key, type).find((cut) => this.#forward.has(cut))) || key;
    for (const known of this.#forward.keys()) if (known.startsWith(key)) return known;
    return key;
  }

  #contradiction(claim: Claim, earlier: string, key: string): Contradiction {
    return { claim, earlier, place: this.#places.get(key) ?? '' };
  }

  #set(map: Map<string, string>, key: string, value: string): void {
    this.#keep(map, key);
    map.set(key, value);
  }

  #remove(map: Map<string, string>, key: string): void {
    this.#keep(map, key);
    map.delete(key);
  }

  /** Notes how a value can be put back. */
  #keep(map: Map<string, string>, key: string): void {
    this.#journal.push({ map, key, before: map.get(key) });
  }
}

/** The key under which a value of the chapter is bound. */
export function keyOf(type: BindingType, expected: string): string {
  return `${type}:${identity(type, expected)}`;
}

function typeOf(key: string): BindingType {
  return key.slice(0, key.indexOf(':')) as BindingType;
}

/** Whether it is the key of an ID, and holds less than what identifies one. */
function isCut(key: string): boolean {
  return isHash(typeOf(key)) && key.length <= key.indexOf(':') + identityLength;
}

/** The keys of an ID of which only the beginning was shown, the longest first. */
function cutsOf(key: string, type: BindingType): readonly string[] {
  const start = type.length + 1;
  return Array.from({ length: identityLength - leastCut }, (_, less) =>
    key.slice(0, start + identityLength - 1 - less),
  );
}

/** The author has hidden the value: `xxxxxxxxxxxx`. It may stand for one here and for another there. */
function isMask(value: string): boolean {
  return /^(?:sha256:)?([xX*•])\1{3,}$/.test(value);
}

/** It is written in full, short and cut. */
function isHash(type: BindingType): boolean {
  return type === 'id' || type === 'digest';
}

/** Short and long forms of an ID are one identity. */
function identity(type: BindingType, value: string): string {
  return isHash(type) ? bare(value).slice(0, identityLength) : value;
}

function bare(value: string): string {
  const from = value.startsWith('sha256:') ? 'sha256:'.length : 0;
  const dots = value.endsWith('…') ? 1 : value.endsWith('...') ? 3 : 0;
  return value.slice(from, value.length - dots);
}

function sameValue(type: BindingType, known: string, actual: string): boolean {
  if (!isHash(type)) return known === actual;
  const [left, right] = [bare(known), bare(actual)];
  return left.startsWith(right) || right.startsWith(left);
}
