import { readFileSync } from 'node:fs';

/** The examples of a form, one a line. */
export function linesOf(examples: string): readonly string[] {
  return examples
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Lines as they are printed, from a file beside the tests: indented below the name of what they are of. */
export function examplesIn(file: string): readonly (readonly [name: string, line: string])[] {
  let name = '';
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line): (readonly [string, string])[] => {
      if (line.startsWith(' ')) return [[name, line.trim()]];
      name = line;
      return [];
    });
}
