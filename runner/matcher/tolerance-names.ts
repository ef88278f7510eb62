import { type Locale, message, UserError } from '../core/message.ts';
import type { MatchOptions } from './match-output.ts';
import { tokenTolerances } from './tolerances/index.ts';
import { reasons } from './tolerances/reasons.ts';

/** What `--loose` can turn on. */
const looseNames = ['case', 'extra-lines', 'order', 'whitespace'];

const all = new Map([
  ...Object.entries(reasons),
  ...tokenTolerances.map(({ name, reason }) => [name, reason] as const),
]);

/** Why a tolerance lets a difference pass, in one sentence; null for a name that none has. */
export function toleranceReason(name: string, locale: Locale): string | null {
  return all.get(name)?.[locale] ?? null;
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
