import { removeAbandoned } from './sandbox/abandoned.ts';

/**
 * Removes what a killed tutor left behind. Called at the start of every command: a look into one folder when nothing is
 * there.
 */
export async function cleanAbandoned(): Promise<void> {
  removeAbandoned();
}
