import type { View } from '../blocks/view.ts';

/** `alias dps='docker ps'`, `greet() {` */
const definition = /^\s*(?:alias\s+([\w.-]+)=|(?:function\s+)?([A-Za-z_][\w-]*)\s*\(\)\s*\{)/gm;

/** Words that the blocks of a chapter make commands of the shell. */
export function ownCommandsIn(views: readonly View[]): ReadonlySet<string> {
  return new Set(
    views.flatMap(({ text, language }) =>
      ['alias', '()'].some((word) => text.includes(word)) && language !== 'code'
        ? [...text.matchAll(definition)].map(([, alias, named]) => alias ?? named ?? '')
        : [],
    ),
  );
}
