import { resolve } from 'node:path';
import type { ChapterFile } from '../config/chapter-files.ts';
import { type RepositoryConfig, readConfig } from '../config/config-file.ts';
import type { Engine } from '../core/engine.ts';
import type { Plan } from '../core/plan.ts';
import { cleanAbandoned, resolveEngines, startEngine } from '../engine/index.ts';
import { type InParts, prepareInParts } from '../engine/shelf/index.ts';
import { findChapters, type Tour, toursOf } from '../pipeline/find-chapters.ts';
import { imagesBySection, imagesIn } from '../pipeline/images.ts';
import { readItineraries, readTour } from '../pipeline/read-itinerary.ts';
import { refuseBadAnnotations } from '../pipeline/read-plan.ts';
import type { ChapterJob } from '../pipeline/run-chapter.ts';
import { Stay } from '../pipeline/stay.ts';
import { paintFor } from '../reporter/paint.ts';
import { titleLine } from '../reporter/terminal.ts';
import { askValues } from './ask-values.ts';
import { refuseClashes } from './refuse-clashes.ts';
import { hostOptions, isGuided, runOptions } from './run-options.ts';
import { setUp } from './set-up.ts';
import { tellProblems } from './tell-problems.ts';
import type { Call } from './verb.ts';

/** A chapter and an engine for it alone, both ready. */
export interface ReadyChapter {
  readonly file: ChapterFile;
  readonly plan: Plan;
  readonly engine: Engine;
  readonly config: RepositoryConfig;
  /** What it is run together with, on the same engine. */
  readonly tour: Tour;
  /** The images of its sections, where they are prepared while it is gone through. */
  readonly parts: InParts | null;
  /** What the command line says about the run; the verb adds the rest. */
  readonly job: Omit<ChapterJob, 'reporter' | 'drive' | 'snapshot'>;
}

/** Whoever looks on while everything is got ready. */
export interface Onlooker {
  /** A chapter by itself is wanted, and was not understood yet. */
  onFound(file: ChapterFile): Promise<void>;
  /** A chapter was read, and nothing has been prepared for it yet. */
  onRead(plan: Plan, file: ChapterFile): Promise<void>;
  /** Its engine is being started. */
  onStart(): void;
  /** It has been gone through or left, and its engine is about to be stopped. */
  onEnd(engine: Engine): Promise<void>;
}

/**
 * Gets everything ready for each chapter that the command line names, on each engine, one after another: finds, reads
 * and plans it, sets up what is missing, starts a fresh engine, and stops it whatever happens.
 */
export async function eachChapter(
  { args, options, io }: Call,
  verb: 'run' | 'update',
  act: (ready: ReadyChapter) => Promise<void>,
  onlooker: Onlooker | null = null,
): Promise<void> {
  const cleaned = cleanAbandoned();
  cleaned.catch(() => {});
  if (onlooker === null) await cleaned;
  const config = await readConfig(io.cwd);
  const files = await findChapters(args, config, io.cwd);
  const engines = await resolveEngines(options.engine ?? config.engine ?? 'auto', verb);
  // What update prints on standard output may be a patch.
  const screen = verb === 'run' ? io.stdout : io.stderr;
  // A slip in a name is told before the first chapter is run.
  if (Object.keys(options.set).length > 0) await readItineraries(files, io.cwd, options.set);
  let set = options.set;
  const tours = await toursOf(files);
  tellProblems(tours, io);
  for (const tour of tours) {
    if (tour.course === null && tour.files.length === 1) await onlooker?.onFound(tour.files[0]);
    let { itinerary, told } = await readTour(tour, io.cwd, set);
    if (verb === 'run' && isGuided({ options, io })) {
      const answered = await askValues(itinerary, set, io, (tour.files.at(-1) ?? tour.files[0]).path);
      // Reading a long chapter takes most of the time until its first words are shown.
      if (answered !== set) ({ itinerary, told } = await readTour(tour, io.cwd, answered));
      set = answered;
    }
    refuseBadAnnotations(itinerary);
    const first = told[0] ?? itinerary.plan;
    const fileOf = ({ chapter }: Plan) => tour.files.find(({ id }) => id === chapter.id) ?? tour.files[0];
    await onlooker?.onRead(first, fileOf(first));
    await cleaned;
    const { wanted: images, made } = imagesIn(itinerary);
    // Who reads a chapter needs the images of its first section first; the others are made ready behind them.
    const imagesLater = onlooker !== null && tour.course === null && engines.every(({ kind }) => kind === 'sandbox');
    await setUp({ engines, images, made, imagesLater }, options.yes, io);
    for (const spec of engines) {
      if (spec.kind === 'host') await refuseClashes([itinerary], spec.at ?? [undefined], io);
      const title = (plan: Plan) => screen.write(titleLine(plan, paintFor(screen, io.env)));
      if (onlooker === null) title(first);
      onlooker?.onStart();
      const parts = imagesLater ? prepareInParts(imagesBySection(itinerary), io.signal) : null;
      parts?.ready(0).catch(() => {});
      const engine = await startEngine(spec, { signal: io.signal, images, ...hostOptions(options) });
      const assets = options.assets ? resolve(io.cwd, options.assets) : null;
      const general = { assets, ...runOptions(options, config, io) };
      let stay: Stay | undefined;
      try {
        for (const [at, plan] of told.entries()) {
          const file = fileOf(plan);
          if (at > 0) title(plan);
          const one = { itinerary: { ...itinerary, plan }, chapterPath: file.path, ...general };
          if (tour.course !== null) stay ??= await Stay.begin(engine, itinerary, { ...one, snapshot: null });
          await act({ file, plan, engine, config, tour, parts, job: { ...one, ...(stay && { stay }) } });
        }
        await onlooker?.onEnd(engine);
      } finally {
        await parts?.end();
        await stay?.close();
        await engine.stop();
        if (!io.signal.aborted) io.rest();
      }
    }
  }
}
