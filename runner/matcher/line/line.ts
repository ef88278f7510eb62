import type { Claim } from '../bindings/bindings.ts';
import { asTyped } from '../bindings/typed-words.ts';
import { asAsked } from '../template-fields.ts';
import type { Place } from '../tolerances/tolerance.ts';
import { readingOf, type Token, tokensOf } from './reading.ts';

/** A tolerance that was needed within a line. */
export interface Use {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
}

/** Two lines that say the same. */
export interface LineMatch {
  readonly uses: readonly Use[];
  readonly claims: readonly Omit<Claim, 'line'>[];
}

/**
 * Compares two lines as they are written: the words must be equal, each value may be another one of its type.
 *
 * @param words reads the words of both lines, their values set apart
 * @returns null where they differ in more than tolerated values
 */
export function compareLines(
  expected: string,
  actual: string,
  place: Place,
  words: Words = asWritten,
): LineMatch | null {
  const typed = place.typed === undefined ? null : asTyped(expected, place.typed);
  const real = asAsked(actual, place.asked);
  if (typed === null) return compareRead(asAsked(expected, place.asked), real, place, words);
  const match = compareRead(asAsked(typed.text, place.asked), real, place, words);
  const known = new Set(typed.uses.map((use) => use.actual));
  // What was typed comes back as it is.
  if (match === null || match.uses.some((use) => known.has(use.expected))) return null;
  return {
    uses: [...typed.uses, ...match.uses],
    claims: match.claims.filter((claim) => !known.has(claim.expected)),
  };
}

/** What of the words of a line counts. */
type Words = (shape: string) => string;

const asWritten: Words = (shape) => shape;

function compareRead(expected: string, actual: string, place: Place, words: Words): LineMatch | null {
  if (expected === actual && !/\d|_/.test(expected)) return nothing;
  const [left, right] = [readingOf(expected), readingOf(actual)];
  if (words(left.shape) !== words(right.shape) || left.values.length !== right.values.length) return null;
  for (const [index, value] of left.values.entries()) {
    const other = right.values[index];
    if (other === undefined || !valuesAgree(value, other, place)) return null;
  }
  if (left.values.length === 0 && left.written === right.written) return nothing;
  const match =
    left.written === right.written
      ? needed(left.values, right.values)
      : needed(significant(tokensOf(expected)), significant(tokensOf(actual)));
  return left.shape.length > 1 ? match : { ...match, claims: match.claims.map((claim) => ({ alone: true, ...claim })) };
}

const nothing: LineMatch = { uses: [], claims: [] };

/** What agreeing values, and blanks, needed. */
function needed(expected: readonly Noted[], actual: readonly Noted[]): LineMatch {
  const uses: Use[] = [];
  const claims: Omit<Claim, 'line'>[] = [];
  for (const [index, token] of expected.entries()) {
    const other = actual[index];
    if (other !== undefined) noteToken(token, other, uses, claims);
  }
  return { uses, claims };
}

type Noted = Pick<Token, 'text' | 'tolerance'>;

/** Whether two tokens may stand for each other. */
export function tokensAgree(expected: Token, actual: Token, place: Place): boolean {
  if (expected.blank || actual.blank) return expected.blank && actual.blank;
  if (place.typed?.get(expected.text)?.actual === actual.text) return true;
  return valuesAgree(expected, actual, place);
}

function valuesAgree(expected: Noted, actual: Noted, place: Place): boolean {
  if (expected.text === actual.text) return true;
  if (expected.tolerance === null || expected.tolerance.name !== actual.tolerance?.name)
    return idsByHash(expected, actual);
  return expected.tolerance.accepts?.(expected.text, actual.text, place) ?? true;
}

/** A digest and an ID are written both ways for one thing. */
function idsByHash(expected: Noted, actual: Noted): boolean {
  const names = [expected.tolerance?.name, actual.tolerance?.name];
  return names.includes('digest') && names.includes('id') && expected.text.length >= 12 && actual.text.length >= 12;
}

/** Records what a pair of agreeing tokens needed. */
function noteToken(token: Noted, other: Noted, uses: Use[], claims: Omit<Claim, 'line'>[]): void {
  const name = token.tolerance?.name ?? (token.text.trim() === '' ? 'spacing' : null);
  if (token.text !== other.text && name !== null) uses.push({ name, expected: token.text, actual: other.text });
  const type = token.tolerance?.binds;
  if (type !== undefined && other.tolerance?.binds === type) {
    // Several users of the chapter may be one in reality, and what it pushed twice as something else.
    const shared = type === 'owner' || type === 'digest' ? { shared: true } : {};
    claims.push({ type, expected: token.text, actual: other.text, ...shared });
  }
}

/** Blanks at the beginning do not count. */
function significant(tokens: readonly Token[]): readonly Token[] {
  return tokens[0]?.blank ? tokens.slice(1) : tokens;
}
