import type { ChapterOutcomes, ChapterResult, Outcome, OutcomeStatus, Site } from '../core/outcome.ts';

export const statuses = ['passed', 'failed', 'broken', 'skipped'] as const satisfies readonly OutcomeStatus[];

/** How many outcomes there are of each status. */
export function count(outcomes: readonly Outcome[]): Readonly<Record<OutcomeStatus, number>> {
  const counts = { passed: 0, failed: 0, broken: 0, skipped: 0 };
  for (const { status } of outcomes) counts[status] += 1;
  return counts;
}

/** An outcome that is nobody else's consequence, and what follows from it. */
export interface Finding<T = Outcome> {
  readonly outcome: T;
  readonly site: Site;
  readonly consequences: readonly Site[];
}

/**
 * What went wrong in a run, in the order of the chapters: each cause once, with what follows from it. A step that was
 * only left out is told where something follows from it.
 */
export function findingsOf({ before, plan, outcomes }: Pick<ChapterResult, 'before' | 'plan' | 'outcomes'>): Finding[] {
  return foldCauses([...before, { plan, outcomes }].flatMap(sited));
}

/** As {@link findingsOf}, of whatever has a status and a cause. */
export function foldCauses<T extends Pick<Outcome, 'status' | 'cause'>>(
  all: readonly { readonly outcome: T; readonly site: Site }[],
): Finding<T>[] {
  const origins = new Map<string, string>();
  const following = new Map<string, Site[]>();
  const firstMet = new Map<string, string>();
  const repeated = new Set<T>();
  for (const { outcome, site } of all) {
    // What surrounds the chapter, and is lacking at one step, is lacking at others for the same reason.
    const lack = lackOf(outcome);
    const met = lack === null ? undefined : firstMet.get(lack);
    if (lack !== null && met === undefined) firstMet.set(lack, keyOf(site));
    if (met !== undefined) repeated.add(outcome);
    else if (outcome.cause?.kind !== 'step') continue;
    // What follows from a consequence follows from its cause.
    const of = outcome.cause?.kind === 'step' ? keyOf(outcome.cause.of) : (met ?? keyOf(site));
    const origin = origins.get(of) ?? of;
    if (origin === keyOf(site)) continue;
    origins.set(keyOf(site), origin);
    following.set(origin, [...(following.get(origin) ?? []), site]);
  }
  const told = new Set<string>();
  return all.flatMap(({ outcome, site }) => {
    const key = keyOf(site);
    const consequences = told.has(key) ? [] : (following.get(key) ?? []);
    const isRoot = outcome.cause !== null && outcome.cause.kind !== 'step' && !repeated.has(outcome);
    const isWrong = outcome.status === 'failed' || outcome.status === 'broken';
    if (!isRoot || (!isWrong && consequences.length === 0)) return [];
    told.add(key);
    return [{ outcome, site, consequences }];
  });
}

/** What of its surroundings a step lacks; null where it lacks none. */
function lackOf({ status, cause }: Pick<Outcome, 'status' | 'cause'>): string | null {
  const [first] = status === 'broken' && cause?.kind === 'surroundings' ? cause.evidence : [];
  return first === undefined ? null : JSON.stringify([first.code, first.args]);
}

/** Lines of the cause's own chapter by their number alone. */
export function linesOf(sites: readonly Site[], { chapter }: Site): string {
  return sites.map((site) => (site.chapter === chapter ? site.line : `${site.chapter}:${site.line}`)).join(', ');
}

function sited({ plan, outcomes }: ChapterOutcomes) {
  return outcomes.map((outcome) => ({ outcome, site: { chapter: plan.chapter.path, line: outcome.step.line } }));
}

function keyOf({ chapter, line }: Site): string {
  return `${chapter}:${line}`;
}
