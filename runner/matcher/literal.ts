import { escaped } from '../core/escaped.ts';
import type { Match } from '../core/match.ts';
import { Binder } from './bindings/bindings.ts';
import { outliving } from './bindings/lifetime.ts';
import { inContext } from './bindings/typed-words.ts';
import { readContext } from './facts.ts';
import { mayBind } from './line/values.ts';
import type { MatchInput } from './match-output.ts';
import { toMatch } from './to-match.ts';
import type { Pair } from './units.ts';

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
