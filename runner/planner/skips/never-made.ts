import { type Effects, effectsOf, parseImageName, type Thing } from '../../command/index.ts';
import { isSlip } from '../../core/distance.ts';
import { because, type Told } from '../../core/message.ts';
import { withoutEnding } from '../../core/words.ts';
import { faultsIn } from '../../printed/index.ts';
import type { Draft, DraftCommand } from '../draft.ts';
import { isMeantToFail } from '../failure.ts';
import type { TypedEntry } from '../transcript/entry.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** The reader's world as far as the steps before have made it. */
interface World {
  readonly containers: Set<string>;
  readonly images: Set<string>;
  /** Containers whose names nobody can know from the text exist: compose, stacks, scripts. */
  open: boolean;
  /** A container has no name but the one that Docker gave it. */
  unnamed: boolean;
  /** Containers and services that a command was left out for: what it shows does not make them. */
  readonly missing: Set<string>;
  /** Commands that are left out. */
  readonly skipped: Set<TypedEntry>;
  /** Everything the chapter showed as output so far: IDs and names that Docker chose stand there. */
  shown: string;
}

/** Names that authors give to images of their own; nobody publishes them. */
const ownImage =
  /^(?:my|your)(?:[-_]\w[\w-]*|(?:image|app|web|nginx|server|site|container|repo|project|python|node|flask|build|first)\w*)$|^(?:image|img|image-name|imagename|app|myapp|repo|repository|name)$/iu;

/** Leaves out what needs a container that no step makes, or an image that only a later step builds. */
export const neverMade: SkipRule = {
  code: 'never-made',
  *find(drafts, before) {
    const everBuilt = imagesMade(drafts);
    const everNamed = containersNamed(drafts);
    const world: World = {
      containers: new Set(),
      images: new Set(),
      missing: new Set(),
      skipped: new Set(),
      open: false,
      unnamed: false,
      shown: '',
    };
    for (const step of before) {
      if (step.type !== 'command' || step.skip !== null) continue;
      remember(world, step, effectsOf(step.text));
      world.shown += `\n${step.expected?.text ?? ''}`;
    }
    for (const draft of drafts) {
      for (const command of draft.commands) {
        const effects = effectsOf(command.text);
        // Where it is to fail, that nothing is there is the point.
        const asked = command.skip === null && !(command.into === 'shell' && isMeantToFail(draft, command));
        const missing = asked ? missingFor(command, effects, world, { everBuilt, everNamed }) : null;
        if (missing !== null) yield leftOut(draft, command, missing);
        if (command.skip === null) remember(world, command, effects);
        else if (command.skip.code !== 'repeated') world.skipped.add(command.entry);
        world.shown += `\n${command.expected?.text ?? ''}`;
      }
    }
  },
};

function imagesMade(drafts: readonly Draft[]): ReadonlySet<string> {
  const commands = drafts.flatMap((draft) => draft.commands);
  return new Set(commands.flatMap(({ text }) => builtBy(effectsOf(text))));
}

/** A further tag for an image is no image of the chapter's own. */
function builtBy({ makes, needs }: Effects): readonly string[] {
  const from = new Set(
    needs.flatMap(({ kind, name }) => (kind === 'image' && name !== null ? [repository(name)] : [])),
  );
  return makes.flatMap(({ kind, name }) =>
    kind === 'image' && name !== null && !from.has(repository(name)) ? [repository(name)] : [],
  );
}

/** What the chapter makes anywhere. */
interface Ever {
  readonly everBuilt: ReadonlySet<string>;
  readonly everNamed: ReadonlySet<string>;
}

function containersNamed(drafts: readonly Draft[]): ReadonlySet<string> {
  const typed = drafts
    .flatMap(({ commands }) => commands)
    .filter(({ skip, into }) => skip === null && into === 'shell');
  const made = typed.flatMap(({ text }) => effectsOf(text).makes);
  return new Set(made.flatMap(({ kind, name }) => (kind === 'container' && name !== null ? [name] : [])));
}

