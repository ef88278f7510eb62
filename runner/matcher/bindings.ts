import type { Bindings } from '../core/match.ts';
import type { BindingType } from './tolerances/tolerance.ts';

/** A value of the chapter seen together with a real one. */
export interface Claim {
  readonly type: BindingType;
  readonly expected: string;
  readonly actual: string;
  /** Line of the expected text, from 1. */
  readonly line: number;
  /** Different values of the chapter may be one in reality (images that share an ID). */
  readonly shared?: boolean;
}

/** Two claims that cannot both be true. */
export interface Contradiction {
  readonly claim: Claim;
  /** What the value was tied to before. */
  readonly earlier: string;
  /** Where that was: `5` for a line of the same text, else the place that an earlier step gave. */
  readonly place: string;
}

const identityLength = 12;
const placePrefix = 'at:';

/** Values of the chapter tied to real ones. Changes can be taken back to a mark. */
export class Binder {
  readonly #forward = new Map<string, string>();
  readonly #backward = new Map<string, string>();
  readonly #places = new Map<string, string>();
  readonly #journal: (() => void)[] = [];
  readonly #placeOf: (line: number) => string;

  constructor(bindings: Bindings, placeOf: (line: number) => string = String) {
    this.#placeOf = placeOf;
    for (const [key, value] of Object.entries(bindings)) {
      if (key.startsWith(placePrefix)) {
        this.#places.set(key.slice(placePrefix.length), value);
        continue;
      }
      this.#forward.set(key, value);
      this.#backward.set(`${typeOf(key)}:${identity(typeOf(key), value)}`, key);
    }
  }

  /** A point to go back to. */
  mark(): number {
    return this.#journal.length;
  }

  undo(mark: number): void {
    while (this.#journal.length > mark) this.#journal.pop()?.();
  }

  /** Takes all claims or, where one contradicts, none; then says which. */
  take(claims: readonly Claim[]): Contradiction | null {
    const mark = this.mark();
    for (const claim of claims) {
      const contradiction = this.#takeOne(claim);
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

  /** All bindings, with the places where they were made. */
  all(): Bindings {
    const places = [...this.#places].map(([key, place]) => [`${placePrefix}${key}`, place] as const);
    return Object.fromEntries([...this.#forward, ...places]);
  }

  #takeOne(claim: Claim): Contradiction | null {
    const key = this.#keyFor(claim.type, claim.expected);
    const known = this.#forward.get(key);
    if (known !== undefined) {
      if (!sameValue(claim.type, known, claim.actual)) return this.#contradiction(claim, known, key);
      if (claim.actual.length > known.length) this.#set(this.#forward, key, bare(claim.actual));
      return null;
    }
    const back = `${claim.type}:${identity(claim.type, claim.actual)}`;
    const other = this.#backward.get(back);
    if (other !== undefined && claim.shared !== true)
      return this.#contradiction(claim, other.slice(other.indexOf(':') + 1), other);
    this.#set(this.#forward, key, bare(claim.actual));
    this.#set(this.#places, key, this.#placeOf(claim.line));
    if (other === undefined) this.#set(this.#backward, back, key);
    return null;
  }

  /** A cut ID (`5e4f3a…`) is the known one that begins with it. */
  #keyFor(type: BindingType, expected: string): string {
    const key = keyOf(type, expected);
    if (type !== 'id' || this.#forward.has(key) || key.length >= 'id:'.length + identityLength) return key;
    for (const known of this.#forward.keys()) if (known.startsWith(key)) return known;
    return key;
  }

  #contradiction(claim: Claim, earlier: string, key: string): Contradiction {
    return { claim, earlier, place: this.#places.get(key) ?? '' };
  }

  #set(map: Map<string, string>, key: string, value: string): void {
    const before = map.get(key);
    map.set(key, value);
    this.#journal.push(() => {
      if (before === undefined) map.delete(key);
      else map.set(key, before);
    });
  }
}

/** The key under which a value of the chapter is bound. */
export function keyOf(type: BindingType, expected: string): string {
  return `${type}:${identity(type, expected)}`;
}

function typeOf(key: string): BindingType {
  return key.slice(0, key.indexOf(':')) as BindingType;
}

/** Short and long forms of an ID are one identity. */
function identity(type: BindingType, value: string): string {
  return type === 'id' ? bare(value).slice(0, identityLength) : value;
}

function bare(value: string): string {
  return value.replace(/^sha256:/, '').replace(/(?:…|\.\.\.)$/, '');
}

function sameValue(type: BindingType, known: string, actual: string): boolean {
  if (type !== 'id') return known === actual;
  const [left, right] = [bare(known), bare(actual)];
  return left.startsWith(right) || right.startsWith(left);
}
