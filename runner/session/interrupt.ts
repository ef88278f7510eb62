import { keys } from './keys.ts';
import type { Terminal, TerminalEvent } from './terminal.ts';

/** How a program was ended, and where the terminal is now. */
export interface Interrupted {
  /** The event that showed its end; null: it does not end. */
  readonly event: TerminalEvent | null;
  /** Ctrl-C was pressed so many times. */
  readonly presses: number;
}

/** A program that says nothing is asked again after this time, as a person would. */
const silentMs = 1000;
/** One that answers (`Gracefully stopping...`) may take as long as Docker gives a container. */
const busyMs = 12_000;

/**
 * Ends what runs in the foreground as a person does: Ctrl-C up to three times (the docker client gives up after three),
 * then Ctrl-\.
 *
 * @param wait resolves to the event that shows that a prompt is back, or null after `ms`.
 */
export async function interrupt(
  terminal: Terminal,
  wait: (ms: number) => Promise<TerminalEvent | null>,
): Promise<Interrupted> {
  for (let presses = 1; presses <= 3; presses += 1) {
    const pressedAt = performance.now();
    terminal.send(keys.interrupt);
    let event = await wait(silentMs);
    // The echo of Ctrl-C itself comes at once.
    while (event === null && terminal.lastDataAt > pressedAt + 50 && performance.now() < pressedAt + busyMs) {
      event = await wait(silentMs);
    }
    if (event) return { event, presses };
  }
  terminal.send(keys.quit);
  return { event: await wait(silentMs), presses: 3 };
}
