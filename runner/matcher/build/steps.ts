import { type BuildLog, type BuildStep, isVisible, sameStepText } from './build-log.ts';

/** The steps of a log in an order that does not hang on the builder. `across`: the other log is of the other builder. */
export function inOrder({ steps, display }: BuildLog, across: boolean): readonly BuildStep[] {
  const named = display === 'classic' && across ? withStages(steps) : steps;
  const stages = [...new Set(named.map((step) => step.stage))].sort();
  // The classic builder prints steps in their order, BuildKit as they come: there the order is in the numbers.
  if (stages.length > 1) return byStage(named, stages);
  return display === 'classic' ? named : byNumber(named);
}

/** Without the steps of stages that the other log did not get to: BuildKit builds stages side by side. */
export function ofStages(steps: readonly BuildStep[], others: readonly BuildStep[]): readonly BuildStep[] {
  if (new Set(steps.map((step) => step.stage)).size < 2) return steps;
  const stages = new Set(others.map((step) => step.stage));
  const bases = new Set(others.filter(isBase).map((step) => step.instruction));
  return steps.filter((step) => (isBase(step) ? bases.has(step.instruction) : stages.has(step.stage)));
}

/** Whether the step is the image that a stage begins from. */
export function isBase(step: BuildStep): boolean {
  return step.instruction.startsWith('FROM ');
}

/** The classic builder's steps under the stages' names as BuildKit gives them. One that begins from another has no step for it. */
function withStages(steps: readonly BuildStep[]): readonly BuildStep[] {
  if (steps[0]?.number !== 1) return steps;
  const names: string[] = [];
  return steps.flatMap((step) => {
    const known = names.includes(step.instruction.slice('FROM '.length));
    if (isBase(step)) names.push(step.opens ?? `stage-${names.length}`);
    return isBase(step) && known ? [] : [{ ...step, stage: names.at(-1) ?? '' }];
  });
}

/** Stages that begin from one image share its step, under the name of either. */
function byStage(steps: readonly BuildStep[], stages: readonly string[]): readonly BuildStep[] {
  const bases = new Map(steps.filter(isBase).map((step) => [step.instruction, step] as const));
  const rest = steps.filter((step) => !isBase(step));
  const first = [...bases.values()].sort((left, right) => (left.instruction < right.instruction ? -1 : 1));
  return [...first, ...stages.flatMap((stage) => byNumber(rest.filter((step) => step.stage === stage)))];
}

function byNumber(steps: readonly BuildStep[]): readonly BuildStep[] {
  return [...steps].sort((left, right) => left.number - right.number);
}

/**
 * The log with the steps that two of its stages share under either: the classic builder lists them in both, BuildKit
 * runs and prints them once and leaves their numbers out in the other stage (`[build 2/4]`, then `[stage-1 3/4]`).
 *
 * @param other the log of the other builder
 */
export function withSharedSteps(log: BuildLog, other: BuildLog): BuildLog {
  if (log.display === 'classic' || log.failure !== null || other.failure !== null) return log;
  const stages = new Map<string, BuildStep[]>();
  for (const step of inOrder(other, true).filter(({ instruction }) => isVisible(instruction)))
    stages.set(step.stage, [...(stages.get(step.stage) ?? []), step]);
  const shared = [...stages].flatMap(([stage]) => missing(stage, stages, log.steps));
  return shared.length === 0 ? log : { ...log, steps: [...log.steps, ...shared] };
}

/** Steps from a stage's first on that the log shows under another stage only. */
function missing(
  stage: string,
  stages: ReadonlyMap<string, readonly BuildStep[]>,
  steps: readonly BuildStep[],
): BuildStep[] {
  const own = steps.filter((step) => step.stage === stage && !isBase(step));
  const [first] = [...own].sort((left, right) => left.number - right.number);
  const listed = (stages.get(stage) ?? []).filter((step) => !isBase(step));
  if (first === undefined || own.length + first.number - 2 !== listed.length) return [];
  const found = listed.slice(0, first.number - 2).map((step, index) => {
    const twin = steps.find(
      (each) => each.stage !== stage && each.number === index + 2 && sameStepText(step, each, true),
    );
    return twin === undefined ? null : { ...twin, stage, cached: step.cached, elidedBefore: false, at: first.at };
  });
  return found.every((step) => step !== null) ? found : [];
}

/**
 * Whether a mark of the author can stand for a real step that the chapter does not show: it has its place between those
 * steps of the same stage that are shown before and after it. How the stages take turns differs from build to build.
 *
 * @param shown the chapter's steps, in the order in which they are compared
 * @param index how many of them are before the real step
 */
export function isLeftOut(
  step: BuildStep | undefined,
  { steps, openEnd }: BuildLog,
  shown: readonly BuildStep[],
  index: number,
): boolean {
  const ofStage = ({ stage }: BuildStep) => stage === step?.stage;
  const from = shown.slice(0, index).findLast(ofStage)?.at ?? -1;
  const to = shown.slice(index).find(ofStage)?.at ?? Number.POSITIVE_INFINITY;
  const between = steps.some(
    ({ at, elidedBefore, elidedWithin }) =>
      (elidedBefore && from < at && at <= to) || (elidedWithin && from <= at && at < to),
  );
  return between || (openEnd && to === Number.POSITIVE_INFINITY);
}
