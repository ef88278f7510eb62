import type { Parts } from '../effect-parts.ts';

type Program = (args: readonly string[]) => Parts;

/** What a program does with its arguments, by its name without folder. */
export type ProgramTable = Readonly<Record<string, Program>>;

/** Programs that do the same, by their names. */
export function each(names: string, make: (name: string) => Program): ProgramTable {
  return Object.fromEntries(names.split(' ').map((name) => [name, make(name)]));
}

/** Programs that do the same whatever they are given. */
export function always(names: string, parts: Parts): ProgramTable {
  return each(names, () => () => parts);
}
