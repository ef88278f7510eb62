import { isOf, shortImage } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import type { Told } from '../../core/message.ts';
import { isError } from '../../printed/index.ts';
import type { Claim } from '../bindings/bindings.ts';
import { readCommand } from '../facts.ts';
import type { BuildText } from '../forms/build.ts';
import { layoutUse, wholeBlock } from '../forms/form.ts';
import type { BlockMatch, Env } from '../units.ts';
import type { BuildLog, BuildStep } from './build-log.ts';
import { isVisible, sameStepText, typedBy } from './build-log.ts';
import { compareLogLines } from './compare-log-lines.ts';
import { sameFailure } from './failure.ts';
import { inOrder, isBase, isLeftOut, ofStages, withSharedSteps } from './steps.ts';

/** Compares two build logs: the same steps in the same order, the same end. */
export function compareBuilds(expected: BuildText, actual: BuildText, env: Env): BlockMatch {
  const pairs = pairSteps(expected.log, actual.log);
  if (pairs === null || !sameBuild(pairs, expected.log, actual.log, env))
    return compareLogLines(
      expected,
      actual,
      env,
      isAcross(expected.log, actual.log) ? difference(expected.log, actual.log) : null,
    );
  const name = expected.log.display === actual.log.display ? 'build-log' : 'builder';
  return {
    holds: true,
    uses: layoutUse(name, expected, actual),
    claims: claimsOf(expected.log, actual.log, pairs, expected.at),
    pairs: wholeBlock(expected, actual, true),
  };
}

function sameBuild(pairs: readonly StepPair[], expected: BuildLog, actual: BuildLog, env: Env): boolean {
  if (!pairs.every((pair) => samePrinted(pair, env) && ownsContainer(pair[1]))) return false;
  if (!sameReads(expected, actual)) return false;
  if (leavesOut(expected) && expected.failure === null && hidesFailure(actual)) return false;
  const elidedEnd = (expected.openEnd || expected.steps.at(-1)?.elidedWithin === true) && !expected.ended;
  return elidedEnd ? actual.ended && !hidesFailure(actual) : sameEnd(expected, actual, env);
}

/** A display cuts at the terminal's edge what it reads; then what is left of it must be the same. */
function sameReads(expected: BuildLog, actual: BuildLog): boolean {
  const begins = (cut: string, whole: string) => cut.endsWith('…') && whole.startsWith(cut.slice(0, -1));
  const isLike = (one: string, other: string) => one === other || begins(one, other) || begins(other, one);
  return actual.reads.length === 0 || expected.reads.every((one) => actual.reads.some((other) => isLike(one, other)));
}

/** The container that a step of the classic builder runs in is the one that is removed after it. */
function ownsContainer({ ids }: BuildStep): boolean {
  return ids.container === null || ids.removed === null || ids.container === ids.removed;
}

/** A step of the chapter, the real one, and the last of those that the chapter leaves out after it: itself, if none is. */
type StepPair = readonly [BuildStep, BuildStep, BuildStep];

/** Each of the chapter's steps with the real one; null where a step is missing, additional or in another place. */
function pairSteps(expected: BuildLog, actual: BuildLog): readonly StepPair[] | null {
  const across = isAcross(expected, actual);
  const failed = expected.failure !== null;
  const [left, right] = across
    ? acrossBuilders(expected, actual, failed)
    : [inOrder(expected, false), inOrder(actual, false)];
  // Compose used to name the service in front of each step.
  const named = stagesOf(expected).size > 1 || stagesOf(actual).size > 1;
  const samePlace = (one: BuildStep, other: BuildStep) =>
    named && isBase(one) && one.stage !== other.stage ? mayShare(other, expected) : sameNumber(one, other, named);
  const agree = (one: BuildStep, other: BuildStep) =>
    sameStepText(one, other, across) &&
    (failed || sameCaching(one, other)) &&
    (across || (samePlace(one, other) && one.opens === other.opens));
  const chosen: number[] = [];
  let next = 0;
  for (const [index, step] of left.entries()) {
    while (next < right.length && !matches(step, right[next], agree)) {
      if (!isLeftOut(right[next], expected, left, index)) return null;
      next += 1;
    }
    if (next === right.length) return null;
    chosen.push(next);
    next += 1;
  }
  if (!right.slice(next).every((step) => isLeftOut(step, expected, left, left.length))) return null;
  return chosen.flatMap((at, index): StepPair[] => {
    const [step, other, last] = [left[index], right[at], right[(chosen[index + 1] ?? right.length) - 1]];
    return step === undefined || other === undefined || last === undefined ? [] : [[step, other, last]];
  });
}

function matches(
  step: BuildStep,
  other: BuildStep | undefined,
  agree: (one: BuildStep, other: BuildStep) => boolean,
): boolean {
  return other !== undefined && agree(step, other);
}

function acrossBuilders(
  expected: BuildLog,
  actual: BuildLog,
  failed: boolean,
): readonly [readonly BuildStep[], readonly BuildStep[]] {
  const [left, right] = [
    inOrder(withSharedSteps(expected, actual), true),
    inOrder(withSharedSteps(actual, expected), true),
  ];
  if (!failed) return [carried(left), carried(right)];
  return expected.display === 'classic'
    ? [carried(left), carried(ofStages(right, left))]
    : [carried(ofStages(left, right)), carried(right)];
}

