import type { Told } from '../../core/message.ts';
import type { DockerCommand } from '../docker/parse-docker.ts';
import type { Effects, Thing, ThingKind } from './effects.ts';

/** What one program contributes to the effects of a command line. */
export type Parts = Partial<Effects>;

/** How what two programs do becomes what both do. */
type Join<Value> = (before: Value, after: Value) => Value;

const all = <Item>(before: readonly Item[], after: readonly Item[]) => [...before, ...after];
const each = (before: readonly string[], after: readonly string[]) => [...new Set([...before, ...after])];
const either = (before: boolean, after: boolean) => before || after;
const first = <Value>(before: Value | null, after: Value | null) => before ?? after;
const last = <Value>(before: Value | null, after: Value | null) => after ?? before;

/** Of each effect what a command has that changes nothing and ends, and how two of them become one. */
const effects: { readonly [Name in keyof Effects]: readonly [none: Effects[Name], join: Join<Effects[Name]>] } = {
  makes: [[], all],
  destroys: [[], all],
  needs: [[], all],
  starts: [[], all],
  stops: [[], all],
  pulls: [[], all],
  pushes: [[], all],
  opens: [null, last],
  keeps: [null, last],
  ends: [
    { how: 'ends', reason: null },
    (before, after) => (before.how === 'endless' || after.how === 'ends' ? before : after),
  ],
  asks: [null, first],
  destructive: [null, first],
  changesFolder: [null, last],
  leaves: [false, either],
  writesFiles: [[], each],
  writesContent: [[], all],
  unpacks: [false, either],
  readsFiles: [[], each],
  mounts: [[], all],
  builds: [[], all],
  composeFiles: [null, last],
  silent: [false, either],
  edits: [null, last],
  visits: [false, either],
  publishes: [[], all],
  contacts: [[], all],
  readsLog: [false, either],
  operatingSystem: ['any', (before, after) => (before === 'any' ? after : before)],
  output: [null, last],
  secrets: [[], all],
};

/** A command that changes nothing and ends. */
export const noEffects = Object.fromEntries(
  Object.entries(effects).map(([name, [none]]) => [name, none]),
) as unknown as Effects;

/** Parts one after the other. */
export function joinParts(parts: readonly Parts[]): Effects {
  const joined: Record<string, unknown> = { ...noEffects };
  for (const part of parts)
    for (const [name, after] of Object.entries(part)) {
      const [, join] = effects[name as keyof Effects] as unknown as readonly [unknown, Join<unknown>];
      joined[name] = join(joined[name], after);
    }
  return joined as unknown as Effects;
}

/** Things of one kind by name; a name that is known only when run (`$(…)`, `$x`, `<name>`) becomes null. */
export function things(kind: ThingKind, names: readonly (string | null)[]): readonly Thing[] {
  return names.map((name) => ({ kind, name: name === null || isDynamic(name) ? null : name }));
}

/** Output of verbs that print each name they were given; no names where they are known only when run. */
export function echoedNames(names: readonly string[]): Parts {
  return { output: { form: 'names', names: names.some(isDynamic) ? [] : names } };
}

function isDynamic(name: string): boolean {
  return /[$`<>[\]{}]/.test(name);
}

/** It never ends by itself, for that reason. */
export function endless(reason: Told): Parts {
  return { ends: { how: 'endless', reason } };
}

/** What a verb does, by canonical name. */
export type VerbEffects = Readonly<Record<string, (command: DockerCommand) => Parts>>;
