import type { Outcome } from '../core/outcome.ts';
import { personalOf } from '../pipeline/personal.ts';
import { reviseChapter } from '../pipeline/revise-chapter.ts';
import { runChapter } from '../pipeline/run-chapter.ts';
import { type ExitCode, exitCodeOfChapter } from '../reporter/exit-code.ts';
import { paintFor } from '../reporter/paint.ts';
import { TerminalReporter } from '../reporter/terminal.ts';
import { generationOf, readSnapshot, writeSnapshot } from '../snapshot/store.ts';
import type { ReadyChapter } from './each-chapter.ts';
import { tellLeft } from './left-outputs.ts';
import { reviewChanges } from './resume-reviews.ts';
import type { Call, Io } from './verb.ts';
import { tell, writeChanges } from './write-changes.ts';

/** What became of a chapter's update. */
export interface UpdatedChapter {
  /** Changes that were made, or with `--check` would be. */
  readonly changes: number;
  /** A review was left before its end. */
  readonly left: boolean;
  /** Of the chapter as it is now: a step that was brought up to date holds. */
  readonly exitCode: ExitCode;
}

/** Runs a chapter and brings its text (where `revises` says so) and its snapshot up to date. */
export async function updateChapter(ready: ReadyChapter, call: Call, revises: boolean): Promise<UpdatedChapter> {
  const { file, plan, engine, config, job } = ready;
  const { options, io } = call;
  const folder = config.snapshots;
  const snapshot = await readSnapshot(folder, plan.chapter.id, generationOf(engine));
  const reporter = reporterFor(io);
  const { recording, obsolete, ...result } = await runChapter(engine, { ...job, snapshot, reporter });
  const { outcomes } = result;
  io.signal.throwIfAborted();
  if (!options.check) {
    for (const { command } of obsolete) tell(io, 'snapshot-obsolete', { command, generation: generationOf(engine) });
  }
  // A chapter that cannot be written keeps the outputs that belong to it.
  const record = async () => options.check || (await writeSnapshot(folder, recording));
  if (!revises) {
    await record();
    return { changes: 0, left: false, exitCode: 0 };
  }
  const { changes, refused } = reviseChapter({ plan, outcomes }, { ...options, personal: personalOf(engine) });
  for (const { title, line } of refused) tell(io, 'update-refused', { title, line, path: plan.chapter.path });
  const wanted = options.review ? await reviewChanges(file.path, plan, changes, io) : changes;
  if (wanted === null) {
    await record();
    return { changes: 0, left: true, exitCode: 1 };
  }
  await writeChanges({ path: file.path, plan, changes: wanted, check: options.check }, io);
  await record();
  const fixed = new Set(wanted.map(({ step }) => step));
  tellLeft(result, fixed, io);
  const holds = (outcome: Outcome): Outcome =>
    fixed.has(outcome.step.index) ? { ...outcome, status: 'passed', cause: null } : outcome;
  const exitCode = exitCodeOfChapter({ ...result, outcomes: outcomes.map(holds) });
  return { changes: wanted.length, left: false, exitCode };
}

function reporterFor(io: Io): TerminalReporter {
  const paint = paintFor(io.stderr, io.env);
  const write = (text: string) => void io.stderr.write(text);
  return new TerminalReporter({ write, paint, locale: io.locale, outputLines: 10, guided: false });
}
