import type { Subject, Trouble } from '../world/index.ts';
import type { Evidence } from './evidence.ts';
import type { ToldFault } from './faults.ts';
import type { Differing } from './rows.ts';

/**
 * The earlier trouble that a step's end comes from: of a thing that its error names, of what the differing lines speak
 * of, or of what it needs. Null where everything that it needed was there.
 */
export function consequenceOf(
  evidence: Evidence,
  faults: readonly ToldFault[],
  rows: Differing | null,
): Trouble | null {
  const { fates, facts } = evidence;
  // A verb or an option that does not exist is wrong whatever was there.
  if (faults.length > 0 && faults.every(({ fault }) => fault.kind === 'usage')) return fates.unmade(facts.needs);
  for (const { fault, thing } of faults) {
    if (thing === null) continue;
    const trouble = fates.troubleOf(thing);
    if (trouble === null) continue;
    const clash = fault.kind === 'taken' || fault.kind === 'in-use';
    if (!clash && isUndone(evidence, thing)) return null;
    if (clash === (trouble.how !== 'unmade')) return trouble;
  }
  if (faults.some(({ fault, thing }) => fault.kind === 'taken' && thing !== null)) return null;
  if (rows !== null) {
    if (rows.trouble !== null && rows.all) return rows.trouble;
    if (evidence.facts.needs.length === 0 && evidence.facts.changes.length === 0) return null;
  }
  return fates.troubled([...facts.needs, ...facts.changes]);
}

/** The chapter itself has removed it, or makes it only later: then it would not be there in any case. */
export function isUndone({ world, facts }: Pick<Evidence, 'world' | 'facts'>, thing: Subject): boolean {
  const { madeBy, removedBy, madeLater } = world.before(facts, thing);
  return removedBy !== null || (madeBy === null && madeLater !== null);
}
