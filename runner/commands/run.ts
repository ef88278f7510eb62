import { guide } from '../guide/guide.ts';
import { stepsOfSection } from '../pipeline/read-plan.ts';
import { runChapter } from '../pipeline/run-chapter.ts';
import { type ExitCode, exitCodeOfChapter, worst } from '../reporter/exit-code.ts';
import { paintFor } from '../reporter/paint.ts';
import { multiplex } from '../reporter/reporter.ts';
import { TerminalReporter } from '../reporter/terminal.ts';
import { eachChapter } from './each-chapter.ts';
import type { Call } from './verb.ts';

/** `tutor run CHAPTER`: a learner goes through a chapter; straight through where there is no keyboard. */
export async function run(call: Call): Promise<number> {
  const { options, io } = call;
  const write = (text: string) => void io.stdout.write(text);
  const paint = paintFor(io.stdout, io.env);
  const guided = options.guided && Boolean(io.stdin.isTTY && io.stdout.isTTY);
  const codes: ExitCode[] = [];
  await eachChapter(call, 'run', async ({ file, plan, engine, job }) => {
    const reported = file.section === null ? plan.steps : stepsOfSection(plan, file.section);
    const terminal = new TerminalReporter({ write, paint, locale: io.locale, outputLines: 40, headings: !guided });
    const learner = guided ? guide({ ...io, plan, reported, write, paint }) : null;
    const last = reported.at(-1);
    const result = await runChapter(engine, {
      ...job,
      steps: last ? last.index + 1 : 0,
      snapshot: null,
      reporter: multiplex(learner ? [learner, terminal] : [terminal], (error) => void io.stderr.write(`${error}\n`)),
      ...(learner ? { gate: (step) => learner.gate(step) } : {}),
    });
    const about = new Set(reported);
    codes.push(exitCodeOfChapter({ ...result, outcomes: result.outcomes.filter(({ step }) => about.has(step)) }));
  });
  return io.signal.aborted ? 130 : worst(codes);
}
