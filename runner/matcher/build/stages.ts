import type { BuildLog, BuildStep } from './build-log.ts';

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
