/** No author breaks a line that is shorter. In characters. */
const shortest = 40;

/** Into more lines than this no author breaks one. */
const mostParts = 6;

/**
 * The chapter's lines with those put together that its author broke at a blank, as books and slides do: they are one
 * line in reality.
 *
 * @returns null where none is broken like that
 */
export function withWholeLines(expected: readonly string[], actual: readonly string[]): readonly string[] | null {
  const real = [
    ...new Set(actual.filter((line) => line.length > shortest && line.trim().includes(' ')).map(masked)),
  ].sort();
  const whole: string[] = [];
  for (let at = 0; at < expected.length; ) {
    const parts = partsOf(expected.slice(at, at + mostParts), real);
    whole.push(joined(expected.slice(at, at + parts)));
    at += parts;
  }
  return whole.length < expected.length ? whole : null;
}

/**
 * How many lines are one in reality.
 *
 * @param real in the order of their characters
 */
function partsOf([first = '', ...next]: readonly string[], real: readonly string[]): number {
  if (first.trimEnd().length < shortest) return 1;
  const start = `${masked(first.trimEnd())} `;
  if (real[firstFrom(real, start)]?.startsWith(start) !== true) return 1;
  for (const index of next.keys()) {
    const whole = masked(joined([first, ...next.slice(0, index + 1)]));
    if (real[firstFrom(real, whole)] === whole) return index + 2;
  }
  return 1;
}

/** Where in sorted texts one stands, or would stand. */
function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function joined(lines: readonly string[]): string {
  const [first = '', ...next] = lines;
  return next.length === 0 ? first : [first.trimEnd(), ...next.map((line) => line.trim())].join(' ');
}

/** The line without what may be another value. */
function masked(line: string): string {
  return line.replace(/\b[0-9a-f]{12,64}\b|\d+/g, '#').trimEnd();
}
