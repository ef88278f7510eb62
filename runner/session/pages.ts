/** The line at the foot of a pager's screen, as `less`, `more` and `man` write it. */
const status = /^:$|\(END\)|^--More--|^lines \d+-\d+|^ ?Manual page /;

/** What a program that fills the screen has shown, page after page. */
export class Pages {
  #turned: readonly string[] = [];
  #page: readonly string[] = [];

  /**
   * Takes what fills the screen now; nothing where it is empty.
   *
   * @param command what was typed: at first the foot may name its file.
   */
  show(screen: string, command: string): void {
    if (screen === '') return;
    const page = contentOf(screen.split('\n'), command);
    // A short text stands at the foot of the screen.
    const from = this.#turned.length > 0 ? 0 : page.findIndex((line) => line !== '');
    this.#page = page.slice(Math.max(0, from));
  }

  /** The next page is to come. */
  turn(): void {
    this.#turned = this.lines;
    this.#page = [];
  }

  /** The last page begins with lines of the one before it, to be full: they are shown once. */
  get lines(): readonly string[] {
    const [turned, page] = [this.#turned, this.#page];
    for (let count = Math.min(turned.length, page.length); count > 0; count -= 1) {
      const end = turned.slice(-count);
      if (end.every((line, index) => line === page[index])) return [...turned, ...page.slice(count)];
    }
    return [...turned, ...page];
  }
}

/** Without the status, and without the tildes that `less` writes below the end. */
function contentOf(lines: readonly string[], command: string): readonly string[] {
  const foot = lines.at(-1) ?? '';
  if (!status.test(foot) && !(foot !== '' && command.endsWith(` ${foot}`))) return lines;
  const end = lines.slice(0, -1).findLastIndex((line) => line !== '~' && line !== '');
  return lines.slice(0, end + 1);
}
