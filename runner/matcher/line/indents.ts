/** Two lines that say the same, with their blanks at the beginning. */
interface IndentedLines {
  readonly expected: string;
  readonly actual: string;
}

/**
 * Which lines stand further in or out than in the chapter, compared with their neighbours: in a tree, in YAML and in
 * Python that means something. All lines may stand further in by the same, a number at the beginning may be set to the
 * right, and an author may have lost all blanks at the beginning.
 *
 * @returns indexes of the lines that stand wrong
 */
export function wrongIndents(lines: readonly IndentedLines[]): readonly number[] {
  if (!lines.some(({ expected, actual }) => isIndented(expected) || isIndented(actual))) return [];
  const shifts = lines.map(({ expected, actual }) =>
    isFree(expected) || isFree(actual) ? null : widthOf(actual) - widthOf(expected),
  );
  // Copying often begins behind the blanks of the first line.
  const [first] = lines;
  if (first !== undefined && widthOf(first.expected) === 0 && widthOf(first.actual) > 0) shifts[0] = null;
  // psql and mysql write a heading in the middle of its column.
  for (const [index, line] of lines.entries())
    if (isRule(lines[index + 1]?.expected) && line.actual.trim() === line.expected.trim()) shifts[index] = null;
  const known = shifts.filter((shift) => shift !== null);
  if (known.every((shift) => shift === known[0]) || isFlat(lines)) return [];
  const usual = mostFrequent(known);
  return shifts.flatMap((shift, index) => (shift === null || shift === usual ? [] : [index]));
}

function isIndented(line: string): boolean {
  return line.charCodeAt(0) <= 32;
}

/** A tab is as wide as whoever copied it has made it; numbers, and headings above them, are set to the right. */
function isFree(line: string): boolean {
  return line.trim() === '' || /^\s*(?:\t|[\d(<>^])/.test(line) || /^ {2,}\w+(?: {2,}\S+){3,}$/.test(line);
}

function isRule(line = ''): boolean {
  return /^-{4,}(?:\+-+)*$/.test(line.trim());
}

function widthOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The branches of a tree are not blanks. */
function isFlat(lines: readonly IndentedLines[]): boolean {
  return lines.every(({ expected }) => widthOf(expected) === 0 && !/^(?:[|`]--|[├└│])/.test(expected));
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 0;
}
