import type { Pair } from '../units.ts';
import type { Reading } from './form.ts';

/**
 * The pairs of lines that hold or fail as a whole: where they hold, each of the chapter's stays as it is; where they do
 * not, all of them go, and the actual ones come.
 */
export function wholeBlock(expected: Reading, actual: Reading, holds: boolean): readonly Pair[] {
  const mine = expected.lines.map((text, index): Pair => {
    const other = holds ? (actual.lines[index] ?? '') : null;
    return { at: expected.at + index, expected: text, actual: other, resolved: holds ? text : null, holds };
  });
  return holds ? mine : [...mine, ...actual.lines.map(unexpected)];
}

function unexpected(text: string): Pair {
  return { at: null, expected: null, actual: text, resolved: text, holds: false };
}
