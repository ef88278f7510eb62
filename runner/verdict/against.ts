import { isOfficialImage, type Misread, misreadIn, parseImageName, withoutDocker } from '../command/index.ts';
import type { Told } from '../core/message.ts';
import type { Subject } from '../world/index.ts';
import type { Evidence } from './evidence.ts';
import type { ToldFault } from './faults.ts';
import { missesImage } from './surroundings.ts';
import { siteTold, thingTold } from './told.ts';

/**
 * What in the chapter itself shows that a step could not go well, whatever surrounds it; the most telling first. Empty
 * where nothing does.
 */
export function evidenceAgainst(evidence: Evidence, faults: readonly ToldFault[]): readonly Told[] {
  const missed = faults.flatMap(({ fault, thing }) => (fault.kind === 'missing' && thing !== null ? [thing] : []));
  const needed = evidence.output.exitCode === 0 ? [] : evidence.facts.needs.filter(({ kind }) => ownKinds.has(kind));
  const things = [...new Map([...missed, ...needed].map((one) => [one.key, one])).values()];
  const wrong = misread(evidence, faults);
  const isPath = !evidence.world.isCollection;
  return [
    ...wrong,
    ...things.flatMap((thing) => (isPath ? undone(evidence, thing) : null) ?? meant(evidence, thing) ?? []),
    ...leftBehind(evidence, missed),
    ...(wrong.length > 0 ? [] : imageUnknown(evidence)),
  ];
}

const ownKinds: ReadonlySet<Subject['kind']> = new Set(['container', 'network', 'volume', 'service', 'stack', 'swarm']);

function misread({ step }: Evidence, faults: readonly ToldFault[]): readonly Told[] {
  // Where there is such a program it is that which was meant.
  const unknown = faults.some(({ fault }) => fault.kind === 'missing' && fault.thing?.kind === 'program');
  const bare = unknown ? withoutDocker(step.text) : null;
  const found = bare === null ? misreadIn(step.text) : [bare];
  return found.map(misreadTold);
}

function misreadTold(one: Misread): Told {
  switch (one.how) {
    case 'mapping':
      return { code: 'mapping-as-image', args: { image: one.word } };
    case 'late':
      return { code: 'option-late', args: { option: one.option, image: one.image } };
    case 'swallowed':
      return { code: 'option-swallows', args: { option: one.option, value: one.value } };
    case 'no-docker':
      return { code: 'no-docker-before', args: { command: one.command } };
  }
}

/** The chapter has removed the thing before, or makes it only later. */
function undone({ world, facts }: Evidence, thing: Subject): Told | null {
  const path = facts.site.chapter;
  const what = thingTold(thing);
  if (facts.makes.some(({ key }) => key === thing.key)) return null;
  const { removedBy, madeBy, madeLater } = world.before(facts, thing);
  if (removedBy !== null) return { code: 'removed-before', args: { what, where: siteTold(removedBy, path) } };
  if (madeBy !== null || madeLater === null) return null;
  return { code: 'made-only-later', args: { what, where: siteTold(madeLater, path) } };
}

/** The course's reader has it, where the course begins: its own commands have led elsewhere. */
function leftBehind({ surroundings }: Evidence, missed: readonly Subject[]): readonly Told[] {
  return missed
    .filter(({ kind, name }) => kind === 'path' && surroundings.leftBehind.includes(name))
    .map((thing) => ({ code: 'left-behind', args: { what: thingTold(thing) } }));
}

/** The chapter makes a thing whose name is this one but for a slip. */
function meant({ world, facts }: Evidence, thing: Subject): Told | null {
  const other = world.meantBy(facts, thing);
  if (other === null) return null;
  const where = siteTold(other.madeBy, facts.site.chapter);
  return { code: 'meant-another', args: { what: thingTold(thing), meant: other.meant.name, where } };
}

/**
 * An image that Docker Hub does not have either, since it has no official one of that name, in a chapter that makes
 * images: no network is to blame for it.
 */
function imageUnknown({ facts, world, fates, output }: Evidence): readonly Told[] {
  if (!world.makesImages || !output.text.split('\n').some((line) => missesImage.test(line))) return [];
  const unknown = facts.needs.find((one) => {
    const name = one.kind === 'image' ? parseImageName(one.name) : null;
    return (
      name !== null &&
      name.registry === 'docker.io' &&
      !name.repository.includes('/') &&
      !isOfficialImage(name.repository) &&
      // A build of it has not come to its end.
      fates.lastUnmade('image', (other) => parseImageName(other.name)?.repository === name.repository) === null &&
      !world.isMade(one)
    );
  });
  return unknown === undefined ? [] : [{ code: 'image-unknown', args: { image: unknown.name } }];
}
