import type { Attended } from '../session/index.ts';
import type { Voice } from './voice.ts';

/** A step is waited for so long without a word about it. */
const silentMs = 4000;

/** The learner while a step is running: they see what it prints, and below that what is being waited for. */
export class Following implements Attended {
  readonly #voice: Voice;
  #live = false;

  constructor(voice: Voice) {
    this.#voice = voice;
  }

  isThere(): boolean {
    return this.#live;
  }

  onData(text: string): void {
    if (this.#live) this.#voice.screen.stream(text);
  }

  onRunsOn(): void {
    this.#voice.foot('guide-runs-on');
  }

  /** Shows what is printed while something lasts. */
  async watch<Result>(lasting: () => Promise<Result>): Promise<Result> {
    this.#live = true;
    try {
      return await lasting();
    } finally {
      this.#live = false;
      await this.#voice.screen.endStream();
      this.#voice.screen.clear();
    }
  }

  /** Shows what a step prints, and after a while for how long it has been running. */
  async step<Result>(running: () => Promise<Result>): Promise<Result> {
    const startedAt = performance.now();
    const { screen } = this.#voice;
    // What cannot be drawn over is not said every second.
    const everyMs = screen.plain ? 30_000 : 1000;
    const timer = setInterval(() => {
      const elapsedMs = performance.now() - startedAt;
      if (elapsedMs >= silentMs && !screen.hasFoot)
        this.#voice.hint('guide-running', { seconds: Math.floor(elapsedMs / 1000) });
    }, everyMs);
    try {
      return await this.watch(running);
    } finally {
      clearInterval(timer);
    }
  }
}
