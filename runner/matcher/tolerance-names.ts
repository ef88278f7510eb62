import { type Locale, message, UserError, wording } from '../core/message.ts';
import { type ToleranceCode, tolerances } from '../core/messages/tolerances.ts';
import type { MatchOptions } from './match-output.ts';

/** What `--loose` can turn on. */
const looseNames = ['case', 'extra-lines', 'order', 'whitespace'];

const prefix = 'tolerance-';
const all = new Map(Object.keys(tolerances).map((code) => [code.slice(prefix.length), code as ToleranceCode]));

/** Why a tolerance lets a difference pass, in one sentence; null for a name that none has. */
export function toleranceReason(name: string, locale: Locale): string | null {
  const code = all.get(name);
  return code === undefined ? null : wording({ code, args: {} }, locale);
}

/**
 * Makes sure that every name means something.
 *
 * @throws UserError that lists the names there are
 */
export function checkNames({ strict = [], loose = [] }: MatchOptions): void {
  const strictNames = strict === true || strict === 'all' ? [] : strict;
  refuse(
    strictNames.find((name) => name !== 'all' && !all.has(name)),
    () => [...all.keys()].filter((name) => !looseNames.includes(name)).sort(),
  );
  refuse(
    loose.find((name) => !looseNames.includes(name)),
    () => looseNames,
  );
}

function refuse(name: string | undefined, known: () => readonly string[]): void {
  if (name !== undefined) throw new UserError(message('unknown-tolerance', { name, known: known().join(', ') }));
}
