import { type LearnerWindow, later } from './window.ts';

export interface WalkOptions {
  /** How long the learner looks before they press a key. */
  readonly pauseMs: () => number;
  /** At this step the power goes; null: never. */
  readonly cutAt?: number | null;
}

/** How a chapter came out: what the last lines say. */
export type Counts = string;

const patienceMs = 180_000;

/**
 * Somebody who goes through a chapter with Enter, and with Ctrl-C where something goes on until then.
 *
 * @returns the counts at the end; null where the power went.
 */
export async function walk(window: LearnerWindow, { pauseMs, cutAt = null }: WalkOptions): Promise<Counts | null> {
  let ended = false;
  void window.exited.then(() => {
    ended = true;
  });
  let deadline = Date.now() + patienceMs;
  for (let before = ''; !ended; await later(80)) {
    if (Date.now() > deadline) throw new Error(`The chapter does not go on:\n${window.text}`);
    const { lastLine, text } = window;
    const asks = lastLine.startsWith('[Enter]');
    if (!(asks || lastLine.startsWith('It goes on until you end it')) || text === before) continue;
    if (asks && cutAt !== null && stepIn(text) >= cutAt) {
      await window.powerCut();
      return null;
    }
    await later(pauseMs());
    before = asks ? window.text : '';
    await window.press(asks ? '\r' : '\x03');
    deadline = Date.now() + patienceMs;
    // A key that was not heard yet is not pressed again.
    await later(200);
  }
  return countsIn(window.text);
}

/** `42 worked, 1 left out` of a run's last lines. */
export function countsIn(text: string): Counts {
  return (
    text.match(/\d+ (?:worked|not as the chapter shows|could not be run here|left out)(?:$|, .*)/gm)?.at(-1) ??
    text.slice(-500)
  );
}

function stepIn(text: string): number {
  return Number([...text.matchAll(/· step (\d+) of \d+/g)].at(-1)?.[1] ?? 0);
}
