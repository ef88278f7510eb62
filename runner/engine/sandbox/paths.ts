import { homedir } from 'node:os';
import { join } from 'node:path';

/** tutor's folder of things that are made once: `$XDG_CACHE_HOME/tutor`, else `~/.cache/tutor`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base = env.XDG_CACHE_HOME;
  return join(base?.startsWith('/') ? base : join(homedir(), '.cache'), 'tutor');
}

/**
 * tutor's folder of what runs leave behind: ledgers, last runs, reviews. `$TUTOR_STATE`, else the folder above; tests
 * have one of their own, and a user's is neither read nor written by them.
 */
export function stateFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env.TUTOR_STATE?.startsWith('/') ? env.TUTOR_STATE : cacheFolder(env);
}

/** Where each running sandbox has a folder of its own, named by its id. */
export function runFolder(): string {
  return join(cacheFolder(), 'run');
}
