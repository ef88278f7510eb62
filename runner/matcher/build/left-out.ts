import type { BuildLog, BuildStep } from './build-log.ts';

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
