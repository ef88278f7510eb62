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
