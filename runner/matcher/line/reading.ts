import { tokenTolerances } from '../tolerances/index.ts';
import type { Tolerance } from '../tolerances/tolerance.ts';

/** A line as comparing sees it: its words, and apart from them the values that may differ. */
interface Reading {
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

/** A value of a line that may differ by a tolerance. */
interface Value {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tolerance: Tolerance;
}

/** No value begins within a word, within a number or at a blank: most places of a line are done with this. */
const beginning = String.raw`(?!\s|(?<=[A-Za-z])[A-Za-z]|(?<=\d)\d)`;
const volatile = `${beginning}(?:${tokenTolerances.map(({ forms }) => `(${forms.join('|')})`).join('|')})`;
const bound = tokenTolerances.flatMap(({ forms, binds }) => (binds === undefined ? [] : forms));
const binding = `${beginning}(?:${bound.join('|')})`;

/**
 * V8 interprets an expression at first and compiles it when it is used again. To prepare one as long as these for
 * being interpreted takes 30 ms, to compile it 4: a text of 1,000 characters is compiled for at once.
 */
function compiled(source: string, flags: string): RegExp {
  const known = expressions.get(source);
  if (known !== undefined) return known;
  const expression = new RegExp(source, flags);
  expression.test(' '.repeat(1000));
  expressions.set(source, expression);
  return expression;
}

const expressions = new Map<string, RegExp>();

/** A line without any of these holds no value; most prose is done with it. */
const hint = /\d|dir=|sha256|_| ago|Up |(?:home|Users|root)|@|: /;

/** Finds the values in a line, in order. */
function valuesOf(line: string): readonly Value[] {
  const values: Value[] = [];
  for (let from = 0; from < line.length; ) {
    const until = pieceEnd(line, from);
    find(from === 0 && until === line.length ? line : line.slice(from, until), from, values);
    from = until;
  }
  return values;
}

/** Whether a line may hold a value that means the same thing in other places too. */
export function mayBind(line: string): boolean {
  return line.length > longest || (/\d|_/.test(line) && compiled(binding, 'u').test(line));
}

/** Longer lines are read piece by piece: some forms look far ahead from each place. In characters. */
const longest = 2000;

/** Pieces end at blanks; a word that long is no value. */
function pieceEnd(line: string, from: number): number {
  if (line.length - from <= longest) return line.length;
  const blank = line.slice(from, from + longest).lastIndexOf(' ');
  return from + (blank > 0 ? blank + 1 : longest);
}

function find(text: string, offset: number, into: Value[]): void {
  if (!hint.test(text)) return;
  const expression = compiled(volatile, 'gu');
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    const [found] = match;
    const tolerance = found === '' ? undefined : tokenTolerances[match.indexOf(found, 1) - 1];
    if (tolerance === undefined) {
      expression.lastIndex += 1;
      continue;
    }
    const start = offset + match.index;
    into.push({ text: found, start, end: start + found.length, tolerance });
  }
}

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
