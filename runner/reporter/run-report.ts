import type { ChapterReport, RunReport } from '../core/report.ts';
import { version } from '../core/version.ts';
import { type ExitCode, worst } from './exit-code.ts';
import { exitCodeOfReport } from './report-of.ts';

/** The report of a run: chapters in the order of their paths, each on its engines. */
export function runReport(
  chapters: readonly ChapterReport[],
  run: Pick<RunReport, 'startedAt' | 'durationMs'>,
  interrupted: boolean,
): RunReport {
  const inOrder = [...chapters].sort(
    (one, other) => compare(one.path, other.path) || compare(one.engine, other.engine),
  );
  const codes = inOrder.map(exitCodeOfReport);
  // Where there was nothing to type in any of them, nothing was checked.
  const none: readonly ExitCode[] = inOrder.every(({ verdict }) => verdict === 'empty') ? [2] : [];
  return {
    version: 1,
    tutor: version,
    startedAt: run.startedAt,
    durationMs: Math.round(run.durationMs),
    exitCode: interrupted ? 130 : worst([...codes, ...none]),
    chapters: inOrder,
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
