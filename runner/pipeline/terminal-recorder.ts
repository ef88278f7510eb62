import type { Recording } from '../core/recording.ts';

/** Most that is kept of a chapter, in characters: a replay is to be watched, and stands in a file that is sent around. */
const most = 4 << 20;
/** What comes within this time was seen at once. */
const momentMs = 25;

/** Keeps what the terminals of a chapter show, with its times. */
export class TerminalRecorder {
  readonly #size: { readonly columns: number; readonly rows: number };
  readonly #shown: [number, number, string][] = [];
  readonly #steps: [number, number][] = [];
  readonly #startedAt = performance.now();
  #length = 0;

  constructor(size: { readonly columns: number; readonly rows: number }) {
    this.#size = size;
  }

  show(text: string, terminal: number): void {
    this.#length += text.length;
    if (this.#length > most) return;
    const at = this.#now;
    const last = this.#shown.at(-1);
    if (last !== undefined && last[1] === terminal && at - last[0] < momentMs) last[2] += text;
    else this.#shown.push([at, terminal, text]);
  }

  /** A step begins. */
  step(index: number): void {
    this.#steps.push([index, this.#now]);
  }

  get recording(): Recording {
    return { ...this.#size, shown: this.#shown, steps: this.#steps };
  }

  get #now(): number {
    return Math.round(performance.now() - this.#startedAt);
  }
}
