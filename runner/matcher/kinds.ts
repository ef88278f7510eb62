import { hasInlineElision } from './elision.ts';
import { withoutGloss } from './gloss.ts';
import { isInterrupted } from './interrupt.ts';
import { mostRead, readingOf } from './reading.ts';
import { inContext } from './typed-words.ts';
import type { Env, LineUnit, Unit } from './units.ts';
import { hasWordings } from './wording/same-wording.ts';

/** The kind of a unit that may stand for units of other kinds: every pair has to be compared. */
export const open = 0;
/** The kind of an elision. */
export const none = -1;

/** Whether units of two kinds can agree at all. */
export function mayAgree(expected: number | undefined, actual: number | undefined): boolean {
  return expected === actual || expected === open || actual === open;
}

/**
 * Numbers the kinds of units. Two units of different kinds, neither of them open, are different: a cheap look ahead of
 * the comparison proper, which most pairs do not need.
 */
export class Kinds {
  readonly #numbers = new Map<string, number>();
  readonly #env: Env;

  constructor(env: Env) {
    this.#env = env;
  }

  of(units: readonly Unit[], side: 'expected' | 'actual'): Int32Array {
    return Int32Array.from(units, (unit) => {
      if (unit.kind === 'elision') return none;
      if (unit.kind === 'block') return this.#number(`\u0000${unit.block.form}`);
      if (this.#isOpen(unit, side)) return open;
      return this.#number(readingOf(inContext(unit.text, side, this.#env.facts)).shape);
    });
  }

  #number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const next = this.#numbers.size + 1;
    this.#numbers.set(name, next);
    return next;
  }

  /** The author left out characters or added a remark, or it can be said in other words. */
  #isOpen({ text }: LineUnit, side: 'expected' | 'actual'): boolean {
    if (text.length > mostRead) return false;
    if (side === 'expected' && (hasInlineElision(text) || withoutGloss(text) !== null)) return true;
    return isInterrupted(text) || hasWordings(text, this.#env.facts);
  }
}
