import type { Told } from '../../core/message.ts';
import type { Effects, Thing, ThingKind } from './effects.ts';

/** What one program contributes to the effects of a command line. */
export type Parts = Partial<Effects>;

/** A command that changes nothing and ends. */
export const noEffects: Effects = {
  makes: [],
  destroys: [],
  needs: [],
  starts: [],
  stops: [],
  pulls: [],
  pushes: [],
  opens: null,
  keeps: null,
  ends: { how: 'ends', reason: null },
  asks: null,
  destructive: null,
  changesFolder: null,
  leaves: false,
  writesFiles: [],
  writesContent: [],
  unpacks: false,
  readsFiles: [],
  mounts: [],
  builds: [],
  composeFiles: null,
  silent: false,
  edits: null,
  visits: false,
  publishes: [],
  contacts: [],
  readsLog: false,
  operatingSystem: 'any',
  output: null,
  secrets: [],
};

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

/** Parts one after the other: lists are joined, of single values the later one that says something counts. */
export function joinParts(parts: readonly Parts[]): Effects {
  return parts.reduce<Effects>(join, noEffects);
}

function join(a: Effects, b: Parts): Effects {
  return {
    makes: [...a.makes, ...(b.makes ?? [])],
    destroys: [...a.destroys, ...(b.destroys ?? [])],
    needs: [...a.needs, ...(b.needs ?? [])],
    starts: [...a.starts, ...(b.starts ?? [])],
    stops: [...a.stops, ...(b.stops ?? [])],
    pulls: [...a.pulls, ...(b.pulls ?? [])],
    pushes: [...a.pushes, ...(b.pushes ?? [])],
    opens: b.opens ?? a.opens,
    keeps: b.keeps ?? a.keeps,
    ends: a.ends.how === 'endless' || b.ends === undefined || b.ends.how === 'ends' ? a.ends : b.ends,
    asks: a.asks ?? b.asks ?? null,
    destructive: a.destructive ?? b.destructive ?? null,
    changesFolder: b.changesFolder ?? a.changesFolder,
    leaves: a.leaves || b.leaves === true,
    writesFiles: [...new Set([...a.writesFiles, ...(b.writesFiles ?? [])])],
    writesContent: [...a.writesContent, ...(b.writesContent ?? [])],
    unpacks: a.unpacks || b.unpacks === true,
    readsFiles: [...new Set([...a.readsFiles, ...(b.readsFiles ?? [])])],
    mounts: [...a.mounts, ...(b.mounts ?? [])],
    builds: [...a.builds, ...(b.builds ?? [])],
    composeFiles: b.composeFiles ?? a.composeFiles,
    silent: a.silent || b.silent === true,
    edits: b.edits ?? a.edits,
    visits: a.visits || (b.visits ?? false),
    publishes: [...a.publishes, ...(b.publishes ?? [])],
    contacts: [...a.contacts, ...(b.contacts ?? [])],
    readsLog: a.readsLog || b.readsLog === true,
    operatingSystem: a.operatingSystem === 'any' ? (b.operatingSystem ?? 'any') : a.operatingSystem,
    output: b.output ?? a.output,
    secrets: [...a.secrets, ...(b.secrets ?? [])],
  };
}
