import { stripVTControlCharacters } from 'node:util';

/**
 * Removes what was typed from the beginning of what a program showed: its prompt, the echo of the line, and the end of
 * that line. Line editors wrap long lines in ways of their own, so white space is not compared.
 *
 * @param text what is on the screen from the prompt on.
 * @returns the rest; `text` without its first line where the echo cannot be found.
 */
export function withoutEcho(lines: readonly string[], prompt: string, typed: string): readonly string[] {
  const wanted = (prompt + typed).replace(/\s+/g, '');
  let seen = 0;
  for (const [index, line] of lines.entries()) {
    const shown = line.replace(/\s+/g, '');
    if (!wanted.startsWith(shown, seen)) break;
    seen += shown.length;
    if (seen === wanted.length) return lines.slice(index + 1);
  }
  return lines.slice(1);
}

/** A line editor that breaks a line itself shows at least so many of its letters before it does. */
const fewestInRow = 8;
/** What goes on for longer without a newline is no echo. */
const longestEcho = 1 << 16;

/** What a program without marks shows of a line that is typed into it, as it comes: the line's end is where its output begins. */
export class TypedEcho {
  readonly #line: string;
  #shown: string | null = '';

  constructor(line: string) {
    this.#line = withoutBlanks(line);
  }

  /** What comes next, without what is still the echo. */
  without(text: string): string {
    if (this.#shown === null) return text;
    this.#shown += text;
    const shown = this.#shown;
    for (let end = shown.indexOf('\n'); end !== -1; end = shown.indexOf('\n', end + 1)) {
      if (this.#goesOnBehind(withoutBlanks(shown.slice(0, end)))) continue;
      this.#shown = null;
      return shown.slice(end + 1);
    }
    if (shown.length < longestEcho) return '';
    this.#shown = null;
    return shown;
  }

  /** Whether only a part of the line stands at the end of what was shown. */
  #goesOnBehind(shown: string): boolean {
    for (let length = this.#line.length - 1; length >= fewestInRow; length -= 1)
      if (shown.endsWith(this.#line.slice(0, length))) return !shown.endsWith(this.#line);
    return false;
  }
}

function withoutBlanks(text: string): string {
  return stripVTControlCharacters(text).replace(/[\s\0-\x1f]+/g, '');
}
