import type { Parts } from '../effect-parts.ts';

/** What a program does with its arguments, by its name without folder. */
export type ProgramTable = Readonly<Record<string, (args: readonly string[]) => Parts>>;
