import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '../core/engine.ts';

const lookEveryMs = 500;
const starting = ['docker', 'ps', '--quiet', '--filter', 'health=starting'] as const;

/**
 * Waits while Docker says of any container that its HEALTHCHECK has not told yet.
 *
 * @param ms longest wait.
 * @returns whether there was something to wait for, and it has come to an end.
 */
export async function healthTold(exec: Engine['exec'], ms: number, signal: AbortSignal): Promise<boolean> {
  const deadline = performance.now() + ms;
  let waited = false;
  while (await someStart(exec)) {
    waited = true;
    if (performance.now() + lookEveryMs > deadline || signal.aborted) return false;
    await pause(lookEveryMs, undefined, { signal }).catch(() => {});
  }
  return waited;
}

async function someStart(exec: Engine['exec']): Promise<boolean> {
  const { exitCode, stdout } = await exec(starting, { timeoutMs: 5000 });
  return exitCode === 0 && stdout.trim() !== '';
}
