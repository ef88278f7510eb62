/** The lines of a text, without their ends. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

/** A text without the end of its last line. */
export function withoutEnd(text: string): string {
  return text.replace(/\r?\n$/, '');
}

/** How many blanks a line begins with. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether a line begins with a blank. */
export function isIndented(line: string): boolean {
  return /^\s/.test(line);
}

/** Whether a line is nothing but a comment to a shell. */
export function isComment(line: string): boolean {
  return /^\s*#/.test(line);
}

/** Whether a line ends in a backslash, blanks behind it left out. */
export function endsInBackslash(line: string): boolean {
  return /\\\s*$/.test(line);
}

/** A text within a line, in which no two blanks stand together. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands between the wide gaps of a line: the cells of a row, mostly. */
export function stretchesOf(line: string): readonly Stretch[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index: start }) => ({
    text,
    start,
    end: start + text.length,
  }));
}

/** The cells of a row as programs print it: between them stand a tab, or two blanks and more. */
export function cellsOf(row: string): readonly string[] {
  return row.trim().split(/\s{2,}|\t/);
}
