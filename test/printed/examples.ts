/** The examples of a form, one a line. */
export function linesOf(examples: string): readonly string[] {
  return examples
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
