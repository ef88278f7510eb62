import { resolve } from 'node:path';
import type { ChapterFile } from '../config/chapter-files.ts';
import type { RepositoryConfig } from '../config/config-file.ts';
import type { EngineSpec } from '../core/engine.ts';
import { UserError } from '../core/message.ts';
import type { Itinerary } from '../core/plan.ts';
import { startEngine } from '../engine/index.ts';
import type { Lesson } from '../page/lesson.ts';
import { imagesOf } from '../pipeline/images.ts';
import { runChapter } from '../pipeline/run-chapter.ts';
import { refuseClashes } from './refuse-clashes.ts';
import { hostOptions, runOptions } from './run-options.ts';
import { setUp } from './set-up.ts';
import type { Call } from './verb.ts';

export interface GivenLesson {
  readonly lesson: Lesson;
  readonly spec: EngineSpec;
  readonly config: RepositoryConfig;
  readonly file: ChapterFile;
  /** The chapter as it is now: asked at each new start. */
  readonly next: () => Itinerary;
}

/** Runs a chapter for the pages that are open, on a fresh engine each time that it is begun anew, until the end. */
export async function giveLesson(call: Call, { lesson, spec, config, file, next }: GivenLesson): Promise<void> {
  const { io, options } = call;
  const assets = options.assets ? resolve(io.cwd, options.assets) : null;
  while (!io.signal.aborted) {
    const itinerary = next();
    try {
      await setUp({ engines: [spec], images: imagesOf(itinerary) }, options.yes, io);
      if (spec.kind === 'host') await refuseClashes([itinerary], io);
      const engine = await startEngine(spec, {
        signal: io.signal,
        images: imagesOf(itinerary),
        ...hostOptions(options),
      });
      try {
        await runChapter(engine, {
          ...runOptions(options, config, io),
          ...lesson.size,
          itinerary,
          chapterPath: file.path,
          assets,
          attended: lesson,
          showsAll: true,
          onData: (text, terminal) => lesson.show(text, terminal),
          snapshot: null,
          reporter: {},
          drive: (run) => lesson.drive(0, run, engine, io.signal),
        });
      } finally {
        await engine.stop();
      }
    } catch (error) {
      if (io.signal.aborted) return;
      if (!(error instanceof UserError)) throw error;
      await lesson.stopped(error.details, io.signal);
    }
  }
}
