import { resolve } from 'node:path';
import type { RepositoryConfig } from '../config/config-file.ts';
import type { EngineSpec } from '../core/engine.ts';
import { UserError } from '../core/message.ts';
import { startEngine } from '../engine/index.ts';
import type { Left, Lesson } from '../page/lesson.ts';
import { imagesIn } from '../pipeline/images.ts';
import { runChapter } from '../pipeline/run-chapter.ts';
import { Stay } from '../pipeline/stay.ts';
import type { Reading } from './readings.ts';
import { refuseClashes } from './refuse-clashes.ts';
import { hostOptions, runOptions } from './run-options.ts';
import { setUp } from './set-up.ts';
import type { Call } from './verb.ts';

export interface GivenLesson {
  readonly lesson: Lesson;
  readonly spec: EngineSpec;
  readonly config: RepositoryConfig;
  /** The chapters as they are now: asked at each new start. */
  readonly next: () => Reading;
}

/** Runs chapters for the pages that are open, on a fresh engine each time that it is begun anew, until the end. */
export async function giveLesson(call: Call, { lesson, spec, config, next }: GivenLesson): Promise<void> {
  const { io, options } = call;
  const assets = options.assets ? resolve(io.cwd, options.assets) : null;
  while (!io.signal.aborted) {
    const { itinerary, pages } = next();
    try {
      const { wanted, made } = imagesIn(itinerary);
      await setUp({ engines: [spec], images: wanted, made }, options.yes, io);
      if (spec.kind === 'host') await refuseClashes([itinerary], spec.at ?? [undefined], io);
      const engine = await startEngine(spec, {
        signal: io.signal,
        images: wanted,
        ...hostOptions(options),
      });
      let stay: Stay | null = null;
      try {
        const job = {
          ...runOptions(options, config, io),
          ...lesson.size,
          assets,
          attended: lesson,
          showsAll: true,
          onData: (text: string, terminal: number) => lesson.show(text, terminal),
          snapshot: null,
          reporter: {},
        };
        stay = await Stay.begin(engine, itinerary, { ...job, chapterPath: pages.at(-1)?.path ?? '' });
        let left: Left = 'onward';
        for (const [number, { plan, path }] of pages.entries()) {
          if (left !== 'onward') break;
          await runChapter(engine, {
            ...job,
            itinerary: { ...itinerary, plan },
            chapterPath: path,
            stay,
            async drive(run) {
              left = await lesson.drive(number, run, engine, io.signal);
            },
          });
        }
      } finally {
        await stay?.close();
        await engine.stop();
      }
    } catch (error) {
      if (io.signal.aborted) return;
      if (!(error instanceof UserError)) throw error;
      await lesson.stopped(error.details, io.signal);
    }
  }
}
