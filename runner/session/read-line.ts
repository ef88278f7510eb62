/** What readline prints when it has read a line. */
const pasteOff = '\x1b[?2004l\r';
const most = 1 << 20;

/** What a marked shell shows from its prompt until its output begins: the echo of the line, drawn by its line editor. */
export class ReadLine {
  #text = '';

  add(text: string): void {
    this.#text = (this.#text + text).slice(-most);
  }

  clear(): void {
    this.#text = '';
  }

  /** Whether the shell has not read the line yet: its prompt was only drawn again, as when the window is resized. */
  get unread(): boolean {
    return !this.#text.includes('\n') && !this.#text.includes(pasteOff);
  }

  /** Whether a line was shown, and this is the last one. */
  endsWith(line: string): boolean {
    return this.#text.includes('\n') && this.#text.trimEnd().endsWith(line);
  }

  /**
   * No output was marked (a syntax error, a comment): what follows readline's last line is output all the same.
   *
   * @param blind the shell shows no echo: without readline's sign, all is output.
   */
  output(blind: boolean): string {
    const at = this.#text.lastIndexOf(pasteOff);
    if (at !== -1) return this.#text.slice(at + pasteOff.length);
    return blind ? this.#text : this.#text.slice(this.#text.indexOf('\n') + 1);
  }
}
