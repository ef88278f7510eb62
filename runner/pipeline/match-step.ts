import type { Bindings, Match } from '../core/match.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep } from '../core/plan.ts';
import { type MatchOptions, matchOutput } from '../matcher/index.ts';
import { matchOptions } from './step-options.ts';

/**
 * Compares what a step printed with what the chapter shows; null where the chapter shows nothing, or nothing that
 * counts.
 * @param path of the chapter, as messages name it
 */
export function matchStep(
  { text, expected, annotation, failureExpected }: CommandStep,
  { text: actual, exitCode }: Pick<Output, 'text' | 'exitCode'>,
  { path, bindings, options }: { readonly path: string; readonly bindings: Bindings; readonly options: MatchOptions },
): Match | null {
  if (expected === null || annotation.expect === 'none') return null;
  return matchOutput({
    command: text,
    expected: expected.lines.map((line) => line.text),
    actual,
    bindings,
    partial: expected.partial,
    exitCode,
    failureExpected: failureExpected || (annotation.exit ?? 0) !== 0,
    placeOf: (line) => `${path}:${expected.line + line - 1}`,
    options: matchOptions(options, annotation),
  });
}
