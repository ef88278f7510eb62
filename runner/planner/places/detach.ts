import type { Draft, DraftCommand } from '../draft.ts';
import { detachKeys } from '../transcript/keys.ts';
import { remarksBefore, turnOf } from '../transcript/turns.ts';

/**
 * Whether the words in front of a command tell the reader to let go of the container that is open, so that it runs on:
 * those above the block, or a remark in it.
 */
export function isDetachedBefore({ commands, entries, view }: Draft, { entry, into }: DraftCommand): boolean {
  if (into !== 'shell') return false;
  const above = commands[0]?.entry === entry ? view.between.map(({ text }) => text) : [];
  return tellsToDetach([...above, ...remarksBefore(turnOf(entries, entry))].join('\n'));
}

/** The keys, and no `exit` behind them: what is said last is what the reader does. */
export function tellsToDetach(words: string): boolean {
  const last = words.split(detachKeys).at(-1) ?? words;
  return last !== words && !last.includes('`exit`');
}
