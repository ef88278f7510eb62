import { stripVTControlCharacters } from 'node:util';
import { type Locale, located, wording } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';
import type { StepReport } from '../core/report.ts';
import { shown } from '../core/terminal-text.ts';
import { renderDiff } from './diff.ts';
import { type Problem, saidOf } from './problems.ts';
import { linesOf } from './summary.ts';

/** A sentence of the catalogue. */
export function say(locale: Locale, code: MessageCode, args: Readonly<Record<string, string | number>> = {}): string {
  return wording({ code, args }, locale);
}

/** What a report calls a step: its line, and the command's first line or the file. */
export function stepTitle({ type, line, text }: Pick<StepReport, 'type' | 'line' | 'text'>): string {
  const [first = '', ...rest] = type === 'file' ? [`✎ ${text}`] : text.split('\n');
  return plain(`${line}: ${first}${rest.length > 0 ? ' …' : ''}`);
}

/** Why a step is not `passed`, without its place. */
export function reasonOf(step: StepReport, locale: Locale): string {
  return plain(
    saidOf(step)
      .map((told) => wording(told, locale))
      .join('\n'),
  );
}

/** Why a step is not `passed`, each sentence with its place. */
export function locatedReasons({ step, site }: Problem, locale: Locale): readonly string[] {
  return saidOf(step).map((told) =>
    plain(located(told.line === null ? { ...told, path: site.chapter, line: site.line } : told, locale)),
  );
}

/** What follows from a problem, in one line; null where nothing does. */
export function consequencesOf({ consequences, site }: Problem, locale: Locale): string | null {
  if (consequences.length === 0) return null;
  return say(locale, 'consequences', { count: consequences.length, lines: linesOf(consequences, site) });
}

/** The comparison as lines without colour; empty where nothing was compared. */
export function plainDiff({ compared }: StepReport): readonly string[] {
  if (compared === null) return [];
  return renderDiff(compared.diff, { paint: (_format, text) => text, firstLine: compared.line }).map(plain);
}

/** Without what a terminal would act on: a report is also a file. */
export function plain(text: string): string {
  return shown(stripVTControlCharacters(text));
}
