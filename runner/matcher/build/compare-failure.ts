import type { Env } from '../units.ts';
import type { BuildLog } from './build-log.ts';
import { sameCause } from './failure.ts';
import { normalInstruction } from './instruction.ts';

/** Whether two builds failed at one step, for one reason, after the same output; or neither failed. */
export function sameFailure(expected: BuildLog, actual: BuildLog, env: Env): boolean {
  const [left, right] = [expected.failure, actual.failure];
  if (left === null || right === null) return left === right;
  return (
    sameCause(left.cause, right.cause) &&
    sameFailedStep(expected, actual) &&
    sameLastOutput(expected, actual, env) &&
    sameQuotes(expected.quoted, actual.quoted, env)
  );
}

/** Every display of BuildKit names the step that failed once more; with the classic builder it is the last one. */
function sameFailedStep(expected: BuildLog, actual: BuildLog): boolean {
  const [left, right] = [expected.failure?.step ?? null, actual.failure?.step ?? null];
  if (expected.display === 'classic' || actual.display === 'classic') {
    const [one, other] = [instructionOf(expected), instructionOf(actual)];
    return one === null || other === null || one === other;
  }
  return left === right || (left === null && expected.openEnd);
}

function instructionOf({ display, failure, steps }: BuildLog): string | null {
  if (display === 'classic') return steps.at(-1)?.instruction ?? null;
  const text = /^\[[^\]]*\d\/\d+\] (.*)$/.exec(failure?.step ?? '')?.[1];
  return text === undefined ? null : normalInstruction(text);
}

function sameLastOutput(expected: BuildLog, actual: BuildLog, env: Env): boolean {
  const [left, right] = [expected.failure?.output ?? null, actual.failure?.output ?? null];
  if (left === null || right === null) return true;
  if (expected.display === actual.display) return env.same(left, right);
  return env.same(cutTo(left, actual), cutTo(right, expected));
}

/** The plain display repeats only the last lines of a long output, others show all of them. */
function cutTo(lines: readonly string[], { display, failure }: BuildLog): readonly string[] {
  const length = failure?.output?.length ?? 0;
  return display === 'plain' && length > 0 ? lines.slice(-length) : lines;
}

/** Docker 20 does not quote the Dockerfile that failed; other lines about it must be the same, blank ones left out. */
function sameQuotes(left: readonly string[], right: readonly string[], env: Env): boolean {
  const full = (lines: readonly string[]) => lines.filter((line) => !/^\d+ \|$/.test(line));
  const [expected, actual] = [full(left), full(right)];
  const isQuote = (line: string) => /^\d+ \|/.test(line);
  const plain = (lines: readonly string[]) => lines.filter((line) => !isQuote(line));
  const both = expected.some(isQuote) && actual.some(isQuote);
  return both ? env.same(expected, actual) : env.same(plain(expected), plain(actual));
}
