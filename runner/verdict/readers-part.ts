import { isOfficialImage, isPluginDriver, parseImageName, printersOf, understand } from '../command/index.ts';
import type { Told } from '../core/message.ts';
import { wordsOf } from '../core/words.ts';
import { formOf } from '../printed/index.ts';
import { type Subject, subject } from '../world/index.ts';
import { isStillTyped, isUnheard, mayBeOfValue } from './consequence.ts';
import type { Evidence } from './evidence.ts';
import { holdersMissed, type ToldFault } from './faults.ts';
import { moreThanMade } from './more-than-made.ts';
import type { Differing } from './rows.ts';
import { siteTold, thingTold } from './told.ts';

/** What only the chapter itself, or one before it, can have made: no engine has these on its own. */
const ofChapters = new Set<Subject['kind']>([
  'container',
  'volume',
  'network',
  'service',
  'stack',
  'swarm',
  'secret',
  'config',
  'object',
  'path',
  'repository',
]);

/**
 * What the reader would have brought along, or a chapter before has left, as a sentence: something that no step makes.
 * Null where the chapter makes all that is missing.
 */
export function readersPartOf(evidence: Evidence, faults: readonly ToldFault[], rows: Differing | null): Told | null {
  const { world, facts } = evidence;
  if (asksForAccount(evidence)) return { code: 'account-of-reader', args: {} };
  const holder = holdersMissed(evidence).find((one) => !world.isMade(one));
  if (holder !== undefined) return { code: 'nobody-makes', args: { what: thingTold(holder), line: '' } };
  if (buildsBareFolder(evidence, faults)) return { code: 'project-of-reader', args: {} };
  for (const { fault, thing } of faults) {
    if (thing === null) continue;
    // Where a container is there, it may be that which should answer, and the chapter has not published its port.
    if (
      isUnheard(evidence, fault.kind, thing) &&
      !evidence.fates.holds('container') &&
      !evidence.fates.holds('service')
    )
      return { code: 'nobody-makes', args: { what: thingTold(thing), line: fault.line } };
    if (fault.kind !== 'missing') continue;
    if (world.isCollection && world.before(facts, thing).madeBy === null)
      return { code: 'sections-apart', args: { what: thingTold(thing) } };
    if (!isBrought(thing) && !isOfBefore(thing, evidence)) continue;
    // Words of a list that is handed on are not what the chapter names.
    if (
      isHandedOn(evidence.step.text) &&
      !wordsOf(evidence.step.text).some((word) => word === fault.thing?.name || word === thing.name)
    )
      continue;
    const { madeBy, removedBy, madeLater } = world.before(facts, thing);
    if (madeBy === null && removedBy === null && madeLater === null)
      return { code: 'nobody-makes', args: { what: thingTold(thing), line: fault.line } };
  }
  const unset = facts.needs.find((one) => one.kind === 'variable' && !world.isMade(one));
  const named = faults.some(({ fault }) => fault.kind === 'usage' && fault.thing !== null);
  if (unset !== undefined && !named && world.meantBy(facts, unset) === null && evidence.output.exitCode !== 0)
    return { code: 'nobody-makes', args: { what: thingTold(unset), line: '' } };
  const guessed = facts.needs.find(({ kind, name }) => kind === 'value' && world.untoldIds.isGuessed(name));
  if (guessed !== undefined && evidence.output.exitCode !== 0)
    return { code: 'value-of-author', args: { value: guessed.name } };
  const value = authorsValue(evidence);
  if (value !== null && mayBeOfValue(evidence, faults)) return { code: 'value-of-author', args: { value: value.name } };
  if (rows?.foreign != null && rows.all) return { code: 'rows-of-before', args: { what: thingTold(rows.foreign) } };
  const more = moreThanMade(evidence, faults);
  return more === null ? null : { code: 'more-than-made', args: { what: { code: `kind-${more}s`, args: {} } } };
}

/** What a command in the running text would have made, which is not typed. */
function ofRunningText({ world, facts }: Evidence, faults: readonly ToldFault[]): Told | null {
  for (const { fault, thing } of faults) {
    if (thing === null || (fault.kind !== 'missing' && fault.kind !== 'refused') || world.isMade(thing)) continue;
    const site = world.unread.makes(thing, facts.site);
    const where = site === null ? null : siteTold(site, facts.site.chapter);
    if (where !== null) return { code: 'in-running-text', args: { what: thingTold(thing), where } };
  }
  return null;
}

