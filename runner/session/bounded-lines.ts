const mostLines = 2000;
const mostCharacters = 1 << 20;
const longestLine = 1 << 18;

/** What is kept of a long text. */
export interface KeptLines {
  readonly lines: readonly string[];
  readonly omitted: number;
  /** Number of lines before the omitted ones. */
  readonly omittedAfter: number;
}

/** Lines of an output of any length in bounded memory: the first 2,000 and the last 2,000, or a MiB each. */
export class BoundedLines {
  #head: string[] = [];
  #headCharacters = 0;
  #tail: string[] = [];
  #tailStart = 0;
  #tailCharacters = 0;
  #omitted = 0;

  /** Appends a line, cut at 256 Ki characters. */
  push(line: string): void {
    const kept = line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
    if (this.#tail.length === 0 && this.#head.length < mostLines && this.#headCharacters < mostCharacters) {
      this.#head.push(kept);
      this.#headCharacters += kept.length;
      return;
    }
    this.#tail.push(kept);
    this.#tailCharacters += kept.length;
    while (this.#tail.length - this.#tailStart > mostLines || this.#tailCharacters > mostCharacters) this.#drop();
  }

  /** Removes and returns the last lines, at most `count`. */
  takeLast(count: number): string[] {
    const kept = this.kept();
    const from = Math.max(kept.omitted > 0 ? kept.omittedAfter : 0, kept.lines.length - count);
    const taken = kept.lines.slice(from);
    if (taken.length === 0) return taken;
    if (from <= this.#head.length) {
      this.#tail = [];
      this.#tailStart = 0;
      this.#tailCharacters = 0;
      if (this.#omitted === 0) this.#head = this.#head.slice(0, from);
    } else {
      this.#tail.length -= taken.length;
      this.#tailCharacters -= taken.reduce((sum, line) => sum + line.length, 0);
    }
    return taken;
  }

  kept(): KeptLines {
    return {
      lines: [...this.#head, ...this.#tail.slice(this.#tailStart)],
      omitted: this.#omitted,
      omittedAfter: this.#head.length,
    };
  }

  #drop(): void {
    this.#tailCharacters -= this.#tail[this.#tailStart]?.length ?? 0;
    this.#tailStart += 1;
    this.#omitted += 1;
    if (this.#tailStart <= mostLines) return;
    this.#tail = this.#tail.slice(this.#tailStart);
    this.#tailStart = 0;
  }
}
