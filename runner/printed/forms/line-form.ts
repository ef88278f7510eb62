import type { Phrase } from '../phrase.ts';

/** What a line is in the output that it stands in. */
export type Role =
  /** The heading of a table. */
  | 'head'
  | 'row'
  /** It tells how far something is; it may come or not, and in any number. */
  | 'progress'
  /** What the program says beside its result: a hint, a warning about its surroundings, an advertisement. */
  | 'notice'
  /** It tells that something is done, and what came of it. */
  | 'summary'
  /** One of many lines that a program writes as it goes. */
  | 'log'
  /** It tells that something went wrong. */
  | 'error'
  /** A part of a text, a page, a drawing, a listing. */
  | 'part';

/** One way in which a line is printed. */
export interface LineForm {
  readonly name: string;
  /** Whose line it is: a program, a verb of Docker, or `*` for any. */
  readonly of: string;
  readonly role: Role;
  readonly phrases: readonly Phrase[];
  /** One a line. */
  readonly examples: string;
}
