import { type Effects, effectsOf, optionValues, type Thing, understand } from '../command/index.ts';
import type { Site } from '../core/outcome.ts';
import type { CommandStep, FileStep, Step } from '../core/plan.ts';
import type { Aliases } from './aliases.ts';
import { copiesAll, neededByBuilds } from './builds.ts';
import { composeCalls, partsOf } from './compose.ts';
import { isAnyContainer } from './containers.ts';
import { declaredIn, portsIn, portsMeant } from './declared.ts';
import { filesTouched } from './files-touched.ts';
import { onlyLooks } from './only-looks.ts';
import { readsFolder } from './reads-folder.ts';
import { serversOf } from './servers.ts';
import { fileSubject, type Start, type Subject, type SubjectKind, subject } from './subject.ts';
import { valuesIn, valuesShownIn } from './values.ts';
import { assignedIn, variablesIn } from './variables.ts';

/** What a step does to the world, and what it needs of it. */
export interface StepFacts {
  readonly site: Site;
  readonly needs: readonly Subject[];
  readonly makes: readonly Subject[];
  readonly removes: readonly Subject[];
  /** What it starts, stops or writes into. */
  readonly changes: readonly Subject[];
  /** It stops or removes containers of which only a run can tell the names. */
  readonly frees: Subject | null;
  /** The folder that it hangs on, where it does; of a file, any. */
  readonly place: Subject | null;
  /** It builds by a Dockerfile that copies the whole folder which is built. */
  readonly copiesAll?: true;
}

/** Of a step that is none of the itinerary's. */
export const nothing: Omit<StepFacts, 'site'> = {
  needs: [],
  makes: [],
  removes: [],
  changes: [],
  frees: null,
  place: null,
};

/** Where a step is typed, as far as the chapter tells. */
export interface StepPlace {
  readonly site: Site;
  /** Position in the itinerary. */
  readonly at: number;
  readonly folder: string;
  readonly start: Start;
  /** What the folder is called that the chapter starts in; null where nothing tells. */
  readonly startName: string | null;
  readonly aliases: Aliases;
  /** The command with what the shell's variables hold, as far as that is known. */
  readonly filled: (text: string) => string;
  /** Content of a file that a step before has written; null where none has. */
  readonly contentOf: (file: Subject) => string | null;
  /** The containers and volumes that what is open in the terminal writes into; null at the host's shell. */
  readonly inside: readonly Subject[] | null;
  /** What mounts a container, by its key. */
  readonly mountsOf: (container: Subject) => readonly Subject[];
  /** At which ports of the machine a container answers while it runs, by its key. */
  readonly portsOf: (container: Subject) => readonly Subject[];
}

const isHere = /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal)$/;

/** What a step does and needs. */
export function factsOf(step: Step, place: StepPlace): StepFacts {
  if (step.type === 'file') return factsOfFile(step, place);
  const facts = place.inside === null ? factsOfCommand(step, place) : factsInside(step, place);
  const { typed, shown } = valuesOf(step);
  return { ...facts, needs: [...facts.needs, ...typed], makes: [...facts.makes, ...shown] };
}

/** Values that a step types, and those that it is the first to show: a reader takes them from there. */
function valuesOf({ text, expected }: CommandStep) {
  const declared = declaredIn(text);
  const typed = valuesIn(text).filter((value) => !declared.includes(value));
  const shown = expected === null ? [] : valuesShownIn(expected.text).filter((value) => !typed.includes(value));
  const subjects = (values: readonly string[]) => values.map((value) => subject('value', value));
  return { typed: subjects(typed), shown: subjects([...declared, ...shown]) };
}

function factsOfFile(step: FileStep, { site, folder, start }: StepPlace): StepFacts {
  const file = fileSubject(step.path, folder, start);
  const relative = !/^[~/]/.test(step.path) || step.path.startsWith(`${folder}/`);
  return {
    site,
    needs: step.action === 'write' ? [] : opt(file),
    makes: opt(file),
    removes: [],
    changes: [],
    frees: null,
    place: relative ? placeOf(1) : null,
  };
}

/** The folder that a terminal's shell is in. */
export function placeOf(terminal: number): Subject {
  return subject('place', `${terminal}`);
}

