import { wording } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Plan, Step } from '../core/plan.ts';
import { shorten, widthOf } from '../core/width.ts';
import type { Guide } from '../guide/guide.ts';
import { renderDiff } from '../reporter/diff.ts';
import { forLearner } from '../reporter/for-learner.ts';
import type { Voice } from './voice.ts';
import { harmless, wrap } from './wrap.ts';

/** A title is not cut to fewer columns. */
const shortestTitle = 8;

/** Chapter, section, how far it is and, once that is known, how long the rest takes, on one line: a long title is cut. */
export function whereLine(step: Step, { plan: { chapter, steps }, step: next, leftMs }: Guide, voice: Voice): string {
  const section = harmless(chapter.sections[step.section]?.title || chapter.title);
  const minutes = leftMs === null || step !== next ? 0 : Math.ceil(leftMs / 60_000);
  const left = minutes === 0 ? '' : ` · ${voice.text('progress-minutes-left', { minutes })}`;
  const lineWith = (title: string) => {
    const args = { chapter: chapter.id, section: title, at: step.index + 1, count: steps.length };
    return `${voice.text('guide-where', args)}${left}`;
  };
  const room = Math.max(10, voice.screen.columns - 4);
  const forTitle = Math.max(shortestTitle, room - widthOf(lineWith('')));
  const [line = ''] = wrap([{ text: lineWith(shorten(section, forTitle)), format: 'dim' }], room, voice.paint);
  return voice.screen.plain ? line : `${voice.paint('dim', '──')} ${line}`;
}

/** The chapter's output beside the real one. */
export function comparedLines(outcome: Outcome | null, voice: Voice): readonly string[] {
  const { paint } = voice;
  if (outcome?.step.type !== 'command' || outcome.step.expected === null) return voice.lines('guide-nothing-shown');
  const { expected } = outcome.step;
  if (outcome.match && outcome.match.diff.length > 0) {
    const diff = renderDiff(outcome.match.diff, {
      paint,
      firstLine: expected.line,
      context: outcome.match.diff.length,
    });
    return [...voice.lines('guide-legend'), ...diff];
  }
  const bar = voice.screen.plain ? ' ' : paint('dim', '│');
  const beside = (text: string) => text.split('\n').map((line) => `  ${bar} ${harmless(line)}`);
  return [
    ...voice.lines('guide-compare-chapter'),
    ...beside(expected.text),
    ...voice.lines('guide-compare-here'),
    ...beside(outcome.output?.text ?? ''),
  ];
}

/** Why a step is read as it is, and, where it was judged, why so. */
export function whyLines(step: Step, plan: Plan, last: Outcome | null, voice: Voice): readonly string[] {
  const { blocks, chapter } = plan;
  const reason = blocks[step.block]?.reason;
  const read = reason === undefined ? [] : voice.lines('guide-why', { path: chapter.path, line: step.line, reason });
  const evidence = last?.step === step ? (last.cause?.evidence ?? []) : [];
  return [...read, ...evidence.map((told) => `  ${wording(forLearner(told, plan), voice.locale)}`)];
}
