import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The limit of a sandbox's memory where it was reached. Version 1 of the control groups keeps the most that was ever used,
 * files that were read among it: that alone ends nothing. Version 2 counts what was ended.
 *
 * @param procs files of the control groups in which the sandbox's processes are
 */
export function memoryUsedUp(procs: readonly string[]): number | null {
  for (const file of procs) {
    const folder = file.replace(/\/machine\/.*$/, '');
    const limit = numberIn(join(folder, 'memory.limit_in_bytes')) ?? numberIn(join(folder, 'memory.max'));
    if (limit === null) continue;
    const most = numberIn(join(folder, 'memory.max_usage_in_bytes'));
    if (most !== null ? most >= limit : endedIn(join(folder, 'memory.events')) > 0) return limit;
  }
  return null;
}

function numberIn(path: string): number | null {
  const found = existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : Number.NaN;
  return Number.isNaN(found) ? null : found;
}

function endedIn(path: string): number {
  return Number(/^oom_kill (\d+)$/m.exec(existsSync(path) ? readFileSync(path, 'utf8') : '')?.[1] ?? 0);
}
