import { resolve } from 'node:path';
import type { Outcome } from '../core/outcome.ts';
import { personalOf } from '../pipeline/personal.ts';
import { reviseChapter } from '../pipeline/revise-chapter.ts';
import { runChapter } from '../pipeline/run-chapter.ts';
import { paintFor } from '../reporter/paint.ts';
import { TerminalReporter } from '../reporter/terminal.ts';
import { generationOf, readSnapshot, writeSnapshot } from '../snapshot/store.ts';
import type { ReadyChapter } from './each-chapter.ts';
import { reviewChanges } from './resume-reviews.ts';
import type { Call, Io } from './verb.ts';
import { tell, writeChanges } from './write-changes.ts';

/** What became of a chapter's update. */
export interface UpdatedChapter {
  /** Changes that were made, or with `--check` would be. */
  readonly changes: number;
  /** A review was left before its end. */
  readonly left: boolean;
  /** Outcomes that no change was about. */
  readonly open: readonly Outcome[];
}

/** Runs a chapter and brings its text (where `revises` says so) and its snapshot up to date. */
export async function updateChapter(ready: ReadyChapter, call: Call, revises: boolean): Promise<UpdatedChapter> {
  const { file, plan, engine, config, job } = ready;
  const { options, io } = call;
  const folder = resolve(config.root, config.snapshots);
  const snapshot = await readSnapshot(folder, plan.chapter.id, generationOf(engine));
  const reporter = reporterFor(io);
  const { outcomes, recording, obsolete } = await runChapter(engine, { ...job, snapshot, reporter });
  io.signal.throwIfAborted();
  if (!options.check) {
    for (const { command } of obsolete) tell(io, 'snapshot-obsolete', { command, generation: generationOf(engine) });
    await writeSnapshot(folder, recording);
  }
  if (!revises) return { changes: 0, left: false, open: [] };
  const { changes, refused } = reviseChapter({ plan, outcomes }, { ...options, personal: personalOf(engine) });
  for (const { title, line } of refused) tell(io, 'update-refused', { title, line, path: plan.chapter.path });
  const wanted = options.review ? await reviewChanges(file.path, plan, changes, io) : changes;
  if (wanted === null) return { changes: 0, left: true, open: [] };
  await writeChanges({ path: file.path, plan, changes: wanted, check: options.check }, io);
  const fixed = new Set(wanted.map(({ step }) => step));
  return { changes: wanted.length, left: false, open: outcomes.filter(({ step }) => !fixed.has(step.index)) };
}

function reporterFor(io: Io): TerminalReporter {
  const paint = paintFor(io.stderr, io.env);
  const write = (text: string) => void io.stderr.write(text);
  return new TerminalReporter({ write, paint, locale: io.locale, outputLines: 10, headings: true });
}
