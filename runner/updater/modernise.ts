import type { ResolvedLine } from '../core/match.ts';
import type { Outcome } from '../core/outcome.ts';

const classic = /^(?:Step \d+\/\d+ ?: | ---> |Sending build context to Docker daemon)/m;
const buildKit = /^(?:#\d+ \[| ?=> \[|\[\+\] Building )/m;

/** A build log in the engine's form, where the chapter shows another builder's; null where both have one form. */
export function modernised({ step, output }: Outcome): readonly ResolvedLine[] | null {
  if (step.type !== 'command' || !step.expected || output === null) return null;
  const { text } = step.expected;
  const differs =
    (classic.test(text) && !buildKit.test(text) && buildKit.test(output.text)) ||
    (buildKit.test(text) && !classic.test(text) && classic.test(output.text) && !buildKit.test(output.text));
  if (!differs) return null;
  return output.text.split('\n').map((line) => ({ from: null, text: line.trimEnd() }));
}
