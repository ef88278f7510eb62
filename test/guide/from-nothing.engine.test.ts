import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cacheFolder, setupActions } from '../../runner/engine/index.ts';
import { readStandIns, shelfActions } from '../../runner/engine/shelf/index.ts';
import { scratchCache } from '../shelf/scratch-cache.ts';
import { LearnerWindow } from './window.ts';

let cache: ReturnType<typeof scratchCache>;
let window: LearnerWindow | null = null;

/** The machine's prepared roots and programs, and a shelf on which nothing lies. */
beforeAll(async () => {
  for (const action of await setupActions({ kind: 'sandbox', generation: 28 })) await action.run(() => {});
  for (const action of await shelfActions(['hello-world'])) await action.run(() => {});
  const prepared = cacheFolder();
  cache = scratchCache();
  mkdirSync(cacheFolder());
  for (const part of ['roots', 'tools']) symlinkSync(join(prepared, part), join(cacheFolder(), part));
});
afterAll(async () => {
  await window?.close();
  cache?.remove();
});

const chapter = `# From nothing

First a word.

## One

\`\`\`sh
$ echo one
one
\`\`\`

## Two

\`\`\`sh
$ echo two
two
\`\`\`

## Three

\`\`\`sh
$ docker run --rm hello-world | head -n 2

Hello from Docker!
\`\`\`
`;

test('only the images of the next section are prepared, behind whoever reads; the step waits for them', async () => {
  window = new LearnerWindow(chapter);
  await window.until('First a word.');
  await window.until('hello-world');
  await window.until('step 1 of 3');
  await window.ready();
  expect(readStandIns()).toEqual([]);
  await window.press('\r');
  await window.until('step 2 of 3');
  await window.ready();
  await window.press('\r');
  await window.until('step 3 of 3');
  await window.ready();
  expect(readStandIns().map(({ reference }) => reference)).toEqual(['hello-world:latest']);
  await window.press('\r');
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('3 worked');
});
