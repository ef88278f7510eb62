import { resolve } from 'node:path';
import { type ChapterFile, findChapters } from '../config/chapter-files.ts';
import { type RepositoryConfig, readConfig } from '../config/config-file.ts';
import type { Engine } from '../core/engine.ts';
import type { Plan } from '../core/plan.ts';
import { cleanAbandoned, resolveEngines, startEngine } from '../engine/index.ts';
import { imagesOf } from '../pipeline/images.ts';
import { readItineraries, readItinerary } from '../pipeline/read-itinerary.ts';
import { refuseBadAnnotations } from '../pipeline/read-plan.ts';
import type { ChapterJob } from '../pipeline/run-chapter.ts';
import { paintFor } from '../reporter/paint.ts';
import { titleLine } from '../reporter/terminal.ts';
import { askValues } from './ask-values.ts';
import { refuseClashes } from './refuse-clashes.ts';
import { hostOptions, isGuided, runOptions } from './run-options.ts';
import { setUp } from './set-up.ts';
import type { Call } from './verb.ts';

/** A chapter and an engine for it alone, both ready. */
export interface ReadyChapter {
  readonly file: ChapterFile;
  readonly plan: Plan;
  readonly engine: Engine;
  readonly config: RepositoryConfig;
  /** What the command line says about the run; the verb adds the rest. */
  readonly job: Omit<ChapterJob, 'reporter' | 'drive' | 'snapshot'>;
}

/**
 * Gets everything ready for each chapter that the command line names, on each engine, one after another: finds, reads
 * and plans it, sets up what is missing, starts a fresh engine, and stops it whatever happens.
 */
export async function eachChapter(
  { args, options, io }: Call,
  verb: 'run' | 'update',
  act: (ready: ReadyChapter) => Promise<void>,
): Promise<void> {
  await cleanAbandoned();
  const config = await readConfig(io.cwd);
  const files = await findChapters(args, config, io.cwd);
  const engines = await resolveEngines(options.engine ?? config.engine ?? 'auto', verb);
  // What update prints on standard output may be a patch.
  const screen = verb === 'run' ? io.stdout : io.stderr;
  // A slip in a name is told before the first chapter is run.
  if (Object.keys(options.set).length > 0) await readItineraries(files, io.cwd, options.set);
  let set = options.set;
  for (const file of files) {
    let itinerary = await readItinerary(file, io.cwd, set);
    if (verb === 'run' && isGuided({ options, io })) {
      set = await askValues(itinerary, set, io);
      itinerary = await readItinerary(file, io.cwd, set);
    }
    refuseBadAnnotations(itinerary);
    const images = imagesOf(itinerary);
    await setUp({ engines, images }, options.yes, io);
    for (const spec of engines) {
      if (spec.kind === 'host') await refuseClashes([itinerary], io);
      screen.write(titleLine(itinerary.plan, paintFor(screen, io.env)));
      const engine = await startEngine(spec, { signal: io.signal, images, ...hostOptions(options) });
      try {
        const assets = options.assets ? resolve(io.cwd, options.assets) : null;
        const job = { itinerary, chapterPath: file.path, assets, ...runOptions(options, config, io) };
        await act({ file, plan: itinerary.plan, engine, config, job });
      } finally {
        await engine.stop();
        if (!io.signal.aborted) io.rest();
      }
    }
  }
}
