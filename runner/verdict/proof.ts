import { isDockersOwn, isOf, printersOf, programLikeness } from '../command/index.ts';
import type { Message } from '../core/message.ts';
import { isContradicted } from './contradicted.ts';
import type { Evidence } from './evidence.ts';
import type { ToldFault } from './faults.ts';

/**
 * Whether an end that nothing else explains is by itself evidence that the chapter is wrong: its command is refused as
 * it stands, something that it has made is in the way or is not there, or what came says otherwise of what the chapter
 * has written itself. Whatever comes from machines, images and versions proves nothing: its reader may have others.
 */
export function isProven(evidence: Evidence, complaint: Message, faults: readonly ToldFault[]): boolean {
  switch (complaint.code) {
    case 'step-mismatch':
      return isContradicted(evidence);
    case 'step-failed':
    case 'step-failed-with-success':
      return faults.some((one) => isOwn(one, evidence)) || isRefused(evidence, faults);
    default:
      return true;
  }
}

/** Whether a fault is about the command as it stands, or about something that the chapter has made. */
function isOwn({ fault, thing }: ToldFault, evidence: Evidence): boolean {
  const { world, facts, fates } = evidence;
  const isMade = thing !== null && world.before(facts, thing).madeBy !== null;
  switch (fault.kind) {
    case 'usage':
    case 'stopped':
      return true;
    case 'taken':
    case 'in-use':
      // Where no container of the chapter's is there, somebody else has the name or the port.
      return isMade || fates.holds('container') || fates.holds('service');
    case 'refused':
      return isMade || (thing?.kind === 'port' && fates.holds('container'));
    case 'missing':
      return isMade || isMissedAnywhere(fault, evidence);
    case 'untrusted':
      return isMade || (/^(?:localhost|127\.)/.test(fault.thing?.name ?? '') && fates.holds('container'));
    case 'unresolved':
    case 'unreachable':
    case 'denied':
    case 'no-image':
      return isMade;
    default:
      return false;
  }
}

/** Whether nobody has what an error misses, be it this reader or another one. */
function isMissedAnywhere({ thing, of }: ToldFault['fault'], evidence: Evidence): boolean {
  switch (thing?.kind) {
    case 'program':
      return isNoProgram(thing.name) || isOfRealImage(evidence);
    case 'file':
      return of === 'buildkit' || isOfRealImage(evidence);
    case 'user':
      return isOfRealImage(evidence);
    case 'plugin':
    case 'device':
    case 'unit':
    case 'module':
    case 'package':
    case 'repository':
      return false;
    default:
      return of === 'docker';
  }
}

/** An option, an address, a name with a slip. */
function isNoProgram(name: string): boolean {
  return /^[-$]|[:@=]/.test(name) || programLikeness(name) === 'misspelt';
}

/** Images with nothing but a distribution in them: what their stand-ins lack, they lack. */
const bare = /^(?:alpine|busybox|debian|ubuntu)(?::|$)/;

/** It ran in a container, and what that has is what any reader's has. */
function isOfRealImage({ step, surroundings: { standInsMet } }: Evidence): boolean {
  const isInside = step.into !== 'shell' || isOf(printersOf(step.text), 'docker');
  return isInside && standInsMet.every((image) => bare.test(image));
}

/**
 * Words that tell of nothing that would lie elsewhere: Docker's own, or those of a server that the chapter has started,
 * of a program that it has written, of an image that every reader has.
 */
function isRefused(evidence: Evidence, faults: readonly ToldFault[]): boolean {
  if (faults.some(({ fault }) => fault.kind !== 'exited' && fault.kind !== 'other')) return false;
  const { step, facts, world, output } = evidence;
  const printers = printersOf(step.text);
  const builds = printers.some(({ output: form }) => form?.form === 'log' && /build/.test(form.log));
  if (!builds && isDockersOwn(printers)) return true;
  if (/^(?:docker: |Error response from daemon)/m.test(output.text)) return true;
  const own = facts.needs.some(
    (one) => (one.kind === 'port' || one.kind === 'path') && world.before(facts, one).madeBy !== null,
  );
  return (own && !builds) || isOfRealImage(evidence);
}
