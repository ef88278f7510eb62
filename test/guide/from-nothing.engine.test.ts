import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStandIns } from '../../runner/engine/shelf/index.ts';
import { emptyShelf } from '../shelf/empty-shelf.ts';
import { LearnerWindow } from './window.ts';

let cache: Awaited<ReturnType<typeof emptyShelf>>;
let window: LearnerWindow | null = null;

beforeAll(async () => {
  cache = await emptyShelf();
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
