import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Generation, generations } from '../core/engine.ts';
import { message, UserError } from '../core/message.ts';
import { run } from './exec.ts';
import { runningSandboxes } from './sandbox/abandoned.ts';
import { cacheFolder } from './sandbox/paths.ts';
import { rootFolder, rootIsReady } from './sandbox/roots.ts';
import { systemPath } from './sandbox/tools.ts';

/** What is there of a sandbox's generation. */
export interface Prepared {
  readonly generation: Generation;
  readonly ready: boolean;
  readonly folder: string;
  /** Space that it takes in tutor's cache, outdated versions included. */
  readonly bytes: number;
}

/** What is prepared, by generation. */
export function listPrepared(): Promise<readonly Prepared[]> {
  return Promise.all(
    generations.map(async (generation) => ({
      generation,
      ready: rootIsReady(generation),
      folder: rootFolder(generation),
      bytes: await spaceOf(rootsOf(generation)),
    })),
  );
}

/**
 * Frees the space of the given generations; of everything else that set-up fetched too, once none is left.
 *
 * @returns the bytes that were freed.
 * @throws UserError while a sandbox runs: it stands on these files.
 */
export async function removePrepared(which: readonly Generation[]): Promise<number> {
  const running = runningSandboxes().length;
  if (running > 0) throw new UserError(message('sandboxes-run', { count: running }));
  const roots = which.flatMap(rootsOf);
  const last = generations.every((one) => which.includes(one) || rootsOf(one).length === 0);
  const rest = ['tools', 'packages', 'run', 'roots'].map((name) => join(cacheFolder(), name));
  const doomed = [...roots, ...(last ? rest : [])].filter((path) => existsSync(path));
  const bytes = await spaceOf(doomed);
  for (const path of doomed) rmSync(path, { recursive: true, force: true });
  return bytes;
}

function rootsOf(generation: Generation): readonly string[] {
  const folder = join(cacheFolder(), 'roots');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.startsWith(`${generation}-`)).map((name) => join(folder, name));
}

async function spaceOf(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) return 0;
  const counted = await run({ file: 'du', args: ['-scB1', ...paths], env: { PATH: systemPath } });
  return Number(/^(\d+)\ttotal$/m.exec(counted.stdout)?.[1] ?? 0);
}
