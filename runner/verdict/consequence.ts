import { effectsOf, parseImageName, printersOf, thoseOf, understand, wasGiven } from '../command/index.ts';
import type { Fault } from '../printed/index.ts';
import type { Subject, Trouble } from '../world/index.ts';
import type { Evidence } from './evidence.ts';
import { holdersMissed, type ToldFault, toldFaults } from './faults.ts';
import { emptyListOf, listedNone, showsNewest, soughtBy } from './nothing-there.ts';
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
  const { fates, facts, step, output } = evidence;
  const listed = emptyListOf(step.text, output.text);
  if (listed !== null) return fates.lastUnmade(listed);
  const newest = asksNewest(step.text) ? fates.newest('container') : null;
  if (newest !== null) return newest;
  const values = mayBeOfValue(evidence, faults);
  const needs = facts.needs.filter((one) => (one.kind === 'value' ? values && isStillTyped(one, evidence) : true));
  // A verb or an option that Docker does not have is wrong whatever was there.
  if (
    faults.some(
      ({ fault: { kind, of, thing } }) =>
        kind === 'usage' && of === 'docker' && ['verb', 'option'].includes(thing?.kind ?? ''),
    )
  )
    return null;
  if (faults.length > 0 && faults.every(({ fault }) => fault.kind === 'usage'))
    return fates.unmade(needs.filter(({ kind }) => kind !== 'value'));
  const lacking = ofPackage(evidence, faults);
  if (lacking !== null) return lacking;
  for (const { fault, thing } of faults) {
    if (thing === null) continue;
    const trouble =
      fates.troubleOf(thing) ?? (isUnheard(evidence, fault.kind, thing) ? fates.lastUnmade('server') : null);
    if (trouble === null) continue;
    const clash = fault.kind === 'taken' || fault.kind === 'in-use';
    if (!clash && (isUndone(evidence, thing) || evidence.world.meantBy(facts, thing) !== null)) return null;
    if (comesFrom(trouble, fault.kind)) return trouble;
  }
  if (faults.some(({ fault, thing }) => fault.kind === 'taken' && thing !== null)) return null;
  const kept = keptInUse(evidence, faults);
  if (kept !== null) return kept;
  const held = fates.unmade([...holdersMissed(evidence), ...(soughtBy(evidence)?.things ?? [])]);
  if (held !== null) return held;
  if (rows !== null) {
    if (rows.trouble !== null && rows.all) return rows.trouble;
    if (needs.length === 0 && facts.changes.length === 0) return null;
  }
  // Where the error names what is missing, or Docker could not even start it, it is nothing that was not filled.
  const names = faults.some(({ fault, thing }) => fault.kind === 'missing' && thing !== null);
  const all = [...needs, ...facts.changes];
  const unmade = fates.unmade(all) ?? fates.troubled(needs.filter(({ kind }) => kind === 'value'));
  if (unmade !== null || names || output.exitCode === notStarted) return unmade;
  return fates.altered(all) ?? (faults.every(({ fault }) => fault.kind === 'stopped') ? fates.left(all) : null);
}

/**
 * What a command did not find although it ended well: `docker rm -f web` says so and is content, `docker ps` shows an
 * empty list, `docker port web` nothing. Where an earlier step should have made it, this one has done nothing.
 */
export function missedInSilence(evidence: Evidence): Trouble | null {
  const { match, output, fates, facts, step, world } = evidence;
  if (match !== null || output.exitCode !== 0 || output.text.split('\n').length > longestComplaint) return null;
  const listed = listedNone(step.text, output.text);
  if (listed !== null) {
    const all = asksForAll(step.text);
    return fates.lastUnmade(
      listed,
      (thing) =>
        world.before(facts, thing).madeBy !== null && (all || world.lasts(thing)) && isAskedFor(step.text, thing),
    );
  }
  if (output.text.trim() === '') {
    const { silent, writesFiles } = effectsOf(step.text);
    return silent || writesFiles.length > 0 ? null : fates.altered(facts.needs.filter(canBeEmpty));
  }
  const missed = toldFaults(evidence).flatMap(({ fault, thing }) =>
    fault.kind === 'missing' && thing !== null ? [thing] : [],
  );
  return fates.unmade(missed);
}

