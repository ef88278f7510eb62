import { resolve } from 'node:path';
import { findChapters } from '../config/chapter-files.ts';
import { readConfig } from '../config/config-file.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Step } from '../core/plan.ts';
import { cleanAbandoned, resolveEngines, startEngine } from '../engine/index.ts';
import { guide } from '../guide/guide.ts';
import { imagesOf } from '../pipeline/images.ts';
import { readPlan, stepsOfSection } from '../pipeline/read-plan.ts';
import { runChapter } from '../pipeline/run-chapter.ts';
import { paintFor } from '../reporter/paint.ts';
import { multiplex } from '../reporter/reporter.ts';
import { exitCodeOf } from '../reporter/summary.ts';
import { TerminalReporter } from '../reporter/terminal.ts';
import { runOptions } from './run-options.ts';
import { setUp } from './set-up.ts';
import type { Call } from './verb.ts';

/** `tutor run CHAPTER`: a learner goes through a chapter; straight through where there is no keyboard. */
export async function run({ args, options, io }: Call): Promise<number> {
  await cleanAbandoned();
  const config = await readConfig(io.cwd);
  const files = await findChapters(args, config, io.cwd);
  const engines = await resolveEngines(options.engine, 'run');
  const write = (text: string) => void io.stdout.write(text);
  const paint = paintFor(io.stdout, io.env);
  const guided = options.guided && Boolean(io.stdin.isTTY && io.stdout.isTTY);
  const reportFailure = (error: unknown) => void io.stderr.write(`${String(error)}\n`);
  const outcomes: Outcome[] = [];
  for (const file of files) {
    const plan = await readPlan(file, io.cwd);
    const reported = file.section === null ? plan.steps : stepsOfSection(plan, file.section);
    await setUp({ engines, images: imagesOf(plan) }, options.yes, io);
    for (const spec of engines) {
      const engine = await startEngine(spec, { signal: io.signal, images: imagesOf(plan) });
      const terminal = new TerminalReporter({ write, paint, locale: io.locale, outputLines: 40, headings: !guided });
      const learner = guided ? guide({ ...io, plan, reported, write, paint }) : null;
      try {
        const result = await runChapter(engine, {
          plan,
          chapterPath: file.path,
          assets: options.assets ? resolve(io.cwd, options.assets) : null,
          reporter: multiplex(learner ? [learner, terminal] : [terminal], reportFailure),
          ...(learner ? { gate: (step: Step) => learner.gate(step) } : {}),
          ...runOptions(options, config, io),
        });
        outcomes.push(...result.outcomes.filter(({ step }) => reported.includes(step)));
      } finally {
        await engine.stop();
      }
    }
  }
  return io.signal.aborted ? 130 : exitCodeOf(outcomes);
}
