import type { Edit } from './change.ts';

/**
 * Applies edits to a text, last to first. Of two at the same place the first in the list comes first in the text.
 *
 * @throws RangeError where two of them overlap: that is a fault of tutor's, and half of each would be worse than none.
 */
export function splice(source: string, edits: readonly Edit[]): string {
  const ordered = [...edits].reverse().sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
  let text = source;
  let before = source.length;
  for (const { range, text: replacement } of ordered) {
    if (range.end > before) throw new RangeError(`overlapping edits at offset ${range.start}`);
    text = text.slice(0, range.start) + replacement + text.slice(range.end);
    before = range.start;
  }
  return text;
}

/** The edit without what it leaves as it was at both ends: one changed cell is one changed cell. */
export function narrow({ range, text }: Edit, source: string): Edit {
  const old = source.slice(range.start, range.end);
  const least = Math.min(old.length, text.length);
  let head = 0;
  while (head < least && old[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  if (isHalf(old, head)) head -= 1;
  if (tail > 0 && isHalf(old, old.length - tail)) tail -= 1;
  return { range: { start: range.start + head, end: range.end - tail }, text: text.slice(head, text.length - tail) };
}

/** Whether the offset lies between the two halves of one character. */
function isHalf(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF]$/.test(text[offset - 1] ?? '');
}
