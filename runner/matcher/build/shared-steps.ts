import type { BuildLog, BuildStep } from './build-log.ts';
import { isVisible, sameStepText } from './instruction.ts';
import { inOrder, isBase } from './stages.ts';

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
