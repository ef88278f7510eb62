import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type Message, message, UserError } from '../core/message.ts';
import { type Entry, findLedgers, readLedger } from './host/ledger.ts';
import { removeRun } from './host/removal.ts';
import { isRunning, removeAbandoned } from './sandbox/abandoned.ts';
import { removeAbandonedScratch } from './scratch.ts';

/** What became of a run that its tutor did not end. */
export interface Cleaned {
  readonly id: string;
  /** What could not be removed, or why nothing could; empty where all is gone. */
  readonly left: readonly (Message | string)[];
}

/**
 * Removes what a killed tutor left behind: sandboxes, and what its run made on the host's engine. Called at the start of
 * every command: a look into three folders when nothing is there.
 *
 * @param everything also what a run was told to keep
 */
export async function cleanAbandoned(everything = false): Promise<readonly Cleaned[]> {
  removeAbandonedScratch();
  const sandboxes = removeAbandoned().map((id) => ({ id, left: [] }));
  const runs: Cleaned[] = [];
  for (const path of findLedgers()) {
    const id = basename(path, '.jsonl');
    const entries = tryToRead(path);
    if (entries === null) {
      // Its run may have ended meanwhile.
      if (everything && existsSync(path)) runs.push({ id, left: [message('ledger-unreadable', { path })] });
    } else if (isAbandoned(entries, everything)) runs.push({ id, left: await tryToRemove(path) });
  }
  return [...sandboxes, ...runs];
}

/** Null for a ledger in a form that another version of tutor writes: that version is to remove what is in it. */
function tryToRead(path: string): readonly Entry[] | null {
  try {
    return readLedger(path);
  } catch {
    return null;
  }
}

function isAbandoned(entries: readonly Entry[], everything: boolean): boolean {
  const began = entries.find((entry) => entry.what === 'began');
  const ended = entries.some((entry) => entry.what === 'ended');
  if (began !== undefined && !ended && isRunning(began.owner)) return false;
  return everything || !entries.some((entry) => entry.what === 'kept');
}

/** An engine that does not answer now may answer the next command; its ledger stays. */
async function tryToRemove(path: string): Promise<Cleaned['left']> {
  try {
    return await removeRun(path);
  } catch (error) {
    if (error instanceof UserError) return [error.details];
    throw error;
  }
}
