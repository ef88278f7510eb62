import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../is-alive.ts';
import { removeControlGroups } from './cgroups.ts';
import { runFolder } from './paths.ts';

/** Ids of the sandboxes that have a folder, whether somebody still owns them or not. */
export function runningSandboxes(): readonly string[] {
  try {
    return readdirSync(runFolder());
  } catch {
    return [];
  }
}

/**
 * Removes what a killed tutor left: its sandboxes died with it, so what remains are folders and control groups.
 *
 * @returns ids of the sandboxes that were removed.
 */
export function removeAbandoned(): readonly string[] {
  return runningSandboxes().filter((id) => {
    const folder = join(runFolder(), id);
    if (isOwned(folder)) return false;
    removeControlGroups(id);
    rmSync(folder, { recursive: true, force: true });
    return true;
  });
}

/** Written by the supervisor's owner: process number and start time, because numbers are used again. */
export function ownerLine(pid: number): string {
  return `${pid} ${startTime(pid) ?? ''}`;
}

/** Whether the process of an owner's line still runs. */
export function isRunning(owner: string): boolean {
  const pid = Number(owner.split(' ')[0]);
  // Where there is no /proc, the number alone has to do.
  return owner === ownerLine(pid) && (process.platform === 'linux' || isAlive(pid));
}

function isOwned(folder: string): boolean {
  try {
    return isRunning(readFileSync(join(folder, 'owner'), 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Field 22 of /proc/PID/stat (proc(5)), counted after the name, which may hold spaces; null where nobody has the number,
 * or a process that has ended and of which its parent takes no notice (state Z).
 */
export function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
