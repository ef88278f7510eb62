import { tokenTolerances } from './tolerances/index.ts';
import type { Tolerance } from './tolerances/tolerance.ts';

/** A piece of a line: a run of blanks, a word, or a value that may differ by a tolerance. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Null for words and blanks. */
  readonly tolerance: Tolerance | null;
  readonly blank: boolean;
}

const forms = tokenTolerances.flatMap((tolerance, index) =>
  tolerance.forms.map((form) => ({ tolerance, group: `t${index}`, form })),
);
const volatile = new RegExp(forms.map(({ form }) => `(${form})`).join('|'), 'gu');
const plain = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;
/** A line without any of these holds no volatile token; most prose is done with it. */
const hint = /\d|dir=|sha256|_| ago|(?:home|Users|root)|@|: /;

/**
 * Cuts a line into tokens.
 *
 * @param line one line without its end
 * @returns tokens that cover the line without gaps, blanks at its end left out
 */
export function tokensOf(line: string): readonly Token[] {
  const known = recent.get(line);
  if (known !== undefined) return known;
  const tokens = cutUp(line);
  if (recent.size >= mostRecent) recent.clear();
  recent.set(line, tokens);
  return tokens;
}

/** Lines are compared with many others; each is cut once. */
const recent = new Map<string, readonly Token[]>();
const mostRecent = 50_000;

/** Two lines of different shapes never agree token by token. */
export function shapeOf(line: string): string {
  let shape = '';
  for (const token of tokensOf(line.trimStart())) {
    if (token.blank) shape += ' ';
    else
      shape +=
        token.tolerance === null
          ? token.text
          : `\u0001${token.tolerance.binds === 'id' ? 'id' : token.tolerance.name}\u0001`;
  }
  return shape;
}

function cutUp(line: string): readonly Token[] {
  const text = line.trimEnd();
  const tokens: Token[] = [];
  if (!hint.test(text)) return words(text, 0, tokens);
  let at = 0;
  for (const match of text.matchAll(volatile)) {
    if (match[0] === '') continue;
    words(text.slice(at, match.index), at, tokens);
    at = match.index + match[0].length;
    tokens.push({ text: match[0], start: match.index, end: at, tolerance: toleranceOf(match), blank: false });
  }
  return words(text.slice(at), at, tokens);
}

function toleranceOf(match: RegExpMatchArray): Tolerance | null {
  const index = match.findIndex((group, position) => position > 0 && group !== undefined);
  return forms[index - 1]?.tolerance ?? null;
}

function words(text: string, offset: number, into: Token[]): Token[] {
  for (const match of text.matchAll(plain)) {
    const start = offset + match.index;
    into.push({ text: match[0], start, end: start + match[0].length, tolerance: null, blank: /^\s/.test(match[0]) });
  }
  return into;
}
