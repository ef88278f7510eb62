import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EngineSpec, type Generation, generations } from '../core/engine.ts';
import { message, UserError } from '../core/message.ts';
import { listDind, removeDind } from './dind/images.ts';
import { run } from './exec.ts';
import { runningSandboxes } from './sandbox/abandoned.ts';
import { cacheFolder } from './sandbox/paths.ts';
import { rootFolder, rootIsReady } from './sandbox/roots.ts';
import { systemPath } from './sandbox/tools.ts';

/** An engine that is made for one chapter and thrown away. */
export type ThrowAway = Exclude<EngineSpec, { kind: 'host' }>;

/** What is there of a throw-away engine's generation. */
export interface Prepared {
  readonly kind: ThrowAway['kind'];
  readonly generation: Generation;
  readonly ready: boolean;
  /** Where it lies in tutor's cache; null for an image on the user's engine. */
  readonly folder: string | null;
  /** Space that it takes, outdated versions included. */
  readonly bytes: number;
}

/** What is prepared: sandboxes, and, where an engine answers, the images on it. */
export async function listPrepared(): Promise<readonly Prepared[]> {
  const sandboxes = generations.map(async (generation) => ({
    kind: 'sandbox' as const,
    generation,
    ready: rootIsReady(generation),
    folder: rootFolder(generation),
    bytes: await spaceOf(placesOf(generation)),
  }));
  const images = ((await listDind()) ?? []).map((one) => ({ kind: 'dind' as const, folder: null, ...one }));
  return [...(await Promise.all(sandboxes)), ...images];
}

/**
 * Frees the space of the given engines; of everything else that set-up fetched too, once no sandbox's is left.
 *
 * @returns the bytes that were freed.
 * @throws UserError while a sandbox runs: it stands on these files.
 */
export async function removePrepared(which: readonly ThrowAway[]): Promise<number> {
  const of = (kind: ThrowAway['kind']) => which.filter((one) => one.kind === kind).map(({ generation }) => generation);
  const [roots, images] = [of('sandbox'), of('dind')];
  return (roots.length > 0 ? await removeRoots(roots) : 0) + (images.length > 0 ? await removeDind(images) : 0);
}

async function removeRoots(which: readonly Generation[]): Promise<number> {
  const running = runningSandboxes().length;
  if (running > 0) throw new UserError(message('sandboxes-run', { count: running }));
  const roots = which.flatMap(placesOf);
  const last = generations.every((one) => which.includes(one) || placesOf(one).length === 0);
  const rest = ['tools', 'packages', 'run', 'roots', 'docker'].map((name) => join(cacheFolder(), name));
  const doomed = [...roots, ...(last ? rest : [])].filter((path) => existsSync(path));
  const bytes = await spaceOf(doomed);
  for (const path of doomed) rmSync(path, { recursive: true, force: true });
  return bytes;
}

/** Its root file systems, and what was built for them. */
function placesOf(generation: Generation): readonly string[] {
  const under = (folder: string, start: string) => {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names.filter((name) => name.startsWith(start)).map((name) => join(folder, name));
  };
  return [
    ...under(join(cacheFolder(), 'roots'), `${generation}-`),
    ...under(join(cacheFolder(), 'docker'), `${generation}.`),
  ];
}

async function spaceOf(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) return 0;
  const counted = await run({ file: 'du', args: ['-scB1', ...paths], env: { PATH: systemPath } });
  return Number(/^(\d+)\ttotal$/m.exec(counted.stdout)?.[1] ?? 0);
}