/** The steps that both builders show; what was left out at one they do not is left out at its neighbour. */
function carried(steps: readonly BuildStep[]): readonly BuildStep[] {
  let elided = false;
  return steps.flatMap((step) => {
    const before = elided || step.elidedBefore;
    elided = isVisible(step.instruction) ? false : before || step.elidedWithin;
    return isVisible(step.instruction) ? [{ ...step, elidedBefore: before }] : [];
  });
}

function stagesOf({ steps }: BuildLog): ReadonlySet<string> {
  return new Set(steps.map(({ stage }) => stage));
}

/** Stages that begin from one image share its step, under the name of either: of one that has other steps, if it has any. */
function mayShare({ stage, total }: BuildStep, log: BuildLog): boolean {
  return total === 1 || leavesOut(log) || stagesOf(log).has(stage);
}

function leavesOut({ openEnd, steps }: BuildLog): boolean {
  return openEnd || steps.some((step) => step.elidedWithin || step.elidedBefore);
}

function sameNumber(left: BuildStep, right: BuildStep, named: boolean): boolean {
  if (named && left.stage !== right.stage) return false;
  return left.number === right.number && (left.total === right.total || left.total === 0 || right.total === 0);
}

/**
 * Whether a command ran or a file was copied anew is what a chapter about the cache shows. A base image and a folder
 * come from the cache as it happens, even with `--no-cache`.
 */
function sameCaching(left: BuildStep, right: BuildStep): boolean {
  return left.cached === right.cached || !/^(?:RUN|COPY|ADD) /.test(left.instruction);
}

function samePrinted([left, right, last]: StepPair, env: Env): boolean {
  if (left.output === null || right.output === null) return true;
  if (left.cached !== right.cached) return !right.output.some(isError);
  const mark = left.output.findLastIndex(isElision);
  if (!left.elidedWithin || last === right || mark < 0) return sameLines(left.output, right, env);
  // What follows the mark is of the step before the next one that is shown.
  return (
    sameLines(left.output.slice(0, mark + 1), right, env) &&
    (last.output === null || sameLines(left.output.slice(mark), last, env))
  );
}

function sameLines(expected: readonly string[], { output, instruction }: BuildStep, env: Env): boolean {
  return env.same(expected, output ?? [], readCommand(typedBy(instruction)));
}

/** What an author left out of a build that came to a good end was no failure. */
function hidesFailure({ steps, failure }: BuildLog): boolean {
  return failure !== null || steps.some((step) => step.output?.some(isError) === true);
}

function sameEnd(expected: BuildLog, actual: BuildLog, env: Env): boolean {
  if (!sameFailure(expected, actual, env)) return false;
  if (expected.ended !== actual.ended) return false;
  const across = isAcross(expected, actual);
  if (!across && expected.image !== null && actual.image === null) return false;
  const compose = isOf(env.facts.printers, 'docker compose');
  const plain = (tag: string) => (compose ? shortImage(tag).replaceAll('_', '-') : shortImage(tag));
  const [left, right] = [expected.tags.map(plain), actual.tags.map(plain)];
  const unsaid = right.filter((tag) => !left.includes(tag));
  return (
    left.every((tag) => right.includes(tag)) && unsaid.every((tag) => left.length === 0 || env.facts.stated.has(tag))
  );
}

function claimsOf(expected: BuildLog, actual: BuildLog, pairs: readonly StepPair[], at: number): readonly Claim[] {
  const claims: Claim[] = [];
  for (const [left, right] of pairs) {
    // An ID after lines left out may be that of a later step.
    if (left.elidedWithin) continue;
    for (const role of ['container', 'removed', 'layer'] as const) {
      const [mine, real] = [left.ids[role], right.ids[role]];
      if (mine !== null && real !== null)
        claims.push({ type: 'id', expected: mine, actual: real, line: at + left.at + 1, shared: true });
    }
  }
  if (expected.image !== null && actual.image !== null)
    claims.push({ type: 'id', expected: expected.image, actual: actual.image, line: at + 1, shared: true });
  return claims;
}

/** One log is the classic builder's and the other BuildKit's: no line of the one is one of the other. */
function isAcross(expected: BuildLog, actual: BuildLog): boolean {
  return (expected.display === 'classic') !== (actual.display === 'classic');
}

/** The first step in which two builds differ, as a sentence; that their ends do where the steps are the same. */
function difference(expected: BuildLog, actual: BuildLog): Told {
  const [left, right] = acrossBuilders(expected, actual, expected.failure !== null);
  const at = left.findIndex((step, index) => right[index] === undefined || !sameStepText(step, right[index], true));
  const [mine, real] = at < 0 ? [undefined, right[left.length]] : [left[at], right[at]];
  const args = { expected: mine?.instruction ?? '', actual: real?.instruction ?? '' };
  if (mine !== undefined) return { code: real === undefined ? 'build-lacks-step' : 'build-other-step', args };
  return real === undefined ? { code: 'build-other-end', args: {} } : { code: 'build-further-step', args };
}
