import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ChapterFile, chapterId, findChapters } from '../config/chapter-files.ts';
import { readItinerary } from '../pipeline/read-itinerary.ts';
import { planJson } from '../planner/index.ts';
import type { Call, Io } from './verb.ts';

/** `tutor plan CHAPTER`: what would be typed, into what, what should come out, and why. Runs nothing. */
export async function run({ args, options, io }: Call): Promise<number> {
  for (const file of await filesOf(args, io)) {
    const { plan } = await readItinerary(file, io.cwd);
    if (options.json) {
      io.stdout.write(`${JSON.stringify(planJson(plan), null, 2)}\n`);
      continue;
    }
    const { planPage } = await import('../planner/page/plan-page.ts');
    const { paintFor } = await import('../reporter/paint.ts');
    const columns = io.stdout.isTTY ? io.stdout.columns : 100;
    io.stdout.write(planPage(plan, { columns, paint: paintFor(io.stdout, io.env), locale: io.locale }));
  }
  return 0;
}

/** A path is read as it is, in any folder and under any name; a short name is looked up in the repository. */
async function filesOf(names: readonly string[], io: Io): Promise<readonly ChapterFile[]> {
  const found = await Promise.all(names.map((name) => fileAt(resolve(io.cwd, name))));
  if (names.length > 0 && found.every((file) => file !== null)) return found;
  const { readConfig } = await import('../config/config-file.ts');
  return findChapters(names, await readConfig(io.cwd), io.cwd);
}

async function fileAt(path: string): Promise<ChapterFile | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? { id: chapterId(path), path, section: null } : null;
}
