import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = 10;

/**
 * Waits until a program listens on a port of 127.0.0.1 in the network of a process.
 *
 * @returns false where none does in time, or the process is gone.
 */
export async function listens(pid: number, port: number, patienceMs: number): Promise<boolean> {
  // proc(5): addresses in hexadecimal, the machine's byte order; 0A stands for listening.
  const line = new RegExp(`: 0100007F:${port.toString(16).toUpperCase().padStart(4, '0')} \\S+ 0A `);
  const until = performance.now() + patienceMs;
  do {
    try {
      if (line.test(readFileSync(`/proc/${pid}/net/tcp`, 'utf8'))) return true;
    } catch {
      return false;
    }
    await sleep(pauseMs);
  } while (performance.now() < until);
  return false;
}
