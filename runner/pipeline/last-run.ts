import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ToleranceUse } from '../core/match.ts';
import type { Told } from '../core/message.ts';
import type { Cause, ChapterResult, OutcomeStatus } from '../core/outcome.ts';
import { stateFolder } from '../engine/index.ts';

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
  }[];
}

/** Remembers a run. A cache that cannot be written is no reason to fail. */
export async function rememberRun(chapterPath: string, result: ChapterResult): Promise<void> {
  const run: LastRun = {
    engine: result.engine,
    dockerVersion: result.dockerVersion,
    steps: result.outcomes.map(({ step, status, cause, match }) => ({
      line: step.line,
      text: step.type === 'file' ? step.path : step.text,
      status,
      cause,
      expectedLine: step.type === 'command' ? (step.expected?.line ?? null) : null,
      tolerances: match?.tolerances ?? [],
      reason: match?.reason ?? null,
    })),
  };
  const path = pathOf(chapterPath);
  await mkdir(dirname(path), { recursive: true })
    .then(() => writeFile(path, JSON.stringify(run)))
    .catch(() => {});
}

/** The last run of a chapter, on whichever engine; null where there was none, or what was kept of it is torn. */
export async function recallRun(chapterPath: string): Promise<LastRun | null> {
  try {
    return JSON.parse(await readFile(pathOf(chapterPath), 'utf8')) as LastRun;
  } catch {
    return null;
  }
}

function pathOf(chapterPath: string): string {
  return join(
    stateFolder(),
    'last-runs',
    `${createHash('sha256').update(chapterPath).digest('hex').slice(0, 16)}.json`,
  );
}
