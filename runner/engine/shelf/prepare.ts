import { mkdirSync, rmSync } from 'node:fs';
import { generations } from '../../core/engine.ts';
import { message, UserError } from '../../core/message.ts';
import type { Progress } from '../../core/progress.ts';
import { runningSandboxes } from '../sandbox/abandoned.ts';
import { recipeOf } from '../sandbox/recipe.ts';
import { rootFolder, rootIsReady } from '../sandbox/roots.ts';
import { sandboxActions } from '../sandbox/set-up.ts';
import { mirrorPort, startSandbox } from '../sandbox/start.ts';
import { fetchTool, findTool, librariesOf, slirp } from '../sandbox/tools.ts';
import { buildImage } from './build.ts';
import { storageFolder, workFolder } from './folders.ts';
import { holdLock } from './lock.ts';
import { inBuildOrder, type Recipe } from './recipe.ts';
import { isStored, readRecord, writeRecord } from './records.ts';
import { registryBinary, registryCommand, registryTool, sweepStorage } from './registry.ts';
import { forgetOldVersions, keepVersion, putInPlace } from './versions.ts';

/** What has to be built for these recipes, bases first; what is stored and unchanged is left out. */
export function missingRecipes(recipes: readonly Recipe[]): readonly Recipe[] {
  return inBuildOrder(recipes.filter((recipe) => !isStored(recipe))).filter((recipe) => !isStored(recipe));
}

/**
 * Builds what is missing, in the order of need, each stored as soon as it is built: what an interruption leaves is used
 * the next time.
 *
 * While another tutor builds, its end is waited for.
 *
 * @throws UserError where a build fails.
 */
export async function prepareShelf(
  recipes: readonly Recipe[],
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  await prepareTools(progress, signal);
  const release = await holdLock(progress, signal);
  try {
    putInPlace(recipes);
    const missing = missingRecipes(recipes);
    const replaced = missing.some(({ reference }) => readRecord(reference) !== null);
    if (missing.length > 0) await buildAll(missing, progress, signal);
    // A sandbox that runs may still be pulling what was replaced; then the next preparation removes it.
    const binary = registryBinary();
    if (replaced && binary !== null && runningSandboxes().length === 0) {
      forgetOldVersions();
      await sweepStorage(binary, storageFolder());
    }
  } finally {
    release();
  }
}

/** The registry's program, and a sandbox to build in. */
async function prepareTools(progress: Progress, signal?: AbortSignal): Promise<void> {
  if (registryBinary() === null) await fetchTool(registryTool, signal);
  if (builders.some(rootIsReady)) return;
  for (const action of await sandboxActions(builder)) await action.run(progress, signal);
}

/** Of what is stored, nothing may hang on where an upstream Docker came from: the images of Debian's are the same anywhere. */
const builders = generations.filter((generation) => recipeOf(generation).upstream === undefined);

/** The generation that builds the shelf's images where none is prepared. */
export const builder = builders.at(-1) ?? generations[0];

async function buildAll(missing: readonly Recipe[], progress: Progress, signal?: AbortSignal): Promise<void> {
  rmSync(workFolder(), { recursive: true, force: true });
  mkdirSync(workFolder(), { recursive: true });
  const total = missing.reduce((sum, recipe) => sum + weightOf(recipe), 0);
  const bench = await openBench(signal);
  let done = 0;
  try {
    for (const [index, recipe] of missing.entries()) {
      const item = { at: index + 1, count: missing.length, megabytes: recipe.megabytes };
      progress({ what: recipe.reference, done, total, item });
      signal?.throwIfAborted();
      keepVersion(recipe.reference);
      writeRecord(await buildImage(recipe, bench));
      keepVersion(recipe.reference);
      done += weightOf(recipe);
    }
    progress({ what: missing.at(-1)?.reference ?? '', done, total });
  } finally {
    await bench.engine.stop();
  }
}

/** An image takes a few seconds however small it is. */
function weightOf({ megabytes }: Recipe): number {
  return megabytes + 20;
}

async function openBench(signal?: AbortSignal) {
  const generation = builders.filter(rootIsReady).at(-1) ?? builder;
  const [binary, tool] = [registryBinary(), findTool(slirp)];
  if (binary === null || tool === null) throw new UserError(message('not-prepared', { generation }));
  const setting = { storage: storageFolder(), mode: 'write', port: mirrorPort } as const;
  const mirror = { argv: registryCommand(binary, setting), standIns: [] };
  const parts = { generation, rootfs: rootFolder(generation), slirp: tool.path, libraries: librariesOf(tool), mirror };
  const engine = await startSandbox(parts, {}, signal);
  return { engine, registry: `127.0.0.1:${mirrorPort}` };
}
