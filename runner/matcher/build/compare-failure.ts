import type { Env } from '../units.ts';
import type { BuildLog } from './build-log.ts';
import { compareOutput } from './compare-output.ts';
import { sameCause } from './failure.ts';

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

/** Every display of BuildKit repeats the step that failed, the classic builder does not. */
function sameFailedStep(expected: BuildLog, actual: BuildLog): boolean {
  if (expected.display === 'classic' || actual.display === 'classic') return true;
  const [left, right] = [expected.failure?.step ?? null, actual.failure?.step ?? null];
  return left === right || (left === null && expected.openEnd);
}

/** The plain display repeats only the last lines of a long output, the terminal's all of them. */
function sameLastOutput(expected: BuildLog, actual: BuildLog, env: Env): boolean {
  const [left, right] = [expected.failure?.output ?? null, actual.failure?.output ?? null];
  if (left === null || right === null) return true;
  if (expected.display === actual.display) return compareOutput(left, right, env);
  const shorter = Math.min(left.length, right.length);
  if (shorter === 0 && left.length !== right.length) return false;
  return compareOutput(left.slice(-shorter), right.slice(-shorter), env);
}

/** Docker 20 does not quote the Dockerfile that failed; other lines about it must be the same. */
function sameQuotes(expected: readonly string[], actual: readonly string[], env: Env): boolean {
  const isQuote = (line: string) => /^\d+ \|/.test(line);
  const plain = (lines: readonly string[]) => lines.filter((line) => !isQuote(line));
  const both = expected.some(isQuote) && actual.some(isQuote);
  return both ? compareOutput(expected, actual, env) : compareOutput(plain(expected), plain(actual), env);
}
