import { isElision } from '../core/elision.ts';
import type { CommandFacts } from './facts.ts';
import { isList } from './forms/index.ts';
import { readJsonExcerpt } from './forms/json-line.ts';
import { readUnits } from './read-units.ts';
import type { Unit } from './units.ts';

/** Both texts, cut into units. */
export type UnitsOf = readonly [expected: readonly Unit[], actual: readonly Unit[]];

/**
 * Cuts both texts into lines where an author left out more than fits into one block: brackets of a JSON document, or
 * the end of one list with the beginning of the next.
 *
 * @returns null where nothing is left out like that
 */
export function readByLines(
  expected: readonly string[],
  actual: readonly string[],
  facts: CommandFacts,
): UnitsOf | null {
  if (!expected.some(isElision)) return null;
  const excerpt = readJsonExcerpt(expected, actual);
  if (excerpt !== null) return excerpt;
  if (!readUnits(expected, 'expected', facts).some(isElidedList)) return null;
  return [readUnits(expected, 'expected', facts, false), readUnits(actual, 'actual', facts, false)];
}

function isElidedList(unit: Unit): boolean {
  return unit.kind === 'block' && isList(unit.form) && unit.read.lines.slice(0, -1).some(isElision);
}
