import { readdirSync, readFileSync } from 'node:fs';

/**
 * Ends every process of a run that is still there (a server in the background, a client that lost its engine). They are
 * known by their HOME, which no other process has. Linux only: elsewhere they are left.
 */
export function endProcesses(home: string): void {
  for (const pid of processesWith(`HOME=${home}\0`)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

function processesWith(variable: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && environmentOf(pid).includes(variable));
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    // Ended, or somebody else's.
    return '';
  }
}
