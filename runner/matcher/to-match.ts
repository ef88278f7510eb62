import { escaped } from '../core/escaped.ts';
import type { DiffLine, Match, ResolvedLine, ToleranceUse } from '../core/match.ts';
import type { MessageArgs, Told } from '../core/message.ts';
import { toldApart } from '../core/visible.ts';
import { Binder, type Contradiction } from './bindings/bindings.ts';
import { outliving } from './bindings/lifetime.ts';
import { inContext } from './bindings/typed-words.ts';
import type { Finding } from './comparison.ts';
import { readContext } from './facts.ts';
import { differences } from './line/patch-line.ts';
import { mayBind, mostRead, tokensOf } from './line/reading.ts';
import type { MatchInput } from './match-output.ts';
import type { Place } from './tolerances/tolerance.ts';
import type { Pair } from './units.ts';

/**
 * Puts what was found into the form that the rest of the program reads.
 *
 * @param place null where lines differ as a whole
 */
export function toMatch(found: Finding, binder: Binder, place: Place | null, strict: Strictness = []): Match {
  const finding = narrowed(found, strict);
  const tolerances = finding.uses.map(
    ({ name, at, expected, actual }): ToleranceUse => ({ name, line: at + 1, expected, actual }),
  );
  return {
    verdict: finding.holds ? (tolerances.length > 0 ? 'tolerated' : 'exact') : 'mismatch',
    tolerances,
    bindings: binder.all(),
    diff: diffOf(finding.pairs, place),
    resolved: resolvedOf(finding.pairs),
    reason: finding.holds ? null : reasonOf(finding),
  };
}

type Strictness = readonly string[] | 'all' | true;

/** Takes back what was only tolerated by a tolerance that is turned off. */
function narrowed(finding: Finding, strict: Strictness): Finding {
  const off = strict === true || strict === 'all' ? null : new Set(strict);
  const lines = new Set(finding.uses.filter((use) => off === null || off.has(use.name)).map((use) => use.at));
  if (lines.size === 0) return finding;
  const pairs = finding.pairs.map((pair) =>
    pair.at !== null && lines.has(pair.at) ? { ...pair, holds: false, resolved: pair.actual } : pair,
  );
  return { ...finding, holds: false, pairs };
}

/** The same match as a failure for another reason than its text. */
export function reworded(match: Match, code: 'unexpected-exit', args: MessageArgs): Match {
  return { ...match, verdict: 'mismatch', reason: { code, args } };
}

function resolvedOf(pairs: readonly Pair[]): readonly ResolvedLine[] {
  return pairs.flatMap(({ at, resolved }) =>
    resolved === null ? [] : [{ from: at === null ? null : at + 1, text: resolved }],
  );
}

function diffOf(pairs: readonly Pair[], place: Place | null): readonly DiffLine[] {
  let after = 0;
  return pairs.map((pair): DiffLine => {
    if (pair.at !== null) after = pair.at + 1;
    return diffLine(pair, after, place);
  });
}

function diffLine({ expected, actual, holds }: Pair, line: number, place: Place | null): DiffLine {
  if (expected === null) return { op: 'unexpected', afterExpectedLine: line, actual: actual ?? '' };
  if (holds) return { op: 'same', expectedLine: line, expected, actual: actual ?? '' };
  if (actual === null) return { op: 'missing', expectedLine: line, expected };
  if (place === null || expected.length > mostRead || actual.length > mostRead) {
    const whole = { expected: [0, expected.length], actual: [0, actual.length] } as const;
    return { op: 'changed', expectedLine: line, expected, actual, spans: [whole] };
  }
  const [left, right] = [tokensOf(expected), tokensOf(actual)];
  const spans = differences(left, right, place).map((difference) => ({
    expected: span(left, difference.expected),
    actual: span(right, difference.actual),
  }));
  return { op: 'changed', expectedLine: line, expected, actual, spans };
}

function span(
  tokens: readonly { readonly start: number; readonly end: number }[],
  [from, to]: readonly [number, number],
): readonly [number, number] {
  const start = tokens[from]?.start ?? tokens.at(-1)?.end ?? 0;
  return [start, Math.max(start, tokens[to - 1]?.end ?? start)];
}

function reasonOf(finding: Finding): Told {
  if (finding.contradiction !== null) return contradictionOf(finding.contradiction);
  return reasonFor(finding.pairs.find((pair) => !pair.holds));
}

/** Says of a line that does not hold what is wrong with it. */
function reasonFor(wrong: Pair | undefined): Told {
  if (wrong?.why !== undefined) return wrong.why;
  const [expected, actual] = toldApart(wrong?.expected ?? '', wrong?.actual ?? '');
  const args = { line: (wrong?.at ?? 0) + 1, expected, actual };
  if (wrong === undefined || wrong.expected === null) return { code: 'unexpected-line', args };
  return { code: wrong.actual === null ? 'missing-line' : 'changed-line', args };
}

function contradictionOf({ claim, earlier, place }: Contradiction): Told {
  const args = { line: claim.line, expected: claim.expected, actual: claim.actual, earlier, place };
  return { code: 'contradiction', args };
}

/** Compares as an annotation asks: character by character, or by regular expressions, one for each line. */
export function compareLiterally(input: MatchInput, actual: readonly string[], expect: 'exact' | 'regex'): Match {
  const { expected } = input;
  const same = (text: string, other: string) => (expect === 'exact' ? text === other : expressionOf(text).test(other));
  const pairs = Array.from({ length: Math.max(expected.length, actual.length) }, (_, index): Pair => {
    const [text = null, other = null] = [expected[index], actual[index]];
    const holds = text !== null && other !== null && same(text, other);
    const written = other === null || expect === 'exact' ? other : escaped(other);
    return { at: text === null ? null : index, expected: text, actual: other, resolved: holds ? text : written, holds };
  });
  const holds = pairs.every((pair) => pair.holds);
  const binder = new Binder(input.bindings, input.placeOf, input.command);
  return toMatch({ holds, uses: [], pairs, contradiction: null }, binder, null);
}

/**
 * The match of a text with itself where it has no value that would have to be bound: most outputs of most chapters, for
 * which nothing has to be read.
 *
 * @returns null where it holds such a value, or one that the command says something about
 */
export function matchSameText({ command, bindings }: MatchInput, expected: readonly string[]): Match | null {
  if (expected.some(mayBind)) return null;
  const context = readContext(command, bindings);
  if (expected.some((line) => inContext(line, 'expected', context) !== line)) return null;
  return unchanged(expected, { bindings: outliving(bindings, command) });
}

/** A match in which every line of the chapter stays as it is written. */
export function unchanged(
  expected: readonly string[],
  { bindings, tolerances = [] }: Pick<Match, 'bindings'> & Partial<Match>,
): Match {
  return {
    verdict: tolerances.length === 0 ? 'exact' : 'tolerated',
    tolerances,
    bindings,
    diff: expected.map((text, index) => ({ op: 'same', expectedLine: index + 1, expected: text, actual: text })),
    resolved: expected.map((text, index) => ({ from: index + 1, text })),
    reason: null,
  };
}

function expressionOf(text: string): RegExp {
  try {
    return new RegExp(`^(?:${text})$`, 'u');
  } catch {
    return new RegExp(`^${escaped(text)}$`, 'u');
  }
}
