import type { KnownOutput } from '../../command/index.ts';
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
  /** Who prints it, by the names of `isOf` (`npm`, `docker image ls`); `*` for anybody. */
  readonly of: readonly string[];
  /** Or whose output is well known to be of this form. */
  readonly output?: KnownOutput['form'];
  readonly role: Role;
  /** What lines of it look like is shown, and tried, in `test/printed/line-forms.txt`. */
  readonly phrases: readonly Phrase[];
}
