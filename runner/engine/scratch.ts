import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, ownerLine } from './sandbox/abandoned.ts';
import { stateFolder } from './sandbox/paths.ts';

/**
 * Makes an empty folder for as long as this process needs it. Whoever makes it removes it; after a kill the next command
 * does, because its name says whose it is.
 */
export function makeScratch(): string {
  const parent = scratchFolder();
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `${ownerLine(process.pid).replace(' ', '-')}-`));
}

/** Removes the folders of processes that run no more. */
export function removeAbandonedScratch(): void {
  for (const name of namesIn(scratchFolder())) {
    const [pid = '', startTime = ''] = name.split('-');
    if (!isRunning(`${pid} ${startTime}`)) rmSync(join(scratchFolder(), name), { recursive: true, force: true });
  }
}

function scratchFolder(): string {
  return join(stateFolder(), 'scratch');
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
