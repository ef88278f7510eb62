/** Most that is kept of a terminal, for a page that is opened later; in characters. */
const most = 1 << 19;

/** What each terminal has shown so far. */
export class Screens {
  readonly #shown = new Map<number, string>();

  /** Number and text of each terminal, in the order in which they were opened. */
  get all(): readonly (readonly [number, string])[] {
    return [...this.#shown];
  }

  add(terminal: number, text: string): void {
    const all = (this.#shown.get(terminal) ?? '') + text;
    this.#shown.set(terminal, all.length <= most ? all : all.slice(all.indexOf('\n', all.length - most) + 1));
  }

  clear(): void {
    this.#shown.clear();
  }
}
