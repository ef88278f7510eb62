import type { Match } from '../core/match.ts';
import { mayBind } from './line/values.ts';

/**
 * The match of two equal texts without a value that would have to be bound: most outputs of most chapters, for which
 * nothing has to be read.
 *
 * @returns null where the texts differ, or hold such a value
 */
export function matchSameText(
  expected: readonly string[],
  actual: readonly string[],
): Pick<Match, 'diff' | 'resolved'> | null {
  if (expected.length !== actual.length) return null;
  if (!expected.every((line, index) => line === actual[index] && !mayBind(line))) return null;
  return {
    diff: expected.map((text, index) => ({ op: 'same', expectedLine: index + 1, expected: text, actual: text })),
    resolved: expected.map((text, index) => ({ from: index + 1, text })),
  };
}
