import { keys } from './keys.ts';

/** What ends or stops a program whether it reads or not. */
const immediate: readonly string[] = [keys.interrupt, keys.quit];

/**
 * The person at the keyboard while a step is running. What they press before the program reads is kept for it, and
 * dropped when the step ends: it must not be taken for the beginning of the next command.
 */
export class Attendant {
  readonly #send: (keys: string) => void;
  #held = '';
  #running = false;
  #reads = false;
  #interrupted = false;

  constructor(send: (keys: string) => void) {
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

  /** The program waits for its reader, who is there. */
  answers(): true {
    if (!this.#reads && this.#held !== '') this.#send(this.#held);
    this.#held = '';
    this.#reads = true;
    return true;
  }
}
