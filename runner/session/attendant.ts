import { keys } from './keys.ts';
import type { Attended } from './types.ts';

/** What ends or stops a program whether it reads or not. */
const immediate: readonly string[] = [keys.interrupt, keys.quit];

/**
 * The person at the keyboard while a step is running. What they press before the program reads is kept for it, and
 * dropped when the step ends: it must not be taken for the beginning of the next command.
 */
export class Attendant {
  readonly #send: (keys: string) => void;
  readonly #attended: Attended;
  #held = '';
  #running = false;
  #reads = false;
  #interrupted = false;

  constructor(attended: Attended, send: (keys: string) => void) {
    this.#attended = attended;
    this.#send = send;
  }

  /** Whether they have ended the running step. */
  get interrupted(): boolean {
    return this.#interrupted;
  }

  /** A step begins. */
  begin(): void {
    this.#held = '';
    this.#running = true;
    this.#reads = false;
    this.#interrupted = false;
  }

  /** The step has ended. */
  end(): void {
    this.#running = false;
  }

  press(pressed: string): void {
    if (!this.#running) return;
    if (immediate.includes(pressed)) {
      this.#interrupted ||= pressed === keys.interrupt;
      this.#held = '';
      this.#send(pressed);
    } else if (this.#reads) this.#send(pressed);
    else this.#held += pressed;
  }

  /** The program waits for its reader: whether they are there to answer. */
  answers(): boolean {
    if (!this.#attended.isThere()) return false;
    if (!this.#reads && this.#held !== '') this.#send(this.#held);
    this.#held = '';
    this.#reads = true;
    return true;
  }

  /** The program has shown what it shows and goes on until somebody ends it: whether its reader is there to do so. */
  ends(): boolean {
    if (!this.#attended.isThere()) return false;
    this.#attended.onRunsOn();
    return true;
  }
}
