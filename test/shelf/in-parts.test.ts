import { expect, test } from 'vitest';
import type { Progress } from '../../runner/core/progress.ts';
import { inParts } from '../../runner/engine/shelf/in-parts.ts';

/** Parts that are ready when the test says so. */
function slow() {
  const begun: string[] = [];
  const open = new Map<string, { resolve(): void; reject(error: Error): void }>();
  const prepare = (part: string, progress: Progress, ended: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      begun.push(part);
      progress({ what: part, done: 0, total: 1 });
      open.set(part, { resolve, reject });
      ended.addEventListener('abort', () => reject(ended.reason));
    });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { begun, open, prepare, settled };
}

test('a part is waited for, the next one is made meanwhile, and no further one', async () => {
  const { begun, open, prepare, settled } = slow();
  const parts = inParts(['one', 'two', 'three'], prepare);
  const first = parts.ready(0);
  await settled();
  expect(begun).toEqual(['one']);
  open.get('one')?.resolve();
  await first;
  await settled();
  expect(begun).toEqual(['one', 'two']);
  open.get('two')?.resolve();
  await settled();
  expect(begun).toEqual(['one', 'two']);
  await parts.ready(1);
  await settled();
  expect(begun).toEqual(['one', 'two', 'three']);
});

test('whoever goes further at once waits for all before, in order, and is told of each', async () => {
  const { begun, open, prepare, settled } = slow();
  const parts = inParts(['one', 'two', 'three'], prepare);
  const told: string[] = [];
  const work = parts.ready(1, ({ what }) => void told.push(String(what)));
  await settled();
  expect(begun).toEqual(['one']);
  open.get('one')?.resolve();
  await settled();
  open.get('two')?.resolve();
  await work;
  expect(told).toEqual(['one', 'two']);
});

test('whoever comes while one is being made is told how far it is', async () => {
  const { open, prepare, settled } = slow();
  const parts = inParts(['one', 'two'], prepare);
  const first = parts.ready(0);
  await settled();
  open.get('one')?.resolve();
  await first;
  await settled();
  const told: string[] = [];
  const work = parts.ready(1, ({ what }) => void told.push(String(what)));
  expect(told).toEqual(['two']);
  open.get('two')?.resolve();
  await work;
});

test('what fails behind the reader is said when they come to it, and tried again after that', async () => {
  const { begun, open, prepare, settled } = slow();
  const parts = inParts(['one', 'two'], prepare);
  const first = parts.ready(0);
  await settled();
  open.get('one')?.resolve();
  await first;
  await settled();
  const second = parts.ready(1);
  open.get('two')?.reject(new Error('no room'));
  await expect(second).rejects.toThrow('no room');
  const again = parts.ready(1);
  await settled();
  open.get('two')?.resolve();
  await again;
  expect(begun).toEqual(['one', 'two', 'two']);
});

test('the end ends what is being made, and nothing begins after it', async () => {
  const { begun, open, prepare, settled } = slow();
  const parts = inParts(['one', 'two'], prepare);
  const first = parts.ready(0);
  await settled();
  open.get('one')?.resolve();
  await first;
  await settled();
  expect(begun).toEqual(['one', 'two']);
  await parts.end();
  await expect(parts.ready(1)).rejects.toThrow();
  expect(begun).toEqual(['one', 'two']);
});
