import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, setupActions } from '../../runner/engine/index.ts';
import { shelfActions } from '../../runner/engine/shelf/index.ts';
import { scratchCache } from './scratch-cache.ts';

/** The machine's prepared root of sandbox:28 and its programs, and a shelf on which nothing lies. */
export async function emptyShelf(): Promise<ReturnType<typeof scratchCache>> {
  for (const action of await setupActions({ kind: 'sandbox', generation: 28 })) await action.run(() => {});
  for (const action of await shelfActions(['hello-world'])) await action.run(() => {});
  const prepared = cacheFolder();
  const cache = scratchCache();
  mkdirSync(cacheFolder());
  for (const part of ['roots', 'tools']) symlinkSync(join(prepared, part), join(cacheFolder(), part));
  return cache;
}
