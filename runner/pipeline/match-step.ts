import type { Bindings, Match } from '../core/match.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep } from '../core/plan.ts';
import { type MatchInput, type MatchOptions, matchOutput } from '../matcher/index.ts';
import { matchOptions } from './step-options.ts';

/**
 * Compares what a step printed with what the chapter shows; null where the chapter shows nothing, or nothing that
 * counts.
 * @param path of the chapter, as messages name it
 */
export function matchStep(
  step: CommandStep,
  output: Pick<Output, 'text' | 'exitCode'>,
  { path, bindings, options }: { readonly path: string; readonly bindings: Bindings; readonly options: MatchOptions },
): Match | null {
  const compared = comparedAt(step, output, bindings, options);
  const first = step.expected?.line ?? 0;
  return compared && matchOutput({ ...compared, placeOf: (line) => `${path}:${first + line - 1}` });
}

/** What is compared at a step; null where nothing is. */
export function comparedAt(
  { text, expected, annotation, failureExpected }: CommandStep,
  { text: actual, exitCode }: Pick<Output, 'text' | 'exitCode'>,
  bindings: Bindings,
  options: MatchOptions,
): MatchInput | null {
  if (expected === null || annotation.expect === 'none') return null;
  return {
    command: text,
    expected: expected.lines.map((line) => line.text),
    actual,
    bindings,
    partial: expected.partial,
    exitCode,
    failureExpected: failureExpected || (annotation.exit ?? 0) !== 0,
    options: matchOptions(options, annotation),
  };
}
