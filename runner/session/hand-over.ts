import { keys } from './keys.ts';
import type { Place } from './place.ts';
import { prompted } from './prompted.ts';
import type { HandOver } from './types.ts';

/** A prompt comes back within this time where nothing else is in the foreground. */
const promptMs = 1500;

export interface HandOverOptions {
  /** The terminal was taken back at a prompt; its folder where the shell says it. */
  onLeave(cwd: string | null): Promise<void>;
  /** Its shell has ended. */
  onEnd(): Promise<void>;
}

/** Gives a terminal to the person at the keyboard, from the prompt at which it is. */
export function handOver(place: Place, { onLeave, onEnd }: HandOverOptions): HandOver {
  const { terminal, programs } = place;
  terminal.begin('text', '');
  terminal.showsAll = true;
  terminal.send(keys.enter);
  let taking = false;
  let over = false;
  const ended = (async () => {
    for (;;) {
      if (over) return;
      if (taking) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      const event = await terminal.next(200);
      if (event.kind === 'prompt') programs.backTo(event.program);
      if (event.kind !== 'closed' && event.kind !== 'stopped') continue;
      over = true;
      terminal.showsAll = false;
      await onEnd();
      return;
    }
  })();
  return {
    press: (pressed) => {
      if (!over) terminal.send(pressed);
    },
    ended,
    async takeBack() {
      if (over) return true;
      taking = true;
      terminal.showsAll = false;
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
