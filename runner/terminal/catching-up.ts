import { type Step, titleOf } from '../core/plan.ts';
import type { LearnerOptions } from './learner.ts';
import type { Voice } from './voice.ts';
import { harmless } from './wrap.ts';

/**
 * Offers to go on where the learner was at an earlier time, and makes those steps again. Nobody is asked meanwhile.
 *
 * @returns how much of the chapter's text they have read; `left` where they leave.
 */
export async function resume({ guide, voice, asking, reported, ready }: LearnerOptions): Promise<number | 'left'> {
  const count = guide.goneThrough;
  // Who names a section wants to be there, not where they were.
  if (count === 0 || (reported[0]?.index ?? 0) > 0) return 0;
  voice.screen.lines(['', ...voice.lines('guide-resume', { at: count, count: guide.plan.steps.length })]);
  const { key } = await asking.wish('guide-resume-keys', ['enter', 's', 'q']);
  if (key === 'q') return 'left';
  if (key === 's') return 0;
  const otherwise: number[] = [];
  let read = 0;
  for (let at = 1; at <= count; at += 1) {
    const { step } = guide;
    if (step === null) break;
    await ready(step);
    voice.hint('guide-making-again', { at, count, what: nameOf(step, voice) });
    const outcome = await guide.makeAgain();
    if (outcome?.status === 'failed' || outcome?.status === 'broken') otherwise.push(step.line);
    read = guide.plan.chapter.blocks[step.block]?.range.end ?? read;
  }
  voice.say('guide-made-again', { count });
  if (otherwise.length > 0)
    voice.say('guide-made-again-otherwise', { count: otherwise.length, lines: otherwise.join(', ') });
  return read;
}

/** Runs what stands before the section that the learner wants. */
export async function getThere({ guide, reported, voice, ready }: LearnerOptions): Promise<void> {
  const count = reported[0]?.index ?? 0;
  for (let { step } = guide; step !== null && step.index < count; { step } = guide) {
    await ready(step);
    voice.hint('guide-getting-there', { at: step.index + 1, count, what: nameOf(step, voice) });
    if ((await guide.makeAgain()) === null) await guide.run();
  }
}

function nameOf(step: Step, { screen }: Voice): string {
  return harmless(titleOf(step, !screen.plain));
}
