import { verbRows } from './verb-rows.ts';
import { readVerbs, type Verb } from './verb-table.ts';

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
