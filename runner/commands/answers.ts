import { createInterface, type Interface } from 'node:readline/promises';
import type { Io } from './verb.ts';

/** Lines that the reviewer types; the keyboard is given away while an editor has it. */
export class Answers {
  readonly #io: Io;
  #lines: Interface | null = null;
  #queue: AsyncIterator<string> | null = null;

  constructor(io: Io) {
    this.#io = io;
  }

  /** The next line; undefined where the input has ended. */
  async ask(question: string): Promise<string | undefined> {
    this.#io.stdout.write(question);
    this.#lines ??= createInterface({ input: this.#io.stdin, terminal: false });
    this.#queue ??= this.#lines[Symbol.asyncIterator]();
    const aborted = new Promise<never>((_, reject) => {
      this.#io.signal.addEventListener('abort', () => reject(this.#io.signal.reason), { once: true });
    });
    const { value, done } = await Promise.race([this.#queue.next(), aborted]);
    return done ? undefined : value;
  }

  async without<Result>(action: () => Promise<Result>): Promise<Result> {
    if (this.#io.stdin.isTTY) this.close();
    return action();
  }

  close(): void {
    this.#lines?.close();
    this.#lines = null;
    this.#queue = null;
  }
}
