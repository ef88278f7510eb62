import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type Message, message, UserError } from '../core/message.ts';
import { addToLedger, type Entry, findLedgers, readLedger } from './host/ledger.ts';
import { forgetRun, removeRun } from './host/removal.ts';
import { isRunning, removeAbandoned } from './sandbox/abandoned.ts';
import { removeAbandonedScratch } from './scratch.ts';

/** What became of a run that its tutor did not end. */
export interface Cleaned {
  readonly id: string;
  /** What could not be removed, or why nothing could; empty where all is gone. */
  readonly left: readonly (Message | string)[];
  /** Its engine does not answer, and nobody waits for that any more. */
  readonly givenUp?: true;
}

/** Which runs to clean up. */
export interface CleanOptions {
  /** Also what a run was told to keep, and at once where an engine did not answer a moment ago. */
  readonly everything?: boolean;
  /** Ids of runs that are forgotten where their engine does not answer. */
  readonly giveUp?: readonly string[];
}

/** How long an engine that did not answer is left alone: each command would wait for it. */
const restMs = 10 * 60_000;

/**
 * Removes what a killed tutor left behind: sandboxes, and what its run made on the host's engine. Called at the start of
 * every command: a look into three folders when nothing is there.
 */
export async function cleanAbandoned({
  everything = false,
  giveUp = [],
}: CleanOptions = {}): Promise<readonly Cleaned[]> {
  removeAbandonedScratch();
  const sandboxes = removeAbandoned().map((id) => ({ id, left: [] }));
  const runs: Cleaned[] = [];
  for (const path of findLedgers()) {
    const id = basename(path, '.jsonl');
    const entries = tryToRead(path);
    if (entries === null) {
      // Its run may have ended meanwhile.
      if (everything && existsSync(path)) runs.push({ id, left: [message('ledger-unreadable', { path })] });
    } else if (isAbandoned(entries, everything)) runs.push({ id, ...(await tryToRemove(path, giveUp.includes(id))) });
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
  if (everything) return true;
  const triedAt = Math.max(0, ...entries.map((entry) => (entry.what === 'tried' ? entry.at : 0)));
  return Date.now() - triedAt > restMs && !entries.some((entry) => entry.what === 'kept');
}

/** An engine that does not answer now may answer later; its ledger stays. */
async function tryToRemove(path: string, giveUp: boolean): Promise<Omit<Cleaned, 'id'>> {
  try {
    return { left: await removeRun(path) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (giveUp) {
      forgetRun(path);
      return { left: [], givenUp: true };
    }
    addToLedger(path, { what: 'tried', at: Date.now() });
    return { left: [error.details] };
  }
}
