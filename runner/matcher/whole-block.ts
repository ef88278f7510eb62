import type { Pair } from './units.ts';

/**
 * The pairs of a block that holds or fails as a whole: where it holds, each of the chapter's lines (the first at `at`)
 * stays as it is; where it does not, all of them go, and the actual ones come.
 */
export function wholeBlock(
  expected: readonly string[],
  actual: readonly string[],
  at: number,
  holds: boolean,
): readonly Pair[] {
  const mine = expected.map(
    (text, index): Pair => ({
      at: at + index,
      expected: text,
      actual: holds ? (actual[index] ?? '') : null,
      resolved: holds ? text : null,
      holds,
    }),
  );
  if (holds) return mine;
  return [
    ...mine,
    ...actual.map((text): Pair => ({ at: null, expected: null, actual: text, resolved: text, holds: false })),
  ];
}
