import { effectsOf, isOf, printersOf, sameImage, thoseOf } from '../command/index.ts';
import type { Match } from '../core/match.ts';
import { type Locale, wording } from '../core/message.ts';
import type { CommandStep } from '../core/plan.ts';
import { type StandInFault, standInFault } from '../engine/shelf/index.ts';

/** What is known of a step when it is asked whether a stand-in image is to blame for its result. */
export interface StandInQuestion {
  readonly step: CommandStep;
  /** Stand-ins that the step may have met. */
  readonly images: readonly string[];
  readonly output: string;
  readonly match: Match | null;
  readonly locale: Locale;
}

/** The label that every stand-in carries; in a history it marks where the stand-in's own layers begin. */
const label = 'md.tutor.stand-in';

/** Why a step's result hangs on what a stand-in image is not; null where it does not. */
export function hangsOnStandIn({ step, images, output, match, locale }: StandInQuestion): StandInFault | null {
  if (images.length === 0) return null;
  const command = step.text;
  const known = standInFault({ images, command, output, differing: differingLines(match), locale });
  if (known !== null) return { ...known, always: known.always && isContained(step) };
  if (match?.verdict !== 'mismatch') return null;
  const because = (code: 'stand-in-history' | 'stand-in-inspect') => ({
    why: wording({ code, args: {} }, locale),
    always: false,
  });
  if (differsInBaseLayersOnly(command, output, match)) return because('stand-in-history');
  return inspects(command, images) ? because('stand-in-inspect') : null;
}

function differingLines(match: Match | null): readonly string[] {
  if (match?.verdict !== 'mismatch') return [];
  return match.diff.flatMap((line) => (line.op === 'changed' || line.op === 'unexpected' ? [line.actual] : []));
}

/** Typed into a container, or told to run in one. */
function isContained({ into, text }: CommandStep): boolean {
  return into !== 'shell' || isOf(printersOf(text), 'docker');
}

/** Whether it shows what a stand-in image itself is: its labels, layers, variables. */
function inspects(command: string, images: readonly string[]): boolean {
  const inspecting = thoseOf(printersOf(command), 'docker inspect', 'docker image inspect');
  return inspecting.flatMap(({ operands }) => operands).some((name) => images.some((image) => sameImage(name, image)));
}

/**
 * A history ends with the layers of the base image, which a stand-in has others of. Whatever differs above them is the
 * chapter's own.
 */
function differsInBaseLayersOnly(command: string, output: string, { verdict, diff }: Match): boolean {
  const form = effectsOf(command).output;
  if (verdict !== 'mismatch' || form?.form !== 'table' || form.table !== 'image history') return false;
  const rows = output.split('\n');
  const base = rows.slice(rows.findIndex((row) => row.includes(label)));
  if (!rows.some((row) => row.includes(label))) return false;
  const lastSame = diff.findLastIndex(({ op }) => op === 'same');
  return diff.every((line, index) => {
    if (line.op === 'same') return true;
    if (line.op === 'missing') return index > lastSame;
    return base.includes(line.actual);
  });
}
