/** Exit code of a run that was interrupted. */
const interruptedExit = 130;

/** One Ctrl-C under npx arrives twice: from the terminal, and passed on by npx. */
const sameKeyMs = 300;

/** How long the clean-up after a fault may take. */
const cleanUpMs = 30_000;

/**
 * Ctrl-C, SIGTERM and SIGHUP. As long as nobody has asked for the signal, there is nothing to clean up, and each of them
 * ends the process at once, whatever it computes or waits for: JavaScript hears no signal while it is busy.
 */
export class Interruption {
  readonly exitCode = interruptedExit;
  readonly #host: NodeJS.Process;
  readonly #stop = new AbortController();
  readonly #names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  #listening = false;
  #hungUp = false;
  #lent: (() => void) | null = null;
  #at = 0;

  constructor(host: NodeJS.Process) {
    this.#host = host;
  }

  /** Aborted by the first of them, from now on. */
  get signal(): AbortSignal {
    if (!this.#listening) for (const name of this.#names) this.#host.on(name, this.#hear);
    this.#listening = true;
    return this.#stop.signal;
  }

  /**
   * All is cleaned up, for now: until somebody asks for the signal again, each of them ends the process at once. A
   * chapter may take long to read.
   */
  rest(): void {
    for (const name of this.#names) this.#host.off(name, this.#hear);
    this.#listening = false;
  }

  /** Ctrl-C is heard by somebody else, as long as they want it; null: no longer. */
  lend(listener: (() => void) | null): void {
    this.#lent = listener;
  }

  get happened(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Something went wrong where nobody waits for it: what runs is ended as after a Ctrl-C. */
  end(): void {
    this.#stop.abort();
    setTimeout(() => this.#host.exit(), cleanUpMs).unref();
  }

  /** Listens no longer. A terminal that was closed is no longer there to be left tidy, which Node.js would insist on. */
  close(): void {
    this.rest();
    if (this.#hungUp) this.#host.kill(this.#host.pid, 'SIGHUP');
  }

  readonly #hear = (name: NodeJS.Signals): void => {
    if (name === 'SIGINT' && this.#lent !== null && !this.happened) {
      this.#lent();
      return;
    }
    this.#hungUp ||= name === 'SIGHUP';
    // The second one ends at once: whoever presses Ctrl-C twice does not want to wait for a clean-up.
    if (this.happened && performance.now() - this.#at > sameKeyMs) this.#host.exit(interruptedExit);
    if (!this.happened) this.#at = performance.now();
    this.#stop.abort();
  };
}
