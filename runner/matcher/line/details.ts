import type { Place } from '../tolerances/tolerance.ts';

/**
 * Whether what only one of two generations tells may be so: it is compared where both tell it, else with what the command
 * names. Names that the reader did not give (`name:web`) tell nothing.
 */
export function sameDetails(expected: readonly string[], actual: readonly string[], place: Place): boolean {
  const count = Math.max(expected.length, actual.length);
  return Array.from({ length: count }, (_, index) => [expected[index], actual[index]] as const).every(
    ([left, right]) => {
      if (left && right) return left === right;
      const alone = left || right || '';
      return alone === '' || alone.startsWith('name:') || isNamed(alone, place);
    },
  );
}

/** The command names it, or lets the shell name it. */
function isNamed(name: string, { stated }: Place): boolean {
  return (
    /^(?:[0-9a-f]{12,64}|[0-9a-z]{25})$/.test(name) || [...stated].some((word) => word === name || word.startsWith('$'))
  );
}
