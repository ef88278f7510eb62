import { keys } from './keys.ts';
import type { Terminal } from './terminal.ts';
import type { TerminalEvent } from './terminal-event.ts';

/**
 * What is pressed to end a program: some clients take Ctrl-C for a character of the password that they ask for, and a
 * container's `cat` knows only the end of its input.
 */
const ways = {
  running: [keys.interrupt, keys.interrupt, keys.interrupt],
  readsInput: [keys.interrupt, keys.endOfFile, keys.interrupt, keys.interrupt],
  asksForSecret: [keys.interrupt, keys.enter, keys.interrupt],
} as const;

/** What a program is doing when it is ended. */
export type Doing = keyof typeof ways;

/** How a program was ended, and where the terminal is now. */
export interface Interrupted {
  /** The event that showed its end; null: it does not end. */
  readonly event: TerminalEvent | null;
  /** So many keys were pressed. */
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
 * @param at what the program is doing.
 * @param text what was shown since Ctrl-C was pressed.
 * @param wait resolves to the event that shows that a prompt is back, or null after `ms`.
 */
export async function interrupt(
  terminal: Terminal,
  at: Doing,
  wait: (ms: number) => Promise<TerminalEvent | null>,
  text: () => Promise<string>,
): Promise<Interrupted> {
  for (const [index, key] of ways[at].entries()) {
    terminal.send(key);
    const event = (await wait(silentMs)) ?? (ending.test(await text()) ? await wait(endingMs) : null);
    if (event) return { event, presses: index + 1 };
  }
  terminal.send(keys.quit);
  return { event: await wait(silentMs), presses: ways[at].length };
}
