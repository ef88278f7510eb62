import { setTimeout as pause } from 'node:timers/promises';
import { keys } from './keys.ts';
import type { Place } from './place.ts';
import { prompted } from './prompted.ts';
import type { HandOver } from './types.ts';

/** A prompt comes back within this time where nothing else is in the foreground. */
const promptMs = 1500;
/** The line editor has taken the line off the screen by then. */
const settleMs = 50;
/** What was typed last is shown by then; later it is another thing that is shown. */
const echoMs = 2000;

export interface HandOverOptions {
  /** The prompt is on their screen already. */
  readonly prompted: boolean;
  /** The terminal was taken back at a prompt; its folder where the shell says it. */
  onLeave(cwd: string | null): Promise<void>;
  /** Its shell has ended. */
  onEnd(): Promise<void>;
}

/** Gives a terminal to the person at the keyboard, from the prompt at which it is. */
export function handOver(place: Place, { prompted: isPrompted, onLeave, onEnd }: HandOverOptions): HandOver {
  const { terminal, programs } = place;
  const { showsAll } = terminal;
  const atPrompt = () => terminal.begin('text', `${programs.top.prompt} `);
  atPrompt();
  terminal.showsAll = true;
  if (!isPrompted) terminal.send(keys.enter);
  let taking = false;
  let over = false;
  let cwd: string | null = null;
  /** Letters since the last key that is none; null before the first key. */
  let letters: string | null = null;
  const shownLine = async () => {
    await terminal.capture.shown();
    const { prompt } = programs.top;
    const shown = terminal.capture.tail();
    return prompt !== '' && shown.startsWith(prompt) ? shown.slice(prompt.length).trim() : null;
  };
  const line = async () => {
    // Whoever types fast is ahead of what the shell shows.
    const until = performance.now() + echoMs;
    if (letters === '') await pause(settleMs);
    let shown = await shownLine();
    while (letters !== null && shown?.includes(letters.trim()) === false && performance.now() < until) {
      await pause(10);
      shown = await shownLine();
    }
    return shown;
  };
  const ended = (async () => {
    for (;;) {
      if (over) return;
      if (taking) {
        await pause(50);
        continue;
      }
      const event = await terminal.next(200);
      if (event.kind === 'prompt') {
        programs.backTo(event.program);
        if (event.program === 0) cwd = event.cwd;
        atPrompt();
      }
      if (event.kind !== 'closed' && event.kind !== 'stopped') continue;
      over = true;
      terminal.showsAll = showsAll;
      await onEnd();
      return;
    }
  })();
  return {
    press: (pressed) => {
      letters = /\p{Cc}/u.test(pressed) ? '' : (letters ?? '') + pressed;
      if (!over) terminal.send(pressed);
    },
    ended,
    line,
    async takeBack() {
      if (over) return true;
      taking = true;
      terminal.showsAll = showsAll;
      if (isPrompted && (await line()) !== null) {
        terminal.send(keys.killLine);
        await terminal.next(settleMs);
        over = true;
        await onLeave(cwd);
        return true;
      }
      terminal.begin('text', '');
      terminal.send(`${keys.killLine}${keys.enter}`);
      const event = await prompted(place, promptMs);
      if (event?.kind !== 'prompt') {
        taking = false;
        terminal.showsAll = true;
        return false;
      }
      over = true;
      programs.backTo(event.program);
      await onLeave(event.program === 0 ? event.cwd : null);
      return true;
    },
  };
}
