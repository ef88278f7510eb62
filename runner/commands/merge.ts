import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chapterId } from '../config/chapter-files.ts';
import { readConfig } from '../config/config-file.ts';
import { message, UserError } from '../core/message.ts';
import type { Plan } from '../core/plan.ts';
import type { RunReport } from '../core/report.ts';
import { readItinerary } from '../pipeline/read-itinerary.ts';
import { TestLog } from '../reporter/log.ts';
import { paintFor } from '../reporter/paint.ts';
import { runReport } from '../reporter/run-report.ts';
import { parseReport } from '../reporter/schema.ts';
import { htmlOf } from './html-report.ts';
import { readChoice, tellRun } from './tell-run.ts';
import type { Call, Io } from './verb.ts';

/** `tutor merge REPORT…`: the parts of a run (`test --shard`), each as JSON, are told as one. */
export async function run({ args, options, io }: Call): Promise<number> {
  const choice = await readChoice(options.reporter, io);
  const parts = await Promise.all(args.map((name) => read(resolve(io.cwd, name), name)));
  const merged = merge(parts);
  if (choice.log) {
    const { stdout, env, locale } = io;
    const log = new TestLog({ screen: stdout, paint: paintFor(stdout, env), locale, count: merged.chapters.length });
    for (const chapter of merged.chapters) log.onChapterEnd(chapter);
    log.onRunEnd(merged);
  }
  const html = async () => {
    const root = (await readConfig(io.cwd)).root;
    return htmlOf(merged, { plans: await plansOf(merged, io), recordings: new Map(), root }, io);
  };
  await tellRun(merged, choice, html, io);
  return merged.exitCode;
}

/** Several runs as one; of a chapter that is in more than one of them the last counts. */
export function merge(parts: readonly RunReport[]): RunReport {
  const chapters = new Map(parts.flatMap((part) => part.chapters.map((one) => [`${one.engine} ${one.path}`, one])));
  const startedAt = parts.map((part) => part.startedAt).sort()[0] ?? '';
  const durationMs = Math.max(...parts.map((part) => part.durationMs));
  const interrupted = parts.some(({ exitCode }) => exitCode === 130);
  return runReport([...chapters.values()], { startedAt, durationMs }, interrupted);
}

/** The chapters as they are now; one that cannot be read is told without its text. */
async function plansOf({ chapters }: RunReport, { cwd }: Io): Promise<readonly Plan[]> {
  const paths = [...new Set(chapters.map(({ path }) => path))];
  const plans = paths.map(async (path) => {
    const file = { id: chapterId(path), path: resolve(cwd, path), section: null };
    return readItinerary(file, cwd).then(
      ({ plan }) => [plan],
      () => [],
    );
  });
  return (await Promise.all(plans)).flat();
}

async function read(path: string, name: string): Promise<RunReport> {
  const report = parseReport(await readFile(path, 'utf8'));
  if (report === null) throw new UserError(message('no-report', { path: name }));
  return report;
}
