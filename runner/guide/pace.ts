import type { Plan, Step } from '../core/plan.ts';
import type { JournalEntry } from './journal.ts';

/** Who took so many times as long for a step as for most others was away, unless that is still short. */
const [timesUsual, stillShortMs] = [4, 30_000];
/** Fewer steps tell nothing about the next ones. */
const fewest = 3;

/**
 * How long the rest of a chapter takes whoever has gone through its steps so far: as long for each of its lines as those
 * before took them. Null where too few of the steps were gone through at a reader's pace.
 */
export function leftMs(entries: readonly JournalEntry[], { steps, chapter }: Plan, next: Step): number | null {
  const done = entries.flatMap(({ spentMs }, index) => {
    const step = steps[index];
    if (step === undefined || spentMs == null) return [];
    return [{ ms: spentMs, lines: Math.max(1, step.line - (steps[index - 1]?.line ?? 0)) }];
  });
  if (done.length < fewest) return null;
  const usual = done.map(({ ms, lines }) => ms / lines).sort((a, b) => a - b)[Math.floor((done.length - 1) / 2)] ?? 0;
  const reading = done.map(({ ms, lines }) => Math.min(ms, Math.max(stillShortMs, timesUsual * usual * lines)));
  const [ms, lines] = [reading.reduce((sum, one) => sum + one, 0), done.reduce((sum, one) => sum + one.lines, 0)];
  const last = chapter.source.split('\n').length;
  return (ms / lines) * Math.max(1, last - next.line);
}
