import type { Bindings, Match } from '../core/match.ts';
import { outliving } from './bindings/lifetime.ts';
import { inContext } from './bindings/typed-words.ts';
import { readContext } from './facts.ts';
import { mayBind } from './line/values.ts';

/** Whether two texts are the same to the last character. */
export function isEqual(expected: readonly string[], actual: readonly string[]): boolean {
  return expected.length === actual.length && expected.every((line, index) => line === actual[index]);
}

/**
 * The match of a text with itself where it has no value that would have to be bound: most outputs of most chapters, for
 * which nothing has to be read.
 *
 * @returns null where it holds such a value, or one that the command says something about
 */
export function matchSameText(
  text: readonly string[],
  { command, bindings }: { readonly command: string; readonly bindings: Bindings },
): Match | null {
  if (text.some(mayBind)) return null;
  const context = readContext(command, bindings);
  if (text.some((line) => inContext(line, 'expected', context) !== line)) return null;
  return {
    verdict: 'exact',
    tolerances: [],
    bindings: outliving(bindings, command),
    diff: text.map((line, index) => ({ op: 'same', expectedLine: index + 1, expected: line, actual: line })),
    resolved: text.map((line, index) => ({ from: index + 1, text: line })),
    reason: null,
  };
}
