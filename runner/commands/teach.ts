import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RepositoryConfig } from '../config/config-file.ts';
import type { EngineSpec } from '../core/engine.ts';
import { UserError } from '../core/message.ts';
import { hubAnswers } from '../engine/shelf/hub.ts';
import { nameOf } from '../engine/spec.ts';
import type { Board } from '../page/board.ts';
import type { Lesson } from '../page/lesson.ts';
import { type Rendering, readModel } from '../page/read-model.ts';
import type { PageServer } from '../page/serving.ts';
import { markdownTree } from '../parser/index.ts';
import type { Tour } from '../pipeline/find-chapters.ts';
import { Readings } from './readings.ts';
import type { Call } from './verb.ts';

export interface Taught {
  readonly board: Board;
  readonly config: RepositoryConfig;
  readonly server: PageServer;
  readonly spec: EngineSpec;
  readonly tour: Tour;
  /** Whoever looks at it may change the chapter. */
  readonly canWrite: boolean;
  /** From now on it takes what pages ask for. */
  readonly onLesson: (lesson: Lesson) => void;
  /** Waited for before it ends because there is nothing to go through. */
  readonly onUnreadable: () => Promise<void>;
}

/** Reads a chapter or a course for the pages that are open, and goes through it with them until the end. */
export async function teach(call: Call, taught: Taught): Promise<void> {
  const { board, config, spec, tour } = taught;
  const title = tour.files.length > 1 ? (tour.course?.title ?? null) : null;
  // It takes its time to answer, and is asked about again before the engine starts.
  if (spec.kind === 'sandbox') void hubAnswers();
  const readings = await readingsFor(call, taught);
  const begin = () => {
    const models = readings.now.pages.map(({ model }) => model);
    board.begin(title, models);
  };
  try {
    await readings.first();
  } catch (error) {
    if (error instanceof UserError) board.before(error.details);
    await taught.onUnreadable();
    throw error;
  }
  begin();
  let isBegun = true;
  // What is needed to go through it is loaded while browsers draw it.
  const { cleanAbandoned } = await import('../engine/clean.ts');
  const { Lesson } = await import('../page/lesson.ts');
  const { giveLesson } = await import('./give-lesson.ts');
  const lesson = new Lesson({
    board,
    locale: call.io.locale,
    async reread(number) {
      const { pages } = await readings.anew();
      const model = pages[number]?.model;
      if (model === undefined) throw new Error(`There is no page ${number} any more.`);
      return model;
    },
  });
  taught.onLesson(lesson);
  const onSave = async (path: string) => {
    try {
      if (lesson.knows(path, await readFile(path, 'utf8'))) return;
      await readings.anew();
      lesson.receive({ type: 'reset' });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      lesson.notice(error.details);
    }
  };
  const watching = tour.files.map(({ path }) => onSaved(path, () => onSave(path)));
  try {
    await cleanAbandoned();
    await giveLesson(call, {
      ...{ lesson, spec, config },
      next() {
        if (!isBegun) begin();
        isBegun = false;
        lesson.begin(readings.now.pages);
        return readings.now;
      },
    });
  } finally {
    for (const stop of watching) stop();
  }
}

async function readingsFor(call: Call, { board, canWrite, server, spec, tour }: Taught): Promise<Readings> {
  const { chapterHtml, highlightedHtml } = await import('../page/index.ts');
  const { locale } = call.io;
  return new Readings({
    tour,
    call,
    draw(plan, path) {
      const pictureOf = (name: string) => server.pictureAddress(dirname(path), name);
      const rendering = {
        highlightedHtml,
        chapterHtml: (...[chapter, how]: Parameters<Rendering['chapterHtml']>) =>
          chapterHtml(chapter, { ...how, markdownTree }),
      };
      return readModel(plan, rendering, { engine: nameOf(spec), pictureOf, locale, canWrite });
    },
    onAsk: () => board.before({ code: 'page-asking', args: {} }),
  });
}

/** Editors write a file anew or put another in its place: the folder is watched. One saving is several events. */
function onSaved(path: string, act: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(dirname(path), (_, name) => {
    if (name !== null && !path.endsWith(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void act(), 150);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
