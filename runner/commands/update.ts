import { resolve } from 'node:path';
import { wording } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import { runChapter } from '../pipeline/run-chapter.ts';
import { paintFor } from '../reporter/paint.ts';
import { exitCodeOf } from '../reporter/summary.ts';
import { TerminalReporter } from '../reporter/terminal.ts';
import { generationOf, readSnapshot, writeSnapshot } from '../snapshot/store.ts';
import { editsOf, splice } from '../updater/edits.ts';
import { unifiedDiff } from '../updater/patch.ts';
import { writeChapter } from '../updater/write.ts';
import { eachChapter } from './each-chapter.ts';
import type { Call } from './verb.ts';

/** `tutor update [CHAPTER…]`: an author gets the expected-output blocks brought up to date. */
export async function run(call: Call): Promise<number> {
  const { options, io } = call;
  let changes = 0;
  const paint = paintFor(io.stderr, io.env);
  const write = (text: string) => void io.stderr.write(text);
  const left: Outcome[] = [];
  await eachChapter(call, 'update', async ({ file, plan, engine, config, job }) => {
    const { id, source, path } = plan.chapter;
    const folder = resolve(config.root, config.snapshots);
    const snapshot = await readSnapshot(folder, id, generationOf(engine));
    const reporter = new TerminalReporter({ write, paint, locale: io.locale, outputLines: 10, headings: true });
    const { outcomes, recording } = await runChapter(engine, { ...job, snapshot, reporter });
    io.signal.throwIfAborted();
    const edits = outcomes.filter(({ status }) => status !== 'broken').map((outcome) => editsOf(outcome, source));
    const count = edits.filter(({ length }) => length > 0).length;
    const updated = splice(source, edits.flat());
    if (options.check) {
      io.stdout.write(updated === source ? '' : unifiedDiff(path, source, updated));
    } else {
      if (updated !== source) await writeChapter(file.path, source, updated);
      await writeSnapshot(folder, recording);
    }
    const code = count === 0 ? 'nothing-to-update' : options.check ? 'would-update' : 'chapter-updated';
    io.stderr.write(`${wording({ code, args: { path, count } }, io.locale)}\n`);
    changes += count;
    left.push(...outcomes.filter((outcome) => editsOf(outcome, source).length === 0));
  });
  if (options.check) return changes > 0 ? 1 : 0;
  return exitCodeOf(left);
}
