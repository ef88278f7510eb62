import type { Verb } from './verb.ts';

/** Every verb of `tutor`, in the order of the help. */
export const verbs: Readonly<Record<string, Verb>> = {};
