import { effectsOf } from '../command/index.ts';
import type { Match } from '../core/match.ts';
import { type Locale, wording } from '../core/message.ts';
import { standInFault } from '../engine/shelf/index.ts';

/** What is known of a step when it is asked whether a stand-in image is to blame for its result. */
export interface StandInQuestion {
  /** Stand-ins that the step may have met. */
  readonly images: readonly string[];
  readonly command: string;
  readonly output: string;
  readonly match: Match | null;
  readonly locale: Locale;
}

/** The label that every stand-in carries; in a history it marks where the stand-in's own layers begin. */
const label = 'md.tutor.stand-in';

/** Why a step's result hangs on what a stand-in image is not, as a sentence; null where it does not. */
export function hangsOnStandIn({ images, command, output, match, locale }: StandInQuestion): string | null {
  if (images.length === 0) return null;
  const known = standInFault({ images, command, output });
  if (known !== null) return known;
  return match !== null && differsInBaseLayersOnly(command, output, match)
    ? wording({ code: 'stand-in-history', args: {} }, locale)
    : null;
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
