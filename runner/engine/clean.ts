import { basename } from 'node:path';
import { UserError } from '../core/message.ts';
import { findLedgers, readLedger } from './host/ledger.ts';
import { removeRun } from './host/removal.ts';
import { isRunning, removeAbandoned } from './sandbox/abandoned.ts';

/** What became of a run that its tutor did not end. */
export interface Cleaned {
  readonly id: string;
  /** What could not be removed, or why nothing could; empty where all is gone. */
  readonly left: readonly string[];
}

/**
 * Removes what a killed tutor left behind: sandboxes, and what its run made on the host's engine. Called at the start of
 * every command: a look into two folders when nothing is there.
 *
 * @param everything also what a run was told to keep
 */
export async function cleanAbandoned(everything = false): Promise<readonly Cleaned[]> {
  const sandboxes = removeAbandoned().map((id) => ({ id, left: [] }));
  const runs: Cleaned[] = [];
  for (const path of findLedgers().filter((ledger) => isAbandoned(ledger, everything))) {
    runs.push({ id: basename(path, '.jsonl'), left: await tryToRemove(path) });
  }
  return [...sandboxes, ...runs];
}

function isAbandoned(path: string, everything: boolean): boolean {
  const entries = readLedger(path);
  const began = entries.find((entry) => entry.what === 'began');
  const ended = entries.some((entry) => entry.what === 'ended');
  if (began !== undefined && !ended && isRunning(began.owner)) return false;
  return everything || !entries.some((entry) => entry.what === 'kept');
}

/** An engine that does not answer now may answer the next command; its ledger stays. */
async function tryToRemove(path: string): Promise<readonly string[]> {
  try {
    return await removeRun(path);
  } catch (error) {
    if (error instanceof UserError) return [error.message];
    throw error;
  }
}
