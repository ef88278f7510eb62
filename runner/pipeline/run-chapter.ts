import type { Engine } from '../core/engine.ts';
import type { ChapterResult } from '../core/outcome.ts';
import type { Itinerary } from '../core/plan.ts';
import type { Reporter } from '../reporter/reporter.ts';
import type { Snapshot, SnapshotEntry } from '../snapshot/snapshot.ts';
import { generationOf } from '../snapshot/store.ts';
import type { ChapterOptions } from './chapter-options.ts';
import type { ChapterRun } from './chapter-run.ts';
import { rememberRun } from './last-run.ts';
import { Stay } from './stay.ts';

export interface ChapterJob extends Omit<ChapterOptions, 'start'> {
  readonly itinerary: Itinerary;
  /** Folder with further files for the reader, absolute; or null. */
  readonly assets: string | null;
  readonly reporter: Reporter;
  /** Where the chapters before this one were run; absent: it begins here. */
  readonly stay?: Stay;
  /** How many steps, from the first; all of them where it is not said. */
  readonly steps?: number;
  /** Goes through the chapter in another way than straight: a learner does. It tells the reporter of what it does. */
  readonly drive?: (run: ChapterRun) => Promise<void>;
}

/** A chapter's result and what its steps printed. */
export interface RecordedResult extends ChapterResult {
  readonly recording: Snapshot;
  /** Entries of the snapshot so far whose step the chapter no longer has. */
  readonly obsolete: readonly SnapshotEntry[];
}

/** Runs a chapter from its first step to its last on an engine that answers. The engine stays the caller's. */
export async function runChapter(engine: Engine, job: ChapterJob): Promise<RecordedResult> {
  const { itinerary, reporter, drive = (run) => goStraight(run, job) } = job;
  const { plan } = itinerary;
  const stay = job.stay ?? (await Stay.begin(engine, itinerary, job));
  const run = await stay.open(plan, job);
  reporter.onChapterStart?.(plan, engine);
  try {
    await drive(run);
  } finally {
    if (job.stay === undefined) await stay.close();
  }
  const result = run.result();
  await rememberRun(job.chapterPath, result, (text) => run.secrets.mask(text));
  reporter.onChapterEnd?.(result);
  return { ...result, recording: run.recorder.snapshot(generationOf(engine)), obsolete: run.recorder.obsolete() };
}

async function goStraight(run: ChapterRun, { itinerary, reporter, signal, steps }: ChapterJob): Promise<void> {
  for (const step of itinerary.plan.steps.slice(0, steps ?? itinerary.plan.steps.length)) {
    signal.throwIfAborted();
    reporter.onStepStart?.(step);
    const outcome = await run.next();
    for (const anew of run.takeRevised()) if (anew !== outcome) reporter.onJudgedAnew?.(anew);
    if (outcome) reporter.onOutcome?.(outcome);
  }
}
