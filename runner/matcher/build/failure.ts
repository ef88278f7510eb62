import { squash } from '../../core/words.ts';
import { errorText } from '../../printed/index.ts';
import type { Env } from '../units.ts';
import { type BuildLog, normalInstruction } from './build-log.ts';

/** Why a build failed. */
export interface Cause {
  /** In words that are the same for every builder; empty where the log does not tell. */
  readonly what: string;
  /** What only some generations add; null where nothing is. */
  readonly hint: string | null;
}

/** The cause that a line of a build tells, or null for a line that tells none. The wordings are those of Docker 17 to 28. */
export function causeOf(line: string): Cause | null {
  const text = line.trim();
  if (!announced.test(text)) return null;
  const [, core = text, hint = null] = /^(.*) \((did you mean .*\?)\)$/.exec(text) ?? [];
  return { what: squash(errorText(core)), hint };
}

/** Whether two failures, the chapter's and the real one, have one cause. What only one generation adds is compared where both do. */
function sameCause(left: Cause | null, right: Cause | null): boolean {
  if (left === null || right === null) return left === right;
  if (left.what === '') return true;
  return left.what === right.what && (left.hint === null || right.hint === null || left.hint === right.hint);
}

/** How a builder begins to tell that it failed; what the commands of its steps print begins otherwise. */
const announced =
  /^(?:(?:ERROR|error|target \S+|Error response from daemon): |failed to (?:build|solve|compute cache key|read dockerfile)\b|(?:COPY|ADD) failed: |executor failed running |The command '|pull access denied |manifest for |[Dd]ockerfile parse error)/;

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
