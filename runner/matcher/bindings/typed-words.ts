import { effectsOf, isOf, printersOf, understand } from '../../command/index.ts';
import type { Bindings } from '../../core/match.ts';
import { isNumber } from '../../core/words.ts';
import type { Use } from '../line/line.ts';
import { asAsked } from '../template-fields.ts';
import type { BindingType, Context } from '../tolerances/tolerance.ts';
import { keyOf } from './bindings.ts';
import { kindPrefix } from './lifetime.ts';

/** A command with the chapter's volatile values replaced by the real ones. */
export interface Substitution {
  readonly text: string;
  /** The values that were replaced. */
  readonly used: readonly TypedWord[];
}

/**
 * Replaces what earlier steps have tied to real values: IDs and their prefixes, generated names, ports and addresses
 * that Docker chose. `docker logs 5e4f` is typed with the first four characters of the real ID.
 */
export function substituteBindings(command: string, bindings: Bindings): Substitution {
  const used: TypedWord[] = [];
  if (Object.keys(bindings).length === 0) return { text: command, used };
  const text = command.replace(/[\w.-]+/g, (word, offset: number) => {
    const found = realValue(word, command, offset, bindings);
    if (found === null || found.actual === word) return word;
    used.push({ ...found, expected: word });
    return found.actual;
  });
  return { text, used };
}

/** The bindings with IDs that the chapter calls a container by, of which no output shows that it has them. */
export function withContainerIds(bindings: Bindings, ids: readonly string[], real: string): Bindings {
  const keys = ids.map((id) => keyOf('id', id)).filter((key) => bindings[key] === undefined);
  return {
    ...bindings,
    ...Object.fromEntries(
      keys.flatMap((key) => [
        [key, real],
        [`${kindPrefix}${key}`, 'container'],
      ]),
    ),
  };
}

type Real = Pick<TypedWord, 'type' | 'actual'>;

/** `offset`: where in the command the word begins. */
function realValue(word: string, command: string, offset: number, bindings: Bindings): Real | null {
  const before = command.slice(0, offset);
  for (const type of ['name', 'ip', 'uuid', 'mac'] as const) {
    const exact = realOf(type, word, bindings);
    if (exact !== null) return exact;
  }
  if (/^\d{5}$/.test(word) && /[:\s=]$/.test(before)) {
    const port = realOf('port', word, bindings);
    if (port !== null) return port;
  }
  if (isNumber(word) && (before.endsWith('/proc/') || asksForProcess(command))) return realOf('pid', word, bindings);
  if (/^[0-9a-f]{2}$/.test(word)) {
    const known = isThing(word, command) ? (realOf('id', word, bindings)?.actual ?? onlyIdOf(word, bindings)) : null;
    // Two digits of the real one might be those of another, too.
    return known === null ? null : { type: 'id', actual: known.slice(0, 12) };
  }
  if (!/^(?:[0-9a-f]{3,64}|[0-9a-z]{12}|[0-9a-z]{25})$/.test(word)) return null;
  return realHash(before.endsWith('@sha256:') ? 'digest' : 'id', word, before, bindings);
}

/** The one ID that the chapter has shown which begins so; null where none does, or several do. */
function onlyIdOf(start: string, bindings: Bindings): string | null {
  const found = Object.entries(bindings).filter(([key]) => key.startsWith(`id:${start}`));
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

const ofProcesses = new Set(['kill', 'ps', 'pstree', 'top', 'nsenter', 'strace', 'lsof', 'pmap', 'pwdx', 'renice']);

/** Numbers are many things. */
function asksForProcess(command: string): boolean {
  return (
    isOf(printersOf(command), ...ofProcesses) ||
    understand(command).calls.some(({ wrappers }) => wrappers.some((wrapper) => ofProcesses.has(wrapper)))
  );
}

/** `docker stop 30` speaks of a container, `sleep 30` does not. */
function isThing(word: string, command: string): boolean {
  const { needs, stops, destroys } = effectsOf(command);
  return [...needs, ...stops, ...destroys].some(({ name }) => name === word);
}

function realOf(type: BindingType, word: string, bindings: Bindings): Real | null {
  const actual = bindings[`${type}:${word}`];
  return actual === undefined ? null : { type, actual };
}

/** The one known ID or digest that begins so, of several that of what the command is about; null without one. */
function realHash(type: 'id' | 'digest', word: string, before: string, bindings: Bindings): Real | null {
  const prefix = `${type}:${word.slice(0, 12)}`;
  const isIt = (key: string) =>
    key.startsWith(prefix) || (key.startsWith(`${type}:`) && key.length > type.length + 4 && prefix.startsWith(key));
  const all = Object.entries(bindings).filter(([key]) => isIt(key));
  const isMeant = ([key]: readonly [string, string]) =>
    isOf(printersOf(`${before}${word}`), `docker ${bindings[`${kindPrefix}${key}`]}`);
  const known = all.length > 1 ? all.filter(isMeant) : all;
  const [only] = known;
  return only === undefined || known.length > 1 ? null : { type, actual: only[1].slice(0, word.length) };
}

/** A word of the chapter's command and what is typed in its place. */
export interface TypedWord {
  readonly type: BindingType;
  readonly expected: string;
  readonly actual: string;
}

/** A line of the chapter as it reads when its command is typed with real values. */
interface TypedLine {
  readonly text: string;
  readonly uses: readonly Use[];
}

const words = /\w(?:[\w.-]*\w)?/g;

/**
 * Reads a line with the real values of the words that its command names: `docker stop 5e4f` answers with what was typed.
 *
 * @returns null where the line holds none of them
 */
export function asTyped(line: string, typed: ReadonlyMap<string, TypedWord>): TypedLine | null {
  if (typed.size === 0) return null;
  const uses: Use[] = [];
  const text = line.replace(words, (word) => {
    const found = typed.get(word);
    if (found === undefined) return word;
    uses.push({ name: tolerances[found.type], expected: word, actual: found.actual });
    return found.actual;
  });
  return uses.length === 0 ? null : { text, uses };
}

/** The same without what was needed for it. */
function textAsTyped(line: string, { typed }: Context): string {
  return (typed === undefined ? null : asTyped(line, typed))?.text ?? line;
}

/** A line as it is compared: with what the reader types, and with what the command asks for. */
export function inContext(line: string, side: 'expected' | 'actual', context: Context): string {
  return asAsked(side === 'expected' ? textAsTyped(line, context) : line, context.asked);
}

const tolerances: Readonly<Record<BindingType, string>> = {
  id: 'id',
  digest: 'digest',
  uuid: 'uuid',
  ip: 'ip-address',
  mac: 'mac-address',
  port: 'port',
  pid: 'pid',
  name: 'generated-name',
  owner: 'file-owner',
};
