import type { Told } from './message.ts';

/** How far a long piece of work is: roots being built, images being made, packages being fetched. */
export interface ProgressEvent {
  /** What is being done, as a user would say it: a name, or a sentence. */
  readonly what: Told | string;
  /** How much of `total` is done; both count the same thing. */
  readonly done: number;
  /** Null while nobody can know. */
  readonly total: number | null;
  /** Which of how many things this is, and how large. */
  readonly item?: { readonly at: number; readonly count: number; readonly megabytes: number };
}

/** Receives the progress of a piece of work. Must return quickly and never throw. */
export type Progress = (event: ProgressEvent) => void;

/** Tells nobody. */
export const silent: Progress = () => {};
