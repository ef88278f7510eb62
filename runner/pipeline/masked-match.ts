import type { Match, ResolvedLine } from '../core/match.ts';
import type { CommandStep } from '../core/plan.ts';
import { masked, type Secrets } from '../session/index.ts';
import { matchStep } from './match-step.ts';

/**
 * Compares as `matchStep` does, where the chapter itself may show what must be masked in every report (a password that
 * its reader types): secrets are masked in both texts. What would be written into the chapter keeps the chapter's words.
 */
export function maskedMatch(
  step: CommandStep,
  { text, exitCode }: Parameters<typeof matchStep>[1],
  context: Parameters<typeof matchStep>[2],
  secrets: Secrets,
): Match | null {
  const own = step.expected?.lines ?? [];
  const lines = own.map((line) => ({ ...line, text: secrets.mask(line.text) }));
  const output = { text: secrets.mask(text), exitCode };
  if (step.expected === null || lines.every((line, index) => line.text === own[index]?.text))
    return matchStep(step, output, context);
  const match = matchStep({ ...step, expected: { ...step.expected, lines } }, output, context);
  const unmasked = (line: ResolvedLine) => ownWords(line, own[(line.from ?? 0) - 1]?.text, secrets);
  return match && { ...match, resolved: match.resolved.map(unmasked) };
}

/** A line that holds is the chapter's own; in one that does not, only its secret is put back. */
function ownWords(line: ResolvedLine, own: string | undefined, secrets: Secrets): ResolvedLine {
  if (own === undefined) return line;
  if (secrets.mask(own) === line.text) return { ...line, text: own };
  const [secret] = secrets.within(own);
  return secret === undefined ? line : { ...line, text: line.text.replaceAll(masked, () => secret) };
}

/** Whether an output is what the chapter promises. */
export function isHeld(match: Match | null): boolean {
  return match !== null && match.verdict !== 'mismatch';
}
