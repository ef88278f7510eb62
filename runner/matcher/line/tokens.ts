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

const plain = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;

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
  let at = 0;
  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === 'other') break;
    let end = at + 1;
    if (kind !== 'sign') while (end < text.length && kindOf(text.charCodeAt(end)) === kind) end += 1;
    // A word goes on in another script (`web서버`).
    if (end < text.length && kindOf(text.charCodeAt(end)) === 'other') break;
    const blank = kind === 'blank';
    into.push({ text: text.slice(at, end), start: offset + at, end: offset + end, tolerance: null, blank });
    at = end;
  }
  if (at < text.length) manyScripts(text.slice(at), offset + at, into);
}

type Kind = 'blank' | 'word' | 'sign' | 'other';

const kinds = Array.from({ length: 128 }, (_, code): Kind => {
  const char = String.fromCharCode(code);
  return /\s/.test(char) ? 'blank' : /\w/.test(char) ? 'word' : 'sign';
});

function kindOf(code: number): Kind {
  return kinds[code] ?? 'other';
}

/** From here on by the rules of Unicode. */
function manyScripts(text: string, offset: number, into: Token[]): void {
  for (const match of text.matchAll(plain)) {
    const start = offset + match.index;
    into.push({ text: match[0], start, end: start + match[0].length, tolerance: null, blank: /^\s/.test(match[0]) });
  }
}