/** It is about the container that was made last: `docker ps -l`, `docker logs $(docker ps -lq)`. */
function asksNewest(text: string): boolean {
  return understand(text).calls.some(
    ({ docker }) =>
      docker?.verb === 'container ls' && docker.options.some(({ name }) => name === 'latest' || name === 'last'),
  );
}

/** A program or a file that comes with a package which an earlier step could not install. */
function ofPackage({ fates }: Evidence, faults: readonly ToldFault[]): Trouble | null {
  const names = faults.flatMap(({ fault: { kind, thing } }) =>
    kind === 'missing' && (thing?.kind === 'program' || thing?.kind === 'file') ? thing.name.split('/') : [],
  );
  // The files of `mysql-server` lie in `/etc/mysql`.
  return names.length === 0 ? null : fates.lastUnmade('package', ({ name }) => names.includes(name.replace(/-.*/, '')));
}

/** What shows nothing where it was not started or not filled. */
function canBeEmpty({ kind }: Subject): boolean {
  return kind === 'container' || kind === 'object' || kind === 'path';
}

/** `docker images shop` lists the images of one name; any other list, all that there are. */
function isAskedFor(text: string, { kind, name }: Subject): boolean {
  const [asked] = thoseOf(printersOf(text), 'docker image ls').flatMap(({ operands }) => operands);
  if (asked === undefined || kind !== 'image') return true;
  const own = parseImageName(name);
  return own !== null && (own.repository === asked || `${own.repository}:${own.tag}` === asked);
}

/** A list of containers that do not run, too; any list of something else. */
function asksForAll(text: string): boolean {
  const printers = printersOf(text);
  return showsNewest(printers) || thoseOf(printers, 'docker container ls').every((printer) => wasGiven(printer, 'all'));
}

/** What is to be removed is used by a container that should be gone; one that only has an ID may be any of these. */
function keptInUse({ world, chapterName, fates }: Evidence, faults: readonly ToldFault[]): Trouble | null {
  const holders = faults.flatMap(({ fault: { kind, holder } }) =>
    kind === 'in-use' && holder !== null ? [holder] : [],
  );
  for (const holder of holders) {
    const user = world.aliases.find('container', chapterName(holder));
    const trouble = user === null ? fates.lastUnremoved() : fates.troubleOf(user);
    if (trouble?.how === 'unremoved') return trouble;
  }
  return null;
}

/** Lines of an output that is nothing but the complaint. */
const longestComplaint = 3;

/** Status of `docker run` where Docker itself failed (docs: "docker run", exit status). */
const notStarted = 125;

/** Whether what is wrong with a thing shows as such a fault: a name is taken by what is still there, not by what is not. */
function comesFrom({ how }: Trouble, kind: Fault['kind']): boolean {
  if (kind === 'taken') return how === 'unremoved';
  return kind === 'in-use' ? how !== 'unmade' : how !== 'unremoved';
}

/** Nobody answers at a port that no step says it opens: a program of the reader's own may have been to. */
export function isUnheard({ world }: Pick<Evidence, 'world'>, kind: Fault['kind'], thing: Subject): boolean {
  return kind === 'refused' && thing.kind === 'port' && !world.isMade(thing);
}

/** Kinds of faults that show where a value is another one than the reader's. */
const ofValues: ReadonlySet<Fault['kind']> = new Set([
  'missing',
  'refused',
  'untrusted',
  'unreachable',
  'unresolved',
  'exited',
]);

/** Whether a step's end may come from a value that is another one for each reader: nobody answers, nothing is there. */
export function mayBeOfValue({ output, match }: Evidence, faults: readonly ToldFault[]): boolean {
  if (faults.length === 0) return match !== null || output.text.trim() === '';
  return faults.every(({ fault }) => ofValues.has(fault.kind));
}

/** A value for which the real one was typed is known. */
export function isStillTyped({ kind, name }: Subject, { typed }: Pick<Evidence, 'typed'>): boolean {
  return kind !== 'value' || typed === null || typed.includes(name);
}

/** The chapter itself has removed it, or makes it only later: then it would not be there in any case. */
export function isUndone({ world, facts }: Pick<Evidence, 'world' | 'facts'>, thing: Subject): boolean {
  const { madeBy, removedBy, madeLater } = world.before(facts, thing);
  return removedBy !== null || (madeBy === null && madeLater !== null);
}
