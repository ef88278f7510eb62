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
/** One that says that it is ending may take as long as Docker gives a container, and some. */
const endingMs = 12_000;
const ending = /gracefully|stopping|shutting down|terminating|aborting|exiting/i;

/**
 * Ends what runs in the foreground as a person does: Ctrl-C up to three times (the docker client gives up after three),
 * then Ctrl-\.
 *
 * @param text what was shown since Ctrl-C was pressed.
 * @param wait resolves to the event that shows that a prompt is back, or null after `ms`.
 */
export async function interrupt(
  terminal: Terminal,
  wait: (ms: number) => Promise<TerminalEvent | null>,
  text: () => Promise<string>,
): Promise<Interrupted> {
  for (let presses = 1; presses <= 3; presses += 1) {
    terminal.send(keys.interrupt);
    const event = (await wait(silentMs)) ?? (ending.test(await text()) ? await wait(endingMs) : null);
    if (event) return { event, presses };
  }
  terminal.send(keys.quit);
  return { event: await wait(silentMs), presses: 3 };
}
