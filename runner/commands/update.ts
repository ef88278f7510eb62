import { resolve } from 'node:path';
import { findChapters } from '../config/chapter-files.ts';
import { readConfig } from '../config/config-file.ts';
import { wording } from '../core/message.ts';
import { cleanAbandoned, resolveEngines, startEngine } from '../engine/index.ts';
import { imagesOf } from '../pipeline/images.ts';
import { readPlan } from '../pipeline/read-plan.ts';
import { runChapter } from '../pipeline/run-chapter.ts';
import { paintFor } from '../reporter/paint.ts';
import { exitCodeOf } from '../reporter/summary.ts';
import { TerminalReporter } from '../reporter/terminal.ts';
import { editsOf, splice } from '../updater/edits.ts';
import { writeChapter } from '../updater/write.ts';
import { runOptions } from './run-options.ts';
import { setUp } from './set-up.ts';
import type { Call } from './verb.ts';

/** `tutor update [CHAPTER…]`: an author gets the expected-output blocks brought up to date. */
export async function run({ args, options, io }: Call): Promise<number> {
  await cleanAbandoned();
  const config = await readConfig(io.cwd);
  const files = await findChapters(args, config, io.cwd);
  const [spec] = await resolveEngines(options.engine, 'update');
  if (!spec) return 2;
  const paint = paintFor(io.stderr, io.env);
  let worst = 0;
  for (const file of files) {
    const plan = await readPlan(file, io.cwd);
    await setUp({ engines: [spec], images: imagesOf(plan) }, options.yes, io);
    const engine = await startEngine(spec, { signal: io.signal, images: imagesOf(plan) });
    const reporter = new TerminalReporter({
      write: (text) => void io.stderr.write(text),
      paint,
      locale: io.locale,
      outputLines: 10,
      headings: true,
    });
    try {
      const result = await runChapter(engine, {
        plan,
        chapterPath: file.path,
        assets: options.assets ? resolve(io.cwd, options.assets) : null,
        reporter,
        ...runOptions(options, config, io),
      });
      const { source, path } = plan.chapter;
      const edited = result.outcomes.filter((outcome) => outcome.status !== 'broken').map((outcome) => editsOf(outcome, source));
      const count = edited.filter((edits) => edits.length > 0).length;
      if (count > 0) await writeChapter(file.path, source, splice(source, edited.flat()));
      const code = count > 0 ? 'chapter-updated' : 'nothing-to-update';
      io.stdout.write(`${wording({ code, args: { path, count } }, io.locale)}\n`);
      const left = result.outcomes.filter(({ match }) => match?.verdict !== 'mismatch');
      worst = Math.max(worst, exitCodeOf(left));
    } finally {
      await engine.stop();
    }
  }
  return io.signal.aborted ? 130 : worst;
}
