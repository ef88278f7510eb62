import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { because } from '../../core/message.ts';
import { type Progress, silent } from '../../core/progress.ts';
import { isAlive } from '../is-alive.ts';
import { shelfFolder } from './folders.ts';

const pauseMs = 300;
const crashedAfterMs = 2000;

/**
 * Keeps other processes from writing to the shelf until the returned function is called; waits while another one holds
 * the lock. A lock whose holder no longer runs counts for nothing.
 *
 * @throws the signal's reason when it is aborted meanwhile.
 */
export async function holdLock(progress: Progress = silent, signal?: AbortSignal): Promise<() => void> {
  const path = join(shelfFolder(), 'lock');
  mkdirSync(shelfFolder(), { recursive: true });
  while (!take(path)) {
    const holder = readHolder(path);
    if (holder === null ? isOld(path) : !isAlive(holder)) rmSync(path, { force: true });
    else if (holder === null) await sleep(1);
    else {
      progress({ what: because('progress-waits', { pid: holder }), done: 0, total: null });
      await sleep(pauseMs, undefined, signal === undefined ? {} : { signal });
    }
  }
  return () => rmSync(path, { force: true });
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Null where there is no lock any more, or its holder has not written its number yet. */
function readHolder(path: string): number | null {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10) || null;
  } catch {
    return null;
  }
}

/** Whoever made a lock writes its number at once; one that stays empty is what a crash has left. */
function isOld(path: string): boolean {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - made > crashedAfterMs;
}
