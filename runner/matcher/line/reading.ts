import { tokenTolerances } from '../tolerances/index.ts';
import { type Value, valuesOf } from './values.ts';

/** A line as comparing sees it: its words, and apart from them the values that may differ. */
export interface Reading {
  /** The words, one blank between them, a sign for the type of each value. Lines of different shapes differ. */
  readonly shape: string;
  /** The same with all blanks. */
  readonly written: string;
  readonly values: readonly Value[];
}

/** Lines longer than this are data: no rule but that for values is tried on them. In characters. */
export const mostRead = 5000;

/** Reads a line; blanks at its beginning and its end do not count. */
export function readingOf(line: string): Reading {
  const known = recent.get(line);
  if (known !== undefined) return known;
  const reading = read(line.trim());
  if (recent.size >= mostRecent) recent.clear();
  recent.set(line, reading);
  return reading;
}

/** Lines are compared with many others; each is read once. */
const recent = new Map<string, Reading>();
const mostRecent = 50_000;

function read(text: string): Reading {
  const values = valuesOf(text);
  const written = signed(text, values, (_, sign) => sign);
  return { written, shape: singleBlanks(written), values };
}

/** The shape of a line with other things than a sign for some values. */
export function shapeOf(line: string, write: (value: string, sign: string) => string): string {
  const text = line.trim();
  return singleBlanks(signed(text, valuesOf(text), write));
}

function signed(text: string, values: readonly Value[], write: (value: string, sign: string) => string): string {
  if (values.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, tolerance, text: value } of values) {
    parts.push(text.slice(at, start), write(value, signs.get(tolerance) ?? ''));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

function singleBlanks(text: string): string {
  return severalBlanks.test(text) ? text.replace(/\s+/g, ' ') : text;
}

const severalBlanks = /\s\s|[^\S ]/;

/** Characters of the private use area: IDs and digests are written for one another. */
const names = [...new Set(tokenTolerances.map(({ name }) => name))];
const signs = new Map(
  tokenTolerances.map((tolerance) => [
    tolerance,
    String.fromCharCode(tolerance.binds === 'id' ? 0xf100 : 0xf101 + names.indexOf(tolerance.name)),
  ]),
);
