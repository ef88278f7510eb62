import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../runner/engine/index.ts';
import { prepareInParts, readStandIns } from '../../runner/engine/shelf/index.ts';
import { emptyShelf } from './empty-shelf.ts';

let cache: Awaited<ReturnType<typeof emptyShelf>>;

beforeAll(async () => {
  cache = await emptyShelf();
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
