import type { ResolvedLine } from '../core/match.ts';
import type { Outcome } from '../core/outcome.ts';

const classic = /^(?:Step \d+\/\d+ ?: | ---> |Sending build context to Docker daemon)/m;
const buildKit = /^(?:#\d+ \[| ?=> \[|\[\+\] Building )/m;

/** What BuildKit prints while it fetches: it differs from build to build, and a reader need not see it. */
const scrolling = /^(?: ?=> => |#\d+ )(?:sha256:|extracting|resolve |transferring)/;

/** A build log in the engine's form, where the chapter shows another builder's; null where both have one form. */
export function modernised({ step, output }: Outcome): readonly ResolvedLine[] | null {
  if (step.type !== 'command' || !step.expected || output === null) return null;
  const { text } = step.expected;
  const differs =
    (classic.test(text) && !buildKit.test(text) && buildKit.test(output.text)) ||
    (buildKit.test(text) && !classic.test(text) && classic.test(output.text) && !buildKit.test(output.text));
  if (!differs) return null;
  const lines = output.text.split('\n').map((line) => line.trimEnd());
  return lines.filter((line) => !scrolling.test(line)).map((text) => ({ from: null, text }));
}
