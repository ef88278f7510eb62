import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../runner/config/config-file.ts';
import { wording } from '../../runner/core/message.ts';
import { titleOf } from '../../runner/core/plan.ts';
import { startEngine } from '../../runner/engine/index.ts';
import { findChapters } from '../../runner/pipeline/find-chapters.ts';
import { imagesOf } from '../../runner/pipeline/images.ts';
import { readTour } from '../../runner/pipeline/read-itinerary.ts';
import { runChapter } from '../../runner/pipeline/run-chapter.ts';
import { chapterOptions } from '../../runner/pipeline/run-settings.ts';
import { Stay } from '../../runner/pipeline/stay.ts';

/** A mistake: in this file, the one text in the place of the other. */
export type Mistake = readonly [file: string, right: string, wrong: string];

/** How a step came out: `page status: what it is`, and what was told of it. */
export interface Came {
  readonly step: string;
  readonly why: readonly string[];
}

/** Runs a course, with the mistakes planted, on one fresh sandbox of Docker 28. */
export async function runCourse(course: string, mistakes: readonly Mistake[] = []): Promise<readonly Came[]> {
  const folder = join(mkdtempSync(join(tmpdir(), 'tutor-course-')), 'course');
  cpSync(course, folder, { recursive: true });
  for (const [file, right, wrong] of mistakes) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(right)) throw new Error(`${file} has no ${right}`);
    writeFileSync(join(folder, file), text.replace(right, wrong));
  }
  const [first, ...others] = await findChapters(['.'], await readConfig(folder), folder);
  if (first === undefined) throw new Error(`${course} has no pages`);
  const { itinerary, told } = await readTour({ files: [first, ...others] }, folder);
  const engine = await startEngine({ kind: 'sandbox', generation: 28 }, { images: imagesOf(itinerary) });
  const options = {
    chapterPath: first.path,
    assets: null,
    ...chapterOptions({ timeout: 60 }),
    snapshot: null,
    signal: new AbortController().signal,
  };
  const stay = await Stay.begin(engine, itinerary, options);
  try {
    const came: Came[] = [];
    for (const plan of told) {
      const { outcomes } = await runChapter(engine, {
        ...options,
        itinerary: { ...itinerary, plan },
        stay,
        reporter: {},
      });
      for (const { step, status, messages } of outcomes)
        came.push({
          step: `${plan.chapter.id.replace(/^.*\//, '')} ${status}: ${titleOf(step)}`,
          why: messages.map((told) => wording(told, 'en')),
        });
    }
    return came;
  } finally {
    await stay.close();
    await engine.stop();
    rmSync(folder, { recursive: true });
  }
}
