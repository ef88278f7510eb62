import { words } from '../canons/index.ts';
import { canonical, isMarked, shapeIn } from '../line/compare-line.ts';
import { mostRead } from '../line/reading.ts';
import type { Env, Unit } from '../units.ts';

/** The kind of a unit that may stand for units of other kinds: every pair has to be compared. */
export const open = 0;
/** The kind of an elision. */
const none = -1;

/** Whether units of two kinds can agree at all. */
export function mayAgree(expected: number | undefined, actual: number | undefined): boolean {
  return expected === actual || expected === open || actual === open;
}

interface Kinds {
  readonly expected: Int32Array;
  readonly actual: Int32Array;
}

/**
 * Numbers the kinds of the units of two texts. Two units of different kinds, neither of them open, are different: a
 * cheap look ahead of the comparison proper, which most pairs do not need. Lines are read by canons only where some line
 * has none like it as it is written.
 */
export function kindsOf(expected: readonly Unit[], actual: readonly Unit[], env: Env): Kinds {
  const numbers = new Numbers(env);
  const kinds = { expected: numbers.of(expected, 'expected'), actual: numbers.of(actual, 'actual') };
  const isReworded = (text: string) => canonical(text, env.facts) !== text.trim();
  const isOther =
    lonely(expected, kinds.expected, kinds.actual).some(isReworded) ||
    lonely(actual, kinds.actual, kinds.expected).some(isReworded) ||
    words.some(({ name }) => env.facts.loose?.includes(name));
  if (!isOther) return kinds;
  return { expected: numbers.of(expected, 'expected', true), actual: numbers.of(actual, 'actual', true) };
}

/** Lines of a kind that the other text has none of. */
function lonely(units: readonly Unit[], kinds: Int32Array, others: Int32Array): readonly string[] {
  const known = new Set(others);
  return units.flatMap((unit, index) =>
    unit.kind === 'line' && unit.text.length <= mostRead && !known.has(kinds[index] ?? open) ? [unit.text] : [],
  );
}

class Numbers {
  readonly #numbers = new Map<string, number>();
  readonly #env: Env;

  constructor(env: Env) {
    this.#env = env;
  }

  /** @param read lines by canons */
  of(units: readonly Unit[], side: 'expected' | 'actual', read = false): Int32Array {
    return Int32Array.from(units, (unit) => {
      if (unit.kind === 'elision') return none;
      if (unit.kind === 'block') return this.#number(`\u0000${unit.name}`);
      const { facts } = this.#env;
      const isShort = unit.text.length <= mostRead;
      if (side === 'expected' && isShort && isMarked(unit.text, facts)) return open;
      return this.#number(shapeIn(read && isShort ? canonical(unit.text, facts) : unit.text, side, facts));
    });
  }

  #number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const next = this.#numbers.size + 1;
    this.#numbers.set(name, next);
    return next;
  }
}
