import type { Plan, Step } from '../core/plan.ts';
import type { JournalEntry } from './journal.ts';

/** Longer than this nobody reads one step: they were away. */
const longestMs = 5 * 60_000;
/** Fewer steps tell nothing about the next ones. */
const fewest = 3;

/**
 * How long the rest of a chapter takes whoever has gone through its steps so far: as long for each of its lines as those
 * before took them. Null where too few of the steps were gone through at a reader's pace.
 */
export function leftMs(entries: readonly JournalEntry[], { steps, chapter }: Plan, next: Step): number | null {
  let [ms, lines, known] = [0, 0, 0];
  for (const [index, { spentMs }] of entries.entries()) {
    const step = steps[index];
    if (step === undefined || spentMs == null) continue;
    ms += Math.min(spentMs, longestMs);
    lines += Math.max(1, step.line - (steps[index - 1]?.line ?? 0));
    known += 1;
  }
  if (known < fewest) return null;
  const last = chapter.source.split('\n').length;
  return (ms / lines) * Math.max(1, last - next.line);
}
