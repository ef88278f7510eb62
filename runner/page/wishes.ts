import type { FromPage } from './model.ts';

/** What the pages ask for, in its order. */
export class Wishes {
  readonly #waiting: FromPage[] = [];
  #wake: () => void = () => {};

  add(wish: FromPage): void {
    this.#waiting.push(wish);
    this.#wake();
  }

  clear(): void {
    this.#waiting.length = 0;
  }

  /** What is going on is not gone on with: the reader begins anew. */
  get holdsReset(): boolean {
    return this.#waiting.some(({ type }) => type === 'reset');
  }

  /** Waits for what a page asks for; null where `signal` ends it. */
  async next(signal: AbortSignal): Promise<FromPage | null> {
    const end = () => this.#wake();
    signal.addEventListener('abort', end, { once: true });
    while (this.#waiting.length === 0 && !signal.aborted)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    signal.removeEventListener('abort', end);
    return signal.aborted ? null : (this.#waiting.shift() ?? null);
  }
}