function missingFor(
  command: DraftCommand,
  effects: Effects,
  world: World,
  { everBuilt, everNamed }: Ever,
): Told | null {
  if (command.into !== 'shell') {
    if (command.stack.some(({ opener }) => opener === null)) return because('plan-no-opener');
    return command.stack.some(({ opener }) => opener !== null && world.skipped.has(opener))
      ? because('plan-opener-left-out')
      : null;
  }
  for (const thing of effects.needs) {
    // Used before the chapter makes it: that is for the reader to see, and no reason to pass it over.
    if (thing.kind === 'container' && !everNamed.has(thing.name ?? '') && !hasContainer(thing, command, world))
      return because('plan-no-container', { name: thing.name ?? '' });
    if (thing.kind === 'service' && !hasService(thing, command, world))
      return because('plan-no-service', { name: thing.name ?? '' });
    if (thing.kind === 'image' && isUnmadeImage(thing, world, everBuilt))
      return because('plan-no-image', { name: withoutEnding(thing.name ?? '', ':latest') });
  }
  return null;
}

function hasContainer({ name }: Thing, { text, expected }: DraftCommand, world: World): boolean {
  if (name === null || world.open || /[$`*]/.test(name) || world.containers.has(name)) return true;
  // An ID, or the beginning of one, stands for whatever the reader's Docker has printed; `db` may be a name.
  const id = world.unnamed ? /^[0-9a-f]{2,64}$/ : /^(?=.*\d|.{5})[0-9a-f]{2,64}$/;
  const stands = world.unnamed || world.containers.size > 0 || new RegExp(`\\b${name}`).test(world.shown);
  // The chapter shows what becomes of it: often that it is not there.
  if (
    (id.test(name) && stands) ||
    isMissed(name, expected?.text ?? '') ||
    // A slip is for the engine to find.
    [...world.containers].some((known) => isSlip(name, known)) ||
    (world.shown.includes(name) && !world.missing.has(name))
  )
    return true;
  if (/\s(?:-f|--force)\b/.test(text)) return true;
  world.missing.add(name);
  return false;
}

/** Whether an output says that this is not there. */
function isMissed(name: string, shown: string): boolean {
  return faultsIn(shown).some(({ thing }) => thing?.name === name);
}

/** A service of a swarm; those of compose stand in its file. */
function hasService({ name }: Thing, { text }: DraftCommand, world: World): boolean {
  if (name === null || world.open || /[$`*]/.test(name) || !/\bservice\s/.test(text)) return true;
  if (world.shown.includes(name) && !world.missing.has(name)) return true;
  world.missing.add(name);
  return false;
}

function isUnmadeImage({ name }: Thing, world: World, everBuilt: ReadonlySet<string>): boolean {
  if (name === null) return false;
  const own = repository(name);
  if (world.images.has(own) || own.includes('/') || /^[0-9a-f]{6,}$/.test(own)) return false;
  return (
    ownImage.test(own) ||
    (everBuilt.has(own) &&
      ![
        'ubuntu',
        'alpine',
        'nginx',
        'busybox',
        'node',
        'python',
        'redis',
        'httpd',
        'debian',
        'centos',
        'mysql',
        'postgres',
        'hello-world',
        'golang',
        'openjdk',
      ].includes(own))
  );
}

function repository(name: string): string {
  return parseImageName(name)?.repository ?? name;
}

function remember(world: World, { text, into }: Pick<DraftCommand, 'text' | 'into'>, { makes, pulls }: Effects): void {
  if (into !== 'shell') return;
  for (const { kind, name } of makes) {
    if (kind === 'container' && name === null) world.unnamed = true;
    if (kind === 'container' && name !== null) world.containers.add(name);
    if (kind === 'image' && name !== null) world.images.add(repository(name));
    if (['project', 'stack', 'service', 'machine'].includes(kind)) world.open = true;
  }
  for (const { repository: own } of pulls) world.images.add(own);
  if (/\bcompose\b|\.sh\b|\bmake\b|\bkubectl\b|\bstack\b|\bload\b|\bimport\b|\brename\b/.test(text)) world.open = true;
}
