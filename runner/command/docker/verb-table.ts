/** What the client knows of a verb. */
export interface Verb {
  /** Other names under which it is typed. */
  readonly aliases?: readonly string[];
  /** How many operands: `1`, `0-1`, `1+`. */
  readonly operands: string;
  /** Options, separated by spaces: `f,force` is a switch, `n,tail=` takes a value, `-` separates nothing. */
  readonly flags: string;
  /** After the first operand everything belongs to a program in the container. */
  readonly rest?: 'argv';
}

/** Verbs by canonical name. */
export type VerbTable = Readonly<Record<string, Verb>>;
