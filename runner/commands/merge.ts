import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { message, UserError } from '../core/message.ts';
import type { RunReport } from '../core/report.ts';
import { TestLog } from '../reporter/log.ts';
import { paintFor } from '../reporter/paint.ts';
import { parseReport } from '../reporter/schema.ts';
import { readChoice, runReport, tellRun } from './tell-run.ts';
import type { Call } from './verb.ts';

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
  await tellRun(merged, choice, io);
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

async function read(path: string, name: string): Promise<RunReport> {
  const report = parseReport(await readFile(path, 'utf8'));
  if (report === null) throw new UserError(message('no-report', { path: name }));
  return report;
}
