import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { keep, recallKept } from '../core/kept.ts';
import type { Bindings, ToleranceUse } from '../core/match.ts';
import type { Told } from '../core/message.ts';
import type { Cause, ChapterResult, OutcomeStatus } from '../core/outcome.ts';
import { titleOf } from '../core/plan.ts';
import { stateFolder } from '../engine/index.ts';
import { type MatchInput, outliving } from '../matcher/index.ts';
import { comparedAt } from './match-step.ts';

/** What is remembered of a chapter's last run, for `tutor explain`. */
export interface LastRun {
  readonly engine: string;
  readonly dockerVersion: string;
  readonly steps: readonly {
    readonly line: number;
    readonly text: string;
    readonly status: OutcomeStatus;
    readonly cause: Cause | null;
    /** First line of the expected output in the chapter; null where there is none. */
    readonly expectedLine: number | null;
    readonly tolerances: readonly ToleranceUse[];
    readonly reason: Told | null;
    /** What was compared, for a trace of it; null where nothing was. */
    readonly compared: MatchInput | null;
  }[];
}

/**
 * Remembers a run.
 *
 * @param mask takes from a text what nobody may read later
 */
export async function rememberRun(
  chapterPath: string,
  result: ChapterResult,
  mask: (text: string) => string,
): Promise<void> {
  const known = bindingsBefore(result);
  const run: LastRun = {
    engine: result.engine,
    dockerVersion: result.dockerVersion,
    steps: result.outcomes.map(({ step, status, cause, match, output }, index) => ({
      line: step.line,
      text: step.type === 'file' ? step.path : step.script === undefined ? step.text : titleOf(step),
      status,
      cause,
      expectedLine: step.type === 'command' ? (step.expected?.line ?? null) : null,
      tolerances: match?.tolerances ?? [],
      reason: match?.reason ?? null,
      compared: match && output && step.type === 'command' ? comparedAt(step, output, known[index] ?? {}, {}) : null,
    })),
  };
  await keep(pathOf(chapterPath), run, mask);
}

/** The last run of a chapter, on whichever engine; null where there was none, or what was kept of it is torn. */
export async function recallRun(chapterPath: string): Promise<LastRun | null> {
  return (await recallKept(pathOf(chapterPath))) as LastRun | null;
}

/** What was known of the chapter's values before each step. */
function bindingsBefore({ before, outcomes }: ChapterResult): readonly Bindings[] {
  let bindings: Bindings = {};
  const all = [...before.flatMap((chapter) => chapter.outcomes), ...outcomes].map(({ match, output, step }) => {
    const known = bindings;
    if (match) bindings = match.bindings;
    else if (output && step.type === 'command') bindings = outliving(bindings, step.text);
    return known;
  });
  return all.slice(-outcomes.length);
}

function pathOf(chapterPath: string): string {
  return join(
    stateFolder(),
    'last-runs',
    `${createHash('sha256').update(chapterPath).digest('hex').slice(0, 16)}.json`,
  );
}
