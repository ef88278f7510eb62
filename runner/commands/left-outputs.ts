import { located, type Message, message, type Place, type Told } from '../core/message.ts';
import type { ChapterResult, Outcome } from '../core/outcome.ts';
import { findingsOf, linesOf } from '../reporter/summary.ts';
import { isRendering } from '../updater/index.ts';
import type { Io } from './verb.ts';

/**
 * Says what an update left as it is though it did not hold, each with its cause and place: what follows from one cause
 * is told with it.
 *
 * @param fixed indexes of the steps that were brought up to date
 */
export function tellLeft(result: ChapterResult, fixed: ReadonlySet<number | null>, io: Io): void {
  for (const { outcome, site, consequences } of findingsOf(result)) {
    if (result.outcomes.includes(outcome) && fixed.has(outcome.step.index)) continue;
    const place: Place = { path: site.chapter, line: site.line };
    say(message('update-left', { why: reasonOf(outcome, result) }, place), io);
    if (consequences.length === 0) continue;
    const args = { count: consequences.length, lines: linesOf(consequences, site) };
    say(message('update-left-consequences', args, place), io);
  }
}

function reasonOf({ step, messages, status }: Outcome, { plan }: ChapterResult): Told {
  const isAuthors = step.type === 'command' && step.expected !== null && isRendering(step.expected, plan.blocks);
  if (status === 'failed' && isAuthors) return { code: 'update-left-rendering', args: {} };
  return messages[0] ?? { code: 'step-skipped', args: { reason: '' } };
}

function say(told: Message, io: Io): void {
  io.stderr.write(`${located(told, io.locale)}\n`);
}
