import type { Bindings } from '../core/match.ts';

/** A command with the chapter's volatile values replaced by the real ones. */
export interface Substitution {
  readonly text: string;
  /** The values that were replaced. */
  readonly used: readonly { readonly expected: string; readonly actual: string }[];
}

/**
 * Replaces what earlier steps have tied to real values: IDs and their prefixes, generated names, ports and addresses
 * that Docker chose. `docker logs 5e4f` is typed with the first four characters of the real ID.
 */
export function substituteBindings(command: string, bindings: Bindings): Substitution {
  const used: { expected: string; actual: string }[] = [];
  const text = command.replace(/[\w.-]+/g, (word, offset: number) => {
    const actual = realValue(word, command.charAt(offset - 1), bindings);
    if (actual === null || actual === word) return word;
    used.push({ expected: word, actual });
    return actual;
  });
  return { text, used };
}

function realValue(word: string, before: string, bindings: Bindings): string | null {
  for (const type of ['name', 'ip', 'uuid', 'mac'] as const) {
    const exact = bindings[`${type}:${word}`];
    if (exact !== undefined) return exact;
  }
  if (/^\d{5}$/.test(word) && before === ':') return bindings[`port:${word}`] ?? null;
  if (/^\d+$/.test(word) && !bindings[`id:${word}`]) return bindings[`pid:${word}`] ?? null;
  return /^[0-9a-f]{3,64}$/.test(word) ? realId(word, bindings) : null;
}

/** The one known ID that begins so; null where none or more than one does. */
function realId(word: string, bindings: Bindings): string | null {
  const prefix = `id:${word.slice(0, 12)}`;
  const known = Object.entries(bindings).filter(([key]) => key.startsWith(prefix));
  const [only] = known;
  if (only === undefined || known.length > 1) return null;
  return only[1].slice(0, word.length);
}
