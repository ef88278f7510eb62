import { verbRows } from './verb-rows.ts';

/**
 * Verbs by their names, the canonical one first (`container ls|ps`): how many operands they take (`1`, `0-1`, `1+`;
 * `1…` where what follows the first one belongs to a program in the container), then their options: `f,force` is a
 * switch, `n,tail=` takes a value. Behind an arrow stands what the verb does and prints, where a few words say it: those
 * that `partsSaid` reads.
 */
export type VerbTable = Readonly<Record<string, string>>;

/** What the client knows of a verb. */
export interface Verb {
  /** Other names under which it is typed. */
  readonly aliases: readonly string[];
  readonly fewestOperands: number;
  readonly flags: string;
  /** After the first operand everything belongs to a program in the container. */
  readonly runs: boolean;
  /** What it does and prints; empty where more is to be said of it, or nothing. */
  readonly does: string;
}

/** Reads a table of verbs: each by its canonical name. */
function readVerbs(table: VerbTable): Readonly<Record<string, Verb>> {
  return Object.fromEntries(
    Object.entries(table).map(([names, text]) => {
      const [name = '', ...aliases] = names.split('|');
      const [call = '', does = ''] = text.split(' → ');
      const [operands = '', ...flags] = call.split(' ');
      const fewestOperands = Number.parseInt(operands, 10);
      return [name, { aliases, fewestOperands, flags: flags.join(' '), runs: operands.endsWith('…'), does }];
    }),
  );
}

/** Every verb by canonical name. */
export const verbs = readVerbs(verbRows);

const canonical = new Map<string, string>();
for (const [name, verb] of Object.entries(verbs)) {
  canonical.set(name, name);
  for (const alias of verb.aliases) canonical.set(alias, name);
}

/** Words after which another word of the verb follows: `image`, `compose`, `trust key`. */
const groups = new Set([...canonical.keys()].flatMap((name) => prefixesOf(name.split(' '))));

/** The longest verb that `words` begin with. Null where they begin with none. */
export function findVerb(
  words: readonly string[],
): { readonly name: string; readonly verb: Verb; readonly length: number } | null {
  for (let length = Math.min(3, words.length); length > 0; length--) {
    const name = canonical.get(words.slice(0, length).join(' '));
    const verb = name === undefined ? undefined : verbs[name];
    if (name !== undefined && verb !== undefined) return { name, verb, length };
  }
  return null;
}

/** Whether more words are needed to make `name` a verb (`image`, `compose`). */
export function isGroup(name: string): boolean {
  return groups.has(name);
}

function prefixesOf(words: readonly string[]): readonly string[] {
  return words.slice(0, -1).map((_, index) => words.slice(0, index + 1).join(' '));
}
