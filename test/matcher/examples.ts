import { linesOf } from '../printed/examples.ts';

export type Pair = readonly [expected: string, actual: string];

/** What the examples of a canon or a tolerance say: the command, lines that are the same by it, and lines that are not. */
export interface Examples {
  readonly command?: string;
  readonly same: readonly Pair[];
  readonly different: readonly Pair[];
}

/** Reads examples: `$ command`, and rows of `one ≈ other` and `one ≠ other`; a long row goes on in the next line. */
export function readExamples(examples: string): Examples {
  const rows: string[] = [];
  for (const line of linesOf(examples))
    if (/^[≈≠]/.test(line)) rows.push(`${rows.pop()} ${line}`);
    else rows.push(line);
  const pairs = (sign: string) =>
    rows.flatMap((row): Pair[] => {
      const [expected = '', actual] = row.split(` ${sign} `);
      return actual === undefined ? [] : [[expected, actual]];
    });
  const command = rows.find((row) => row.startsWith('$ '))?.slice(2);
  return { ...(command !== undefined && { command }), same: pairs('≈'), different: pairs('≠') };
}
