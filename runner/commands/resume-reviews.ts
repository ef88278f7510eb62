import { readConfig } from '../config/config-file.ts';
import type { Plan } from '../core/plan.ts';
import { stateFolder } from '../engine/index.ts';
import { findChapters } from '../pipeline/find-chapters.ts';
import { readItinerary } from '../pipeline/read-itinerary.ts';
import { type Change, findReview, forgetReview, type Review, wantedChanges } from '../updater/index.ts';
import { askReview } from './review.ts';
import type { Call, Io } from './verb.ts';
import { tell, writeChanges } from './write-changes.ts';

/** Reviews that were taken up again. */
export interface Resumed {
  /** Paths of the chapters that are still to be run. */
  readonly rest: readonly string[];
  /** One of them was left again. */
  readonly left: boolean;
}

/** Goes on with the reviews that were left, without running their chapters again. */
export async function resumeReviews({ args, options, io }: Call): Promise<Resumed> {
  const config = await readConfig(io.cwd);
  const rest: string[] = [];
  let left = false;
  for (const file of await findChapters(args, config, io.cwd)) {
    const { plan } = await readItinerary(file, io.cwd, options.set);
    const review = await findReview(stateFolder(), file.path, plan.chapter.source);
    if (review === null) {
      rest.push(file.path);
      continue;
    }
    tell(io, 'review-resumed', { path: plan.chapter.path });
    const wanted = await finish(plan, review, io);
    if (wanted) await writeChanges({ path: file.path, plan, changes: wanted, check: false }, io);
    else left = true;
  }
  return { rest, left };
}

/** Asks about each change. Resolves to those that are wanted; null where the review was left. */
export async function reviewChanges(
  path: string,
  plan: Plan,
  changes: readonly Change[],
  io: Io,
): Promise<readonly Change[] | null> {
  return finish(plan, { version: 1, path, source: plan.chapter.source, changes, decisions: [] }, io);
}

async function finish(plan: Plan, review: Review, io: Io): Promise<readonly Change[] | null> {
  const asked = await askReview(plan, review, io);
  if (asked) {
    await forgetReview(stateFolder(), review.path);
    return wantedChanges(asked);
  }
  const kept = (await findReview(stateFolder(), review.path, review.source)) ?? review;
  const count = kept.changes.length - kept.decisions.length;
  tell(io, 'review-left', { path: plan.chapter.path, count });
  return null;
}
