import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cacheFolder, setupActions, startEngine } from '../../runner/engine/index.ts';
import { prepareInParts, readStandIns, shelfActions } from '../../runner/engine/shelf/index.ts';
import { scratchCache } from './scratch-cache.ts';

let cache: ReturnType<typeof scratchCache>;

/** The machine's prepared roots and programs, and a shelf on which nothing lies. */
beforeAll(async () => {
  for (const action of await setupActions({ kind: 'sandbox', generation: 28 })) await action.run(() => {});
  for (const action of await shelfActions(['hello-world'])) await action.run(() => {});
  const prepared = cacheFolder();
  cache = scratchCache();
  mkdirSync(cacheFolder());
  for (const part of ['roots', 'tools']) symlinkSync(join(prepared, part), join(cacheFolder(), part));
});
afterAll(() => cache?.remove());

test('a sandbox that runs serves an image that is built later, and calls it a stand-in', async () => {
  const engine = await startEngine({ kind: 'sandbox', generation: 28 }, { images: ['hello-world'] });
  try {
    const parts = prepareInParts([[], ['hello-world']]);
    const pull = () => engine.exec(['docker', 'run', '--rm', 'hello-world'], { timeoutMs: 120_000 });
    expect((await pull()).exitCode).not.toBe(0);
    expect(readStandIns()).toEqual([]);
    await parts.ready(1);
    expect(await pull()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Hello from Docker!') });
    expect(engine.standIns).toEqual(['hello-world:latest']);
    await parts.end();
  } finally {
    await engine.stop();
  }
});
