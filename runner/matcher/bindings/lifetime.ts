import { effectsOf, isOf, printersOf, type Thing } from '../../command/index.ts';
import type { Bindings } from '../../core/match.ts';
import type { BindingType } from '../tolerances/tolerance.ts';
import { type GivenType, givenBy } from './given-values.ts';

/** Values that a container has for as long as it runs, and a network for as long as it is there. */
const momentary: ReadonlySet<string> = new Set<BindingType | GivenType>(['ip', 'mac', 'port', 'pid', 'range']);

/** Keys under which bindings tell of a value: what it belongs to, and that it may be bound anew. */
export const ownerPrefix = 'of:';
export const loosePrefix = 'loose:';
/** Keys of what an ID is of. */
export const kindPrefix = 'kind:';
/** Keys of the ranges of addresses that the reader gives to networks. */
export const rangePrefix = 'range:';

/** Whether values of a type go when what they belong to goes. */
export function isMomentary(type: string): boolean {
  return momentary.has(type);
}

/**
 * The bindings as a command leaves them: what it ends, removes or begins anew no longer has the address, the port or
 * the process number that it had, so these may be bound anew. What the command gives is what it is.
 */
export function outliving(bindings: Bindings, command: string): Bindings {
  const left = withoutTies(bindings, command);
  const given = givenBy(command);
  if (given.length === 0) return left;
  const owners = ownersOf(command);
  const bound = given.flatMap(({ type, value }) => [
    [`${type}:${value}`, value],
    [`${ownerPrefix}${type}:${value}`, owners],
  ]);
  const old = new Set(given.map(({ type, value }) => `${loosePrefix}${type}:${value}`));
  return Object.fromEntries([...Object.entries(left).filter(([key]) => !old.has(key)), ...bound]);
}

function withoutTies(bindings: Bindings, command: string): Bindings {
  const typeOf = (key: string) => key.slice(0, key.indexOf(':'));
  const keys = Object.keys(bindings).filter((key) => isMomentary(typeOf(key)));
  // What is built anew under a name has another ID, also from the same files.
  const ids = Object.keys(bindings).filter((key) => typeOf(key) === 'id' && `${ownerPrefix}${key}` in bindings);
  if (keys.length + ids.length === 0) return bindings;
  const { ended, made } = changesOf(command);
  const rebuilt = builtBy(command);
  const isOver = (owners: readonly string[]) =>
    ended.includes(null) ||
    (owners.length === 0 && ended.length > 0) ||
    owners.some((owner) => ended.includes(owner) || made.includes(owner));
  const ownersOfKey = (key: string) => ownersIn(bindings[`${ownerPrefix}${key}`]);
  const over = [
    ...keys.filter((key) => isOver(ownersOfKey(key))),
    ...ids.filter((key) => ownersOfKey(key).some((owner) => rebuilt.includes(owner))),
  ];
  return { ...bindings, ...Object.fromEntries(over.map((key) => [`${loosePrefix}${key}`, 'yes'])) };
}

/** The things that the output of a command tells of, by name, as they are noted with a binding; empty for any. */
export function ownersOf(command: string): string {
  const { needs, starts, makes, readsLog } = effectsOf(command);
  // A log tells of whoever talked to the container.
  if (readsLog) return '';
  return [...new Set([...needs, ...starts, ...makes].filter(isOwner).flatMap(({ name }) => name ?? []))].join(' ');
}

/** The names of the images that a command builds, whose IDs its output may show. */
export function builtBy(command: string): readonly string[] {
  const { builds, makes } = effectsOf(command);
  return builds.length === 0
    ? []
    : makes.flatMap(({ kind, name }) => (kind === 'image' && name !== null ? [name] : []));
}

/** What it is that was not there before and whose ID a command prints; undefined where it prints none. */
export function newIdOf(command: string): Thing['kind'] | undefined {
  const { output, makes } = effectsOf(command);
  return output?.form === 'id' ? makes[0]?.kind : undefined;
}

function ownersIn(noted: string | undefined): readonly string[] {
  return (noted ?? '').split(' ').filter((name) => name !== '');
}

interface Changes {
  /** What is over, or begins anew, after a command; null for things it does not name. */
  readonly ended: readonly (string | null)[];
  readonly made: readonly string[];
}

function changesOf(command: string): Changes {
  const { destroys, stops, starts, makes } = effectsOf(command);
  const made = makes.filter(isOwner);
  const isOwn = ({ kind, name }: Thing) => made.some((thing) => thing.kind === kind && thing.name === name);
  const over = [...destroys, ...stops, ...starts].filter((thing) => isOwner(thing) && !isOwn(thing));
  const named = over.map(({ name }) => (name !== null && isId(name) ? null : name));
  const endsMany = isOf(printersOf(command), ...ofMany);
  return { ended: endsMany ? [...named, null] : named, made: made.flatMap(({ name }) => name ?? []) };
}

/** Verbs that end containers, or give them other addresses, without naming each. */
const ofMany = [
  ...['up', 'down', 'start', 'stop', 'restart', 'rm', 'kill'].map((verb) => `docker compose ${verb}`),
  ...['container prune', 'network prune', 'system prune', 'network connect', 'network disconnect'].map(
    (verb) => `docker ${verb}`,
  ),
];

function isOwner({ kind }: Thing): boolean {
  return ['object', 'container', 'network', 'service', 'stack', 'project', 'swarm', 'machine'].includes(kind);
}

/** A thing named by its ID, or by what another command prints, may be any. */
function isId(name: string): boolean {
  return /^[0-9a-f]{3,64}$|[$`]/.test(name);
}
