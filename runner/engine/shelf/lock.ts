import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { message, UserError } from '../../core/message.ts';
import { shelfFolder } from './folders.ts';

/**
 * Keeps other processes from writing to the shelf until the returned function is called. A lock whose holder no longer
 * runs counts for nothing.
 *
 * @throws UserError where a running process holds it.
 */
export function holdLock(): () => void {
  const path = join(shelfFolder(), 'lock');
  mkdirSync(shelfFolder(), { recursive: true });
  const holder = readHolder(path);
  if (holder !== null && runs(holder)) throw new UserError(message('shelf-busy', { pid: holder }));
  rmSync(path, { force: true });
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
  } catch {
    throw new UserError(message('shelf-busy', { pid: readHolder(path) ?? 0 }));
  }
  return () => rmSync(path, { force: true });
}

function readHolder(path: string): number | null {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
