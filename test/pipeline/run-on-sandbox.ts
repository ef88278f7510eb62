import { chapterId } from '../../runner/config/chapter-files.ts';
import type { Outcome } from '../../runner/core/outcome.ts';
import { type StartOptions, startEngine } from '../../runner/engine/index.ts';
import { imagesOf } from '../../runner/pipeline/images.ts';
import { readItinerary } from '../../runner/pipeline/read-itinerary.ts';
import { runChapter } from '../../runner/pipeline/run-chapter.ts';
import { chapterOptions } from '../../runner/pipeline/run-settings.ts';

/** Runs a chapter from its first step to its last on a fresh sandbox of Docker 28, which may have less than others. */
export async function runOnSandbox(
  path: string,
  cwd: string,
  limits: StartOptions['limits'] = {},
): Promise<readonly Outcome[]> {
  const itinerary = await readItinerary({ id: chapterId(path), path, section: null }, cwd);
  const engine = await startEngine({ kind: 'sandbox', generation: 28 }, { images: imagesOf(itinerary), limits });
  try {
    const { outcomes } = await runChapter(engine, {
      itinerary,
      chapterPath: path,
      assets: null,
      ...chapterOptions({ timeout: 300 }),
      snapshot: null,
      signal: new AbortController().signal,
      reporter: {},
    });
    return outcomes;
  } finally {
    await engine.stop();
  }
}
