/**
 * Verbs by their names, the canonical one first (`container ls|ps`): how many operands they take (`1`, `0-1`, `1+`;
 * `1…` where what follows the first one belongs to a program in the container), then their options: `f,force` is a
 * switch, `n,tail=` takes a value.
 */
export type VerbTable = Readonly<Record<string, string>>;

/** What the client knows of a verb. */
export interface Verb {
  /** Other names under which it is typed. */
  readonly aliases: readonly string[];
  readonly fewestOperands: number;
  readonly flags: string;
  /** After the first operand everything belongs to a program in the container. */
  readonly runs: boolean;
}

/** Reads a table of verbs: each by its canonical name. */
export function readVerbs(table: VerbTable): Readonly<Record<string, Verb>> {
  return Object.fromEntries(
    Object.entries(table).map(([names, text]) => {
      const [name = '', ...aliases] = names.split('|');
      const [operands = '', ...flags] = text.split(' ');
      const fewestOperands = Number.parseInt(operands, 10);
      return [name, { aliases, fewestOperands, flags: flags.join(' '), runs: operands.endsWith('…') }];
    }),
  );
}
