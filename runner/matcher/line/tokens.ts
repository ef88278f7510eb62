import type { Tolerance } from '../tolerances/tolerance.ts';
import { valuesOf } from './values.ts';

/** A piece of a line: a run of blanks, a word, or a value that may differ by a tolerance. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Null for words and blanks. */
  readonly tolerance: Tolerance | null;
  readonly blank: boolean;
}

const plain = /\s+|\w+|[^\s\w]/g;
/** A word goes on in another script (`web서버`). */
const manyScripts = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;

/**
 * Cuts a line into tokens.
 *
 * @param line one line without its end
 * @returns tokens that cover the line without gaps, blanks at its end left out
 */
export function tokensOf(line: string): readonly Token[] {
  const text = line.trimEnd();
  const begins = text.length - text.trimStart().length;
  const tokens: Token[] = [];
  words(text.slice(0, begins), 0, tokens);
  let at = begins;
  for (const value of valuesOf(text.slice(begins))) {
    const [start, end] = [begins + value.start, begins + value.end];
    words(text.slice(at, start), at, tokens);
    tokens.push({ text: value.text, start, end, tolerance: value.tolerance, blank: false });
    at = end;
  }
  words(text.slice(at), at, tokens);
  return tokens;
}

function words(text: string, offset: number, into: Token[]): void {
  for (const match of text.matchAll(/[^\0-\x7f]/.test(text) ? manyScripts : plain)) {
    const start = offset + match.index;
    into.push({ text: match[0], start, end: start + match[0].length, tolerance: null, blank: match[0].trim() === '' });
  }
}
