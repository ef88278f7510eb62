import { inContext } from '../bindings/typed-words.ts';
import { hasInlineElision } from '../line/elision.ts';
import { withoutGloss } from '../line/gloss.ts';
import { isInterrupted } from '../line/interrupt.ts';
import { mostRead, readingOf } from '../line/reading.ts';
import type { Env, Unit } from '../units.ts';
import { hasWordings } from '../wording/same-wording.ts';

/** The kind of a unit that may stand for units of other kinds: every pair has to be compared. */
export const open = 0;
/** The kind of an elision. */
export const none = -1;

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
 * cheap look ahead of the comparison proper, which most pairs do not need.
 */
export function kindsOf(expected: readonly Unit[], actual: readonly Unit[], env: Env): Kinds {
  const numbers = new Numbers();
  const kinds = { expected: numbers.of(expected, 'expected', env), actual: numbers.of(actual, 'actual', env) };
  const [mine, real] = [new Set(kinds.expected), new Set(kinds.actual)];
  markOpen(
    expected,
    kinds.expected,
    (line, kind) => mayLeaveOut(line) || (!real.has(kind) && mayBeReworded(line, env)),
  );
  markOpen(actual, kinds.actual, (line, kind) => !mine.has(kind) && mayBeReworded(line, env));
  return kinds;
}

class Numbers {
  readonly #numbers = new Map<string, number>();

  of(units: readonly Unit[], side: 'expected' | 'actual', env: Env): Int32Array {
    const kinds = new Int32Array(units.length);
    for (const [index, unit] of units.entries()) {
      if (unit.kind === 'elision') kinds[index] = none;
      else if (unit.kind === 'block') kinds[index] = this.#number(`\u0000${unit.name}`);
      else kinds[index] = this.#number(readingOf(inContext(unit.text, side, env.facts)).shape);
    }
    return kinds;
  }

  #number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const next = this.#numbers.size + 1;
    this.#numbers.set(name, next);
    return next;
  }
}

/** Marks lines as open. */
function markOpen(units: readonly Unit[], kinds: Int32Array, isOpen: (line: string, kind: number) => boolean): void {
  for (const [index, unit] of units.entries())
    if (unit.kind === 'line' && unit.text.length <= mostRead && isOpen(unit.text, kinds[index] ?? open))
      kinds[index] = open;
}

/** The author may have left out characters, or added a remark. */
function mayLeaveOut(line: string): boolean {
  return hasInlineElision(line) || withoutGloss(line) !== null;
}

/** It can be said in other words, and no line of the other text says it in these. */
function mayBeReworded(line: string, env: Env): boolean {
  return isInterrupted(line) || hasWordings(line, env.facts);
}
