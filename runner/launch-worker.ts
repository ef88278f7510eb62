import { type Digests, runCached } from './code-cache.ts';
import type * as program from './program.ts';
import type { ChaptersUnderTest, Vitest } from './vitest/worker.ts';

/** Of what the build has made; filled in by the build. */
declare const bundleDigests: Digests;

// A worker is the program itself: it is neither in the package twice nor compiled anew for each run.
const running = runCached(new URL('tutor.cjs', import.meta.url), bundleDigests, 'worker');
const worker = await (running.exports as typeof program).loadWorker();
let isKept = running.wasKept;

/** As in vitest/worker.ts. */
export function openChapters(file: string, vitest: Vitest): ChaptersUnderTest {
  const chapters = worker.openChapters(file, vitest);
  // Workers are ended from outside: they see no exit of their own.
  if (!isKept) vitest.afterAll(running.keep);
  isKept = true;
  return chapters;
}
