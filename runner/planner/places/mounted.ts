import { effectsOf, understand } from '../../command/index.ts';
import { withoutEnding } from '../../core/words.ts';
import type { TypedEntry } from '../transcript/entry.ts';

/** Folders that every Linux machine has: what lies under them may well be the host's. */
const everywhere = /^\/(?:$|(?:bin|boot|dev|etc|home|lib|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)\/?$)/;

/** Folders that a command mounts into a container under a name that the host does not know. */
export function mountedBy({ text }: TypedEntry): readonly string[] {
  return effectsOf(text)
    .mounts.filter(({ source, target }) => target.startsWith('/') && !everywhere.test(target) && source !== target)
    .map(({ target }) => withoutEnding(target, '/'));
}

/** The first of these folders that the command names, or something below it. */
export function pathUnder(folders: ReadonlySet<string>, text: string): string | undefined {
  const words = understand(text).calls.flatMap(({ args }) => args);
  return [...folders].find((folder) => words.some((word) => word === folder || word.startsWith(`${folder}/`)));
}
