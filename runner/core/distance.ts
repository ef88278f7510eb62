/** Edits (a letter more, less, other, or two exchanged) between two words. */
export function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const other = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Number.POSITIVE_INFINITY) + 1 : other;
      next.push(Math.min(other, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * Whether a name is most likely another one with a slip in it: other capitals, a sign between words left out, or one
 * letter of a longer word. What tells names of a row apart (`web1`, `node-b`) is no slip.
 */
export function isSlip(written: string, meant: string): boolean {
  if (written === meant) return false;
  const [a, b] = [written.toLowerCase(), meant.toLowerCase()];
  if (a === b) return true;
  const [plainA, plainB] = [a.replace(/[-_]/g, ''), b.replace(/[-_]/g, '')];
  if (plainA === plainB) return plainA.length > 3;
  const [inA, inB] = [a.split(/[-_./:]+/), b.split(/[-_./:]+/)];
  const differing = inA.flatMap((word, at) => (word === inB[at] ? [] : [[word, inB[at] ?? ''] as const]));
  const [one, ...more] = differing;
  if (one === undefined || more.length > 0 || inA.length !== inB.length) return false;
  const [own, other] = one;
  const length = Math.max(own.length, other.length);
  const isNumbered = own.replace(/\d/g, '') === other.replace(/\d/g, '');
  return !isNumbered && length >= (own.length === other.length ? 6 : 4) && distance(own, other) === 1;
}
