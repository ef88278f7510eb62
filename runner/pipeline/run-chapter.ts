import type { Engine } from '../core/engine.ts';
import { message } from '../core/message.ts';
import type { ChapterResult } from '../core/outcome.ts';
import { type Itinerary, isLeftOut, type Step } from '../core/plan.ts';
import type { Reporter } from '../reporter/reporter.ts';
import type { Snapshot, SnapshotEntry } from '../snapshot/snapshot.ts';
import { generationOf } from '../snapshot/store.ts';
import type { ChapterOptions } from './chapter-options.ts';
import { rememberRun } from './last-run.ts';
import { openChapter } from './open-chapter.ts';

/** What is to become of the next step. */
export type Decision = 'run' | 'skip' | 'quit';

export interface ChapterJob extends Omit<ChapterOptions, 'start'> {
  readonly itinerary: Itinerary;
  /** Folder with further files for the reader, absolute; or null. */
  readonly assets: string | null;
  readonly reporter: Reporter;
  /** How many steps, from the first; all of them where it is not said. */
  readonly steps?: number;
  /** Asked before each step that would be typed or written. Without it, every step is run. */
  readonly gate?: (step: Step) => Promise<Decision>;
}

/** A chapter's result and what its steps printed. */
export interface RecordedResult extends ChapterResult {
  readonly recording: Snapshot;
  /** Entries of the snapshot so far whose step the chapter no longer has. */
  readonly obsolete: readonly SnapshotEntry[];
}

/** Runs a chapter from its first step to its last on an engine that answers. The engine stays the caller's. */
export async function runChapter(engine: Engine, job: ChapterJob): Promise<RecordedResult> {
  const { itinerary, reporter, gate } = job;
  const { plan } = itinerary;
  const run = await openChapter(itinerary, engine, job);
  reporter.onChapterStart?.(plan, engine);
  try {
    for (const step of plan.steps.slice(0, job.steps ?? plan.steps.length)) {
      job.signal.throwIfAborted();
      reporter.onStepStart?.(step);
      const decision = isLeftOut(step) || run.isWritten(step) || !gate ? 'run' : await gate(step);
      if (decision === 'quit') break;
      const outcome = decision === 'skip' ? run.skip(message('skipped-by-reader', {}, {}, 'info')) : await run.next();
      if (outcome) reporter.onOutcome?.(outcome);
    }
  } finally {
    await run.close();
  }
  const result = run.result();
  await rememberRun(job.chapterPath, result);
  reporter.onChapterEnd?.(result);
  return { ...result, recording: run.recorder.snapshot(generationOf(engine)), obsolete: run.recorder.obsolete() };
}