/** An empty list, where the page has asked its reader in words to take away what is in it, and no command made or removed any since. */
function ofClearing({ step, match, world, facts }: Evidence): Told | null {
  const { removalAsked: asked } = step;
  const list = printersOf(step.text)[0]?.output;
  if (asked === undefined || match?.verdict !== 'mismatch' || list?.form !== 'table') return null;
  const kind = list.table === 'container ls' ? 'container' : list.table === 'image ls' ? 'image' : null;
  const isEmpty = (step.expected?.lines ?? []).every(({ text }) => text.trim() === '' || formOf(text)?.role === 'head');
  if (kind === null || !isEmpty) return null;
  const { chapter } = facts.site;
  const made = world.named(kind, '').map((thing) => world.before(facts, thing).madeBy);
  if ([...made, world.lastRemoval(kind, facts)].some((site) => site?.chapter === chapter && site.line > asked))
    return null;
  const what: Told = { code: `kind-${kind}s`, args: {} };
  return { code: 'reader-clears', args: { what, where: siteTold({ chapter, line: asked }, chapter) } };
}

/** What stands in the way, made before the page has asked its reader in words to take such things away. */
export function leftToReader(evidence: Evidence, faults: readonly ToldFault[]): Told | null {
  const { step, world, facts } = evidence;
  const { removalAsked: asked } = step;
  const unread = ofRunningText(evidence, faults);
  if (unread !== null) return unread;
  if (asked === undefined) return null;
  const cleared = ofClearing(evidence);
  if (cleared !== null) return cleared;
  for (const { fault, thing } of faults) {
    if (thing === null || (fault.kind !== 'taken' && fault.kind !== 'in-use')) continue;
    const { madeBy } = world.before(facts, thing);
    // Of an image that is used nobody tells when its container was made.
    const earlier = madeBy === null || madeBy.chapter !== facts.site.chapter || madeBy.line < asked;
    if (earlier || fault.kind === 'in-use') return { code: 'reader-removes', args: { what: thingTold(thing) } };
  }
  return null;
}

/** A command gets names from the output of another one. */
function isHandedOn(text: string): boolean {
  return understand(text).calls.some(
    ({ substituted, docker, wrappers }) => (substituted && docker !== null) || wrappers.includes('xargs'),
  );
}

/** A value that the step types and no step shows. */
export function authorsValue(evidence: Evidence): Subject | null {
  const { facts, world } = evidence;
  const own = (one: Subject) =>
    one.kind === 'value' && world.before(facts, one).madeBy === null && isStillTyped(one, evidence);
  return facts.needs.find(own) ?? null;
}

/** Programs that log in at another machine. */
const remotes = new Set(['ssh', 'scp', 'sftp', 'ssh-copy-id', 'rsync']);

/** An account at a registry or on another machine: what stands in no chapter is the reader's. */
function asksForAccount({ step, output, world, facts }: Evidence): boolean {
  if (output.ended !== 'question' && output.ended !== 'timeout') return false;
  return understand(step.text).calls.some(
    ({ program, docker }) =>
      // Another machine asks whether the reader knows it, and who the reader is.
      remotes.has(program) || (docker?.verb === 'login' && !isOfChapter(docker.operands[0] ?? '', { world, facts })),
  );
}

/** A build that copies its whole folder, which holds nothing of a project: a program that is misspelt is missed in any. */
function buildsBareFolder({ facts, surroundings }: Evidence, faults: readonly ToldFault[]): boolean {
  if (!surroundings.bareContext || facts.copiesAll !== true) return false;
  return !faults.some(({ fault: { thing } }) => thing?.kind === 'program' && !thing.name.includes('/'));
}

/** A registry on the reader's own machine that a step before has started is the chapter's, and so are its accounts. */
function isOfChapter(registry: string, { world, facts }: Pick<Evidence, 'world' | 'facts'>): boolean {
  const [host = '', port = '80'] = registry.split(':');
  return (
    (host === 'localhost' || host.startsWith('127.')) && world.before(facts, subject('port', port)).madeBy !== null
  );
}

/** An image that everybody can pull and that this page has not: one before it has. */
function isOfBefore({ kind, name }: Subject, { world, facts }: Evidence): boolean {
  return kind === 'image' && !world.usesImageBefore(facts, name);
}

function isBrought({ kind, name }: Subject): boolean {
  // What Docker calls an object may be an image, and those that everybody can pull are no reader's own.
  const image = kind === 'image' || kind === 'object' ? parseImageName(name) : null;
  if (image !== null && isOfficialImage(image.repository)) return false;
  if (kind === 'plugin') return isPluginDriver(name);
  return ofChapters.has(kind) || image !== null;
}
