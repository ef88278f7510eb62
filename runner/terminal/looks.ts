import { wording } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Plan, Step } from '../core/plan.ts';
import { renderDiff } from '../reporter/diff.ts';
import type { Voice } from './voice.ts';
import { harmless, wrap } from './wrap.ts';

/** Chapter, section and how far it is, on one line. */
export function whereLine(step: Step, { chapter, steps }: Plan, voice: Voice): string {
  const section = chapter.sections[step.section]?.title || chapter.title;
  const args = { chapter: chapter.id, section: harmless(section), at: step.index + 1, count: steps.length };
  const span = { text: voice.text('guide-where', args), format: 'dim' } as const;
  const [line = ''] = wrap([span], Math.max(10, voice.screen.columns - 4), voice.paint);
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
export function whyLines(step: Step, { blocks, chapter }: Plan, last: Outcome | null, voice: Voice): readonly string[] {
  const reason = blocks[step.block]?.reason;
  const read = reason === undefined ? [] : voice.lines('guide-why', { path: chapter.path, line: step.line, reason });
  const evidence = last?.step === step ? (last.cause?.evidence ?? []) : [];
  return [...read, ...evidence.map((told) => `  ${wording(told, voice.locale)}`)];
}
