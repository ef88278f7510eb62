import { debug } from '../core/debug.ts';
import { linesOf } from '../core/lines.ts';
import type { Bindings, Match } from '../core/match.ts';
import { faultsIn, tellsFailure } from '../printed/index.ts';
import { Binder } from './bindings/bindings.ts';
import { substituteBindings } from './bindings/typed-words.ts';
import { readByLines, type UnitsOf } from './by-lines.ts';
import { readCharacters, restored } from './characters.ts';
import { Comparison, envOf } from './comparison.ts';
import { type CommandFacts, readCommand } from './facts.ts';
import { readings } from './texts/readings.ts';
import { compareLiterally, matchSameText, reworded, toMatch, unchanged } from './to-match.ts';
import { checkNames } from './tolerance-names.ts';
import { type Attempt, attemptLines, attemptOf } from './trace.ts';

/** Changes to what is tolerated. */
export interface MatchOptions {
  /** Tolerances that are turned off; `all` (or true) for every one. */
  readonly strict?: readonly string[] | 'all' | true;
  /** Tolerances that are turned on: `extra-lines` (further actual lines do not count), `case`, `whitespace`, `order`. */
  readonly loose?: readonly string[];
  readonly expect?: 'exact' | 'contains' | 'regex';
}

export interface MatchInput {
  /** What the reader types. */
  readonly command: string;
  /** The chapter's lines, without comment marks. */
  readonly expected: readonly string[];
  readonly actual: string;
  /** From the steps before. */
  readonly bindings: Bindings;
  /** The author announced an excerpt: further actual lines do not count. */
  readonly partial?: boolean;
  readonly exitCode?: number | null;
  /** The chapter says that the command fails. */
  readonly failureExpected?: boolean;
  /** Names the place of a line (from 1) of the expected text, for a later contradiction: `docs/ch04.md:212`. */
  readonly placeOf?: (line: number) => string;
  readonly options?: MatchOptions;
  /** Is told of each attempt, in their order; what is told is made when it is asked for. */
  readonly trace?: (attempt: () => Attempt) => void;
}

/** Compares a step's expected output with its actual one. */
export function matchOutput(input: MatchInput): Match {
  const { expect } = input.options ?? {};
  checkNames(input.options ?? {});
  if (expect === 'exact' || expect === 'regex')
    return compareLiterally(input, input.actual.replace(/\r/g, '').replace(/\n+$/, '').split('\n'), expect);
  const match = settled(input, compare(input, input.expected));
  return endedWrongly(input, match) ? reworded(match, 'unexpected-exit', { code: input.exitCode ?? 0 }) : match;
}

/** Without anybody who asked, it is told where tutor's own work is watched. */
function told(attempt: () => Attempt): void {
  debug('match', () => attemptLines(attempt()).join('\n'));
}

/** What is compared, with what is known of its command. */
interface Known extends MatchInput {
  readonly facts: CommandFacts;
}

function compare(given: MatchInput, expected: readonly string[]): Match {
  const actual = shownLines(given.actual);
  const identical = expected.length === actual.length && expected.every((line, index) => line === actual[index]);
  const same = identical ? matchSameText(given, expected) : null;
  if (same !== null) return same;
  const loose = given.options?.loose ?? [];
  const facts = { ...readCommand(given.command, given.bindings), loose };
  // Nothing that could be turned off is needed then.
  const input: Known = { ...given, facts, ...(identical && { options: {} }) };
  const first = attempt(input, expected, actual);
  if (first.verdict !== 'mismatch') return identical ? { ...first, verdict: 'exact', tolerances: [] } : first;
  const units = readByLines(expected, actual, facts);
  const byLines =
    units === null
      ? null
      : attempt(input, expected, actual, { tried: 'by-lines', shown: isShort(expected, actual), units });
  if (byLines !== null && byLines.verdict !== 'mismatch') return byLines;
  for (const { name, ...texts } of readings(expected, actual, facts)) {
    const { verdict, bindings, tolerances } = attempt(input, texts.expected, texts.actual, {
      tried: name,
      shown: false,
    });
    const use = { name, line: 1, expected: '', actual: '' };
    if (verdict !== 'mismatch') return unchanged(expected, { bindings, tolerances: [...tolerances, use] });
  }
  return byLines !== null && byLines.diff.length > 0 && differing(byLines) < differing(first) ? byLines : first;
}

/** Whether it takes no time worth mentioning to compare every line with every other. */
function isShort(expected: readonly string[], actual: readonly string[]): boolean {
  return expected.length * actual.length <= 20_000;
}

/** How many lines a mismatch shows as different. */
function differing({ diff }: Match): number {
  return diff.filter(({ op }) => op !== 'same').length;
}

function attempt(
  input: Known,
  expected: readonly string[],
  actual: readonly string[],
  {
    tried = 'as-written',
    shown = true,
    units,
  }: { readonly tried?: string; readonly shown?: boolean; readonly units?: UnitsOf } = {},
): Match {
  const { facts } = input;
  const binder = new Binder(input.bindings, input.placeOf, input.command);
  const loose = input.options?.loose ?? [];
  const excerpt =
    input.partial === true || input.options?.expect === 'contains' || loose.includes('extra-lines') || facts.passesBy;
  const texts = readCharacters(expected, actual, facts);
  const finding = new Comparison(texts.expected, texts.actual, envOf(facts, binder), excerpt, units).run(shown);
  const match = toMatch(restored(finding, texts), binder, facts, input.options?.strict);
  (input.trace ?? told)(() => attemptOf(tried, match, texts, facts));
  return match;
}

/**
 * What an update writes must hold afterwards. Where the line by line correction does not, the real output stands in its
 * place as a whole.
 */
function settled(input: MatchInput, match: Match): Match {
  if (match.verdict !== 'mismatch') return match;
  const again = compare(
    withoutStrictness(input),
    match.resolved.map((line) => line.text),
  );
  if (again.verdict !== 'mismatch') return match;
  return { ...match, resolved: shownLines(input.actual).map((text) => ({ from: null, text })) };
}

/** Of the bindings only what was typed is kept: a contradiction cannot be written away. */
function withoutStrictness(input: MatchInput): MatchInput {
  const { command, actual, partial = false } = input;
  const typed = substituteBindings(command, input.bindings).used;
  const bindings = Object.fromEntries(typed.map(({ type, expected, actual: real }) => [`${type}:${expected}`, real]));
  return { command, actual, partial, expected: [], bindings, trace: () => undefined };
}

function endedWrongly({ exitCode = null, failureExpected = false, expected }: MatchInput, match: Match): boolean {
  if (match.verdict === 'mismatch' || exitCode === null || exitCode === 0 || failureExpected) return false;
  return !expected.some(tellsFailure) && faultsIn(expected.join('\n')).length === 0;
}

function shownLines(text: string): readonly string[] {
  const lines = linesOf(text);
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);
}
