import { tellsFailure } from '../../printed/index.ts';
import { blank } from '../canons/authors.ts';
import { gap } from '../tolerances/cut.ts';
import { shapeOf } from './reading.ts';

const marks = new RegExp(`[${gap}${blank}]`, 'g');

/** Whether a line is read with gaps. */
export function hasGap(line: string): boolean {
  return line.includes(gap) || line.includes(blank);
}

/** Blanks around a gap may be left out with it. */
const around = new RegExp(`\\s?${gap}\\s?`, 'g');

/** Whether a line with gaps hides a failure that the real one tells of: no author leaves that out. */
export function hidesFailure(expected: string, actual: string): boolean {
  return tellsFailure(actual) && !tellsFailure(expected);
}

/** A word of which an author wrote only the beginning (`--token SWMTKN-1-...`), before the gap. */
const cutWord = new RegExp(`([^\\s.…@=(/,"'${gap}${blank}]{3,})(?=${gap})`, 'g');

/**
 * Whether a line with gaps is the real one: what stands between its gaps is found there in order, the first part at the
 * beginning, the last at the end. A gap stands for any characters, a placeholder for a word.
 *
 * @param words reads the words of both lines, their values set apart
 */
export function fitsGaps(expected: string, actual: string, words: (shape: string) => string): boolean {
  const shape = words(shapeOf(expected, (value, sign) => (value.endsWith(gap) ? sign + gap : sign))).replace(
    around,
    gap,
  );
  const parts = shape.split(marks);
  const cut = [...shape.matchAll(cutWord)].map((match) => match[1] ?? '');
  const text = words(shapeOf(actual, (value, sign) => (cut.some((word) => value.startsWith(word)) ? value : sign)));
  // Dots alone say nothing of a line, a placeholder alone stands for a value.
  if (parts.join('').replace(/[^\p{L}\p{N}]/gu, '').length < 2) return shape === blank && isValue.test(text);
  return findsParts(parts, shape.match(marks) ?? [], text);
}

const isValue = /^[\uf100-\uf1ff]$/;

function findsParts(parts: readonly string[], gaps: readonly string[], text: string): boolean {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const [index, each] of gaps.entries()) {
    const part = parts[index + 1] ?? '';
    const least = each === blank ? at + 1 : at;
    const found = index === gaps.length - 1 ? text.length - last.length : text.indexOf(part, least);
    if (found < least || (each === blank && /[\s<>]/.test(text.slice(at, found)))) return false;
    at = found + part.length;
  }
  return true;
}
