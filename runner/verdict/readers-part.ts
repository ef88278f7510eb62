import { isOfficialImage, parseImageName, understand } from '../command/index.ts';
import type { Told } from '../core/message.ts';
import type { Subject } from '../world/index.ts';
import type { Evidence } from './evidence.ts';
import type { ToldFault } from './faults.ts';
import type { Differing } from './rows.ts';
import { thingTold } from './told.ts';

/** What only the chapter itself, or one before it, can have made: no engine has these on its own. */
const ofChapters = new Set<Subject['kind']>([
  'container',
  'volume',
  'network',
  'service',
  'stack',
  'secret',
  'config',
  'object',
  'path',
]);

/**
 * What the reader would have brought along, or a chapter before has left, as a sentence: something that no step makes.
 * Null where the chapter makes all that is missing.
 */
export function readersPartOf(evidence: Evidence, faults: readonly ToldFault[], rows: Differing | null): Told | null {
  const { world, facts } = evidence;
  if (asksForAccount(evidence)) return { code: 'account-of-reader', args: {} };
  const swarm = facts.needs.find(({ kind }) => kind === 'swarm');
  if (swarm !== undefined && !world.isMade(swarm) && evidence.output.exitCode !== 0)
    return { code: 'nobody-makes', args: { what: thingTold(swarm), line: '' } };
  for (const { fault, thing } of faults) {
    if (thing === null || fault.kind !== 'missing' || !isBrought(thing)) continue;
    const { madeBy, removedBy, madeLater } = world.before(facts, thing);
    if (madeBy === null && removedBy === null && madeLater === null)
      return { code: 'nobody-makes', args: { what: thingTold(thing), line: fault.line } };
  }
  if (rows?.foreign != null && rows.all) return { code: 'rows-of-before', args: { what: thingTold(rows.foreign) } };
  return null;
}

/** An account at a registry: what stands in no chapter is the reader's. */
function asksForAccount({ step, output }: Evidence): boolean {
  if (output.ended !== 'question' && output.ended !== 'timeout') return false;
  return understand(step.text).calls.some(
    // A registry on the reader's own machine is the chapter's, and so are its accounts.
    ({ docker }) => docker?.verb === 'login' && !/^(?:localhost|127\.)/.test(docker.operands[0] ?? ''),
  );
}

function isBrought({ kind, name }: Subject): boolean {
  // What Docker calls an object may be an image, and those that everybody can pull are no reader's own.
  const image = kind === 'image' || kind === 'object' ? parseImageName(name) : null;
  if (image !== null && isOfficialImage(image.repository)) return false;
  return ofChapters.has(kind) || image !== null;
}