function factsOfCommand(step: CommandStep, place: StepPlace): StepFacts {
  const text = place.filled(step.text);
  const effects = effectsOf(text);
  const parts = [
    named(effects, place),
    filesTouched(text, effects, place),
    { needs: neededByBuilds(effects, place) },
    compose(text, place),
  ];
  const joined = (of: 'needs' | 'makes' | 'removes' | 'changes') => unique(parts.flatMap((part) => part[of] ?? []));
  const contents = contentsIn(text, effects, place);
  return {
    site: place.site,
    needs: [...joined('needs'), ...contents, ...variablesIn(step.text).map((name) => subject('variable', name))],
    makes: [
      ...joined('makes'),
      ...portsMeant(step.text),
      ...assignedIn(step.text).map((name) => subject('variable', name)),
      ...serversOf(text, effects, place.at),
    ],
    // What fails as the chapter says has taken nothing away.
    removes: step.failureExpected ? [] : joined('removes'),
    changes: [
      ...joined('changes'),
      ...(onlyLooks(text, effects) ? [] : contents),
      ...(effects.changesFolder === null ? [] : [placeOf(step.terminal)]),
    ],
    frees: [...effects.destroys, ...effects.stops].some((thing) => isAnyContainer(thing, step, place.aliases))
      ? { kind: 'container', name: '', key: 'container' }
      : null,
    place: readsFolder(text, effects) ? placeOf(step.terminal) : null,
    ...(copiesAll(effects, place) && { copiesAll: true }),
  };
}

/** Typed into a container or a program in it: all that it does stays in there. */
function factsInside(step: CommandStep, { site, inside }: StepPlace): StepFacts {
  const effects = effectsOf(step.text);
  const packages = effects.makes.flatMap(({ kind, name }) =>
    kind === 'package' && name !== null ? [subject('package', name)] : [],
  );
  const content = inside ?? [];
  const changes = onlyLooks(step.text, effects) ? [] : content;
  const needs = [...content, ...variablesIn(step.text).map((name) => subject('variable', name))];
  const makes = [...packages, ...assignedIn(step.text).map((name) => subject('variable', name))];
  return { site, needs, makes, removes: [], changes, frees: null, place: null };
}

/** What a part of a command does and needs. */
export type Part = Partial<Pick<StepFacts, 'needs' | 'makes' | 'removes' | 'changes'>>;

function named(effects: Effects, place: StepPlace): Part {
  if (renames(effects)) return { needs: effects.needs.flatMap((thing) => resolved(thing, place)) };
  const { needs, makes, destroys, starts, stops, pulls, publishes, contacts, mounts } = effects;
  const resolve = (things: readonly Thing[]) => things.flatMap((thing) => resolved(thing, place));
  const portsOf = (things: readonly Thing[]) => resolve(things).flatMap((thing) => place.portsOf(thing));
  const made = makes.flatMap((thing) => (thing.name === null ? nameless(thing, place) : resolved(thing, place)));
  const containers = made.filter(({ kind }) => kind === 'container');
  const here = contacts.filter(({ host, port }) => isHere.test(host) && port !== null);
  const volumes = mounts.flatMap(({ type, source }) =>
    type === 'volume' && source !== null ? [subject('volume', source)] : [],
  );
  const hosts = contacts.flatMap(({ host }) => place.aliases.find('container', host) ?? []);
  return {
    needs: [
      ...resolve(needs),
      ...pulls.map((image) => subject('image', image.canonical)),
      ...here.map(({ port }) => subject('port', `${port}`)),
      ...hosts,
      ...volumes,
    ],
    makes: [...made, ...portsIn(publishes), ...portsOf(starts)],
    removes: [...resolve(destroys), ...portsOf([...destroys, ...stops])],
    // A container fills what is mounted into it.
    changes: [...resolve([...starts, ...stops]), ...volumes, ...containers.flatMap((one) => place.mountsOf(one))],
  };
}

/** One container by another name: nothing is made and nothing is gone. */
export function renames({ needs, makes, destroys }: Effects): boolean {
  const [from, to] = [destroys[0], makes[0]];
  return (
    from?.kind === 'container' && to?.kind === 'container' && needs[0]?.name === from.name && from.name !== to.name
  );
}

