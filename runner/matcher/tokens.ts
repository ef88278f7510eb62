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

/** No token begins within a word or at a blank: most places of a line are done with this. */
const beginning = String.raw`(?!\s|(?<=[A-Za-z])[A-Za-z])`;
const volatile = new RegExp(
  `${beginning}(?:${tokenTolerances.map(({ forms }) => `(${forms.join('|')})`).join('|')})`,
  'gu',
);
const binding = new RegExp(
  tokenTolerances.flatMap(({ forms, binds }) => (binds === undefined ? [] : forms)).join('|'),
  'u',
);
const plain = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;
/** A line without any of these holds no volatile token; most prose is done with it. */
const hint = /\d|dir=|sha256|_| ago|Up |(?:home|Users|root)|@|: /;

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

/** Whether a line may hold a value that means the same thing in other places too. */
export function mayBind(line: string): boolean {
  return line.length > longest || (/\d|_/.test(line) && binding.test(line));
}

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
  for (let from = 0; from < text.length; from += longest) cutPiece(text.slice(from, from + longest), from, tokens);
  return tokens;
}

/** Longer lines are cut up piece by piece: some forms look far ahead from each place. */
const longest = 2000;

function cutPiece(text: string, offset: number, tokens: Token[]): readonly Token[] {
  if (!hint.test(text)) return words(text, offset, tokens);
  let at = 0;
  volatile.lastIndex = 0;
  for (let match = volatile.exec(text); match !== null; match = volatile.exec(text)) {
    if (match[0] === '') {
      volatile.lastIndex += 1;
      continue;
    }
    words(text.slice(at, match.index), offset + at, tokens);
    const start = offset + match.index;
    at = match.index + match[0].length;
    tokens.push({ text: match[0], start, end: offset + at, tolerance: toleranceOf(match), blank: false });
  }
  return words(text.slice(at), offset + at, tokens);
}

function toleranceOf(match: RegExpExecArray): Tolerance | null {
  for (let group = 1; group < match.length; group += 1) {
    if (match[group] !== undefined) return tokenTolerances[group - 1] ?? null;
  }
  return null;
}

function words(text: string, offset: number, into: Token[]): Token[] {
  let at = 0;
  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === 'other') return manyScripts(text.slice(at), offset + at, into);
    let end = at + 1;
    if (kind !== 'sign') while (end < text.length && kindOf(text.charCodeAt(end)) === kind) end += 1;
    // A word goes on in another script (`web서버`).
    if (end < text.length && kindOf(text.charCodeAt(end)) === 'other')
      return manyScripts(text.slice(at), offset + at, into);
    const blank = kind === 'blank';
    into.push({ text: text.slice(at, end), start: offset + at, end: offset + end, tolerance: null, blank });
    at = end;
  }
  return into;
}

type Kind = 'blank' | 'word' | 'sign' | 'other';

const kinds = Array.from({ length: 128 }, (_, code): Kind => {
  const char = String.fromCharCode(code);
  return /\s/.test(char) ? 'blank' : /\w/.test(char) ? 'word' : 'sign';
});

function kindOf(code: number): Kind {
  return kinds[code] ?? 'other';
}

function manyScripts(text: string, offset: number, into: Token[]): Token[] {
  for (const match of text.matchAll(plain)) {
    const start = offset + match.index;
    into.push({ text: match[0], start, end: start + match[0].length, tolerance: null, blank: /^\s/.test(match[0]) });
  }
  return into;
}
