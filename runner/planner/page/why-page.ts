import { type Told, wording } from '../../core/message.ts';
import type { MessageCode } from '../../core/messages/index.ts';
import type { Plan, PlannedBlock, Witness } from '../../core/plan.ts';
import { padTo, shorten } from '../../core/width.ts';
import { scoresOf } from '../evidence/weigh.ts';
import type { PageOptions } from './page-options.ts';

const witnesses: Readonly<Record<Witness, MessageCode>> = {
  nobody: 'plan-witness-nobody',
  annotation: 'plan-witness-annotation',
  marks: 'plan-witness-marks',
  language: 'plan-witness-language',
  content: 'plan-witness-content',
  typing: 'plan-witness-typing',
  placeholders: 'plan-witness-placeholders',
  prose: 'plan-witness-prose',
  files: 'plan-witness-files',
  repeats: 'plan-witness-repeats',
};

/**
 * Why the block at a line is read as it is: for each kind who spoke for it and with which weight, the heaviest first.
 *
 * @returns null where no block stands at that line.
 */
export function whyPage({ chapter, blocks, steps }: Plan, line: number, options: PageOptions): string | null {
  const planned = blocks.find(({ block }) => block.line <= line && line <= block.endLine);
  if (planned === undefined) return null;
  const say = (told: Told) => wording(told, options.locale);
  const { kind, reason, block } = planned;
  const left = steps.flatMap((step) =>
    step.block !== block.index || step.skip === null
      ? []
      : [`${step.line} ${say({ code: 'plan-skipped', args: { reason: step.skip.reason } })}`],
  );
  return [
    options.paint('dim', `${chapter.path}:${block.line}`),
    `${options.paint('bold', kind)} — ${say(reason)}`,
    ...left.map((text) => options.paint('yellow', text)),
    ...evidenceLines(planned, options),
    '',
  ].join('\n');
}

function evidenceLines({ evidence }: PlannedBlock, { columns, paint, locale }: PageOptions): readonly string[] {
  const ranked = [...scoresOf(evidence)].sort((a, b) => b[1] - a[1]);
  return ranked.flatMap(([kind, score]) => {
    const own = evidence.filter((one) => one.kind === kind).sort((a, b) => b.weight - a.weight);
    const lines = own.map(({ by, weight, reason }) => {
      const why = reason ?? { code: 'plan-witness-no-reason', args: {} };
      const text = [wording({ code: witnesses[by], args: {} }, locale), wording(why, locale)].join(': ');
      return shorten(`${signed(weight).padStart(8)}  ${text}`, columns);
    });
    return ['', `${padTo(rounded(score), 6)}${paint('bold', kind)}`, ...lines];
  });
}

function signed(weight: number): string {
  return weight < 0 ? rounded(weight) : `+${rounded(weight)}`;
}

function rounded(weight: number): string {
  return String(Number(weight.toFixed(2)));
}