/** There is one of them at most, and it has no name. */
const onlyOne: ReadonlySet<Thing['kind']> = new Set(['swarm', 'repository']);

function resolved({ kind, name }: Thing, { aliases }: StepPlace): readonly Subject[] {
  if (name === null) return onlyOne.has(kind) ? [subject(kind as SubjectKind, '')] : [];
  if (kind === 'file' || kind === 'folder') return [];
  const found = aliases.find(kind, name);
  return [found ?? subject(kind, name)];
}

/** A container to which Docker gives a name, a node of a swarm: there is one for each command that makes one. */
function nameless({ kind }: Thing, { at }: StepPlace): readonly Subject[] {
  if (onlyOne.has(kind)) return [subject(kind as SubjectKind, '')];
  return ['container', 'image', 'node'].includes(kind) ? [{ kind, name: '', key: `${kind} #${at}` }] : [];
}

/** Verbs of Compose after which its containers are no longer what they were. */
const changing = new Set('start stop restart kill pause unpause rm scale'.split(' '));

function compose(text: string, { folder, contentOf, startName }: StepPlace): Part {
  const parts = composeCalls(text, folder).map((call): Part => {
    const known = call.files.find((file) => contentOf(file) !== null);
    const own = known === undefined ? [] : partsOf(contentOf(known) ?? '', call, folder, startName);
    const file = known ?? (call.files.length === 1 ? call.files[0] : undefined);
    const all = [call.project, ...own];
    return {
      needs: [...(file === undefined ? [] : [file]), ...(call.needsProject ? [call.project] : [])],
      makes: call.makes ? all : [],
      removes:
        call.verb === 'down' ? all.filter(({ kind }) => kind !== 'path' && (kind !== 'volume' || call.volumes)) : [],
      changes: changing.has(call.verb) ? all.filter(({ kind }) => kind === 'service' || kind === 'container') : [],
    };
  });
  return {
    needs: parts.flatMap((part) => part.needs ?? []),
    makes: parts.flatMap((part) => part.makes ?? []),
    removes: parts.flatMap((part) => part.removes ?? []),
    changes: parts.flatMap((part) => part.changes ?? []),
  };
}

const touching = new Set(
  ['exec', 'cp', 'commit', 'diff']
    .map((verb) => `container ${verb}`)
    .concat('compose exec', 'compose cp', 'network connect', 'network disconnect'),
);

/** What `docker exec`, `docker cp` and their like touch inside a container. */
function contentsIn(text: string, { makes }: Effects, { aliases, mountsOf }: StepPlace): readonly Subject[] {
  return understand(text).calls.flatMap(({ docker }) => {
    if (docker?.verb === 'container run') return served(docker, aliases).flatMap((one) => contentOf(one, mountsOf));
    if (docker === null || !touching.has(docker.verb) || makes.length > 1) return [];
    return docker.operands.flatMap((operand) => {
      // What the reader fills in is the container at hand.
      const filledIn = /^(?:<.*>|\{.*\}|\[.*\])$/.test(operand);
      const container = filledIn ? aliases.lastContainer : aliases.find('container', operand.replace(/:.*$/, ''));
      return container === null ? [] : contentOf(container, mountsOf);
    });
  });
}

/** Containers that a program is told of by its variables, to keep its data in: `-e DB_HOST=db`, `-e URL=redis://cache:6379`. */
function served(docker: Parameters<typeof optionValues>[0], aliases: Aliases): readonly Subject[] {
  const words = optionValues(docker, 'env').flatMap((given) => given.replace(/^\w+=/, '').split(/[/:@,]+/));
  return words.flatMap((word) =>
    word === '' ? [] : (aliases.find('container', word) ?? aliases.furtherName(word) ?? []),
  );
}

/** A container's inside: its own files, and what is mounted into it. */
export function contentOf(container: Subject, mountsOf: StepPlace['mountsOf']): readonly Subject[] {
  return [{ kind: 'content', name: container.name, key: `content ${container.key}` }, ...mountsOf(container)];
}

function opt<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}

function unique(subjects: readonly Subject[]): readonly Subject[] {
  return [...new Map(subjects.map((one) => [one.key, one])).values()];
}
