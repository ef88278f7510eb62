import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ChapterFile, chapterId } from '../config/chapter-files.ts';
import { message, UserError } from '../core/message.ts';
import type { Plan } from '../core/plan.ts';
import { findChapters } from '../pipeline/find-chapters.ts';
import { readItineraries } from '../pipeline/read-itinerary.ts';
import { planJson } from '../planner/index.ts';
import type { PageOptions } from '../planner/page/page-options.ts';
import type { Call, Io } from './verb.ts';

/** `tutor plan CHAPTER`: what would be typed, into what, what should come out, and why. Runs nothing. */
export async function run({ args, options, io }: Call): Promise<number> {
  for (const { plan } of await readItineraries(await filesOf(args, io), io.cwd, options.set)) {
    if (options.json) {
      io.stdout.write(`${JSON.stringify(planJson(plan), null, 2)}\n`);
      continue;
    }
    const { paintFor } = await import('../reporter/paint.ts');
    const columns = io.stdout.isTTY ? io.stdout.columns : 100;
    const page = { columns, paint: paintFor(io.stdout, io.env), locale: io.locale };
    io.stdout.write(await (options.why === undefined ? wholePage(plan, page) : whyAt(plan, options.why, page)));
  }
  return 0;
}

async function wholePage(plan: Plan, options: PageOptions): Promise<string> {
  const { planPage } = await import('../planner/page/plan-page.ts');
  return planPage(plan, options);
}

async function whyAt(plan: Plan, line: number, options: PageOptions): Promise<string> {
  const { whyPage } = await import('../planner/page/why-page.ts');
  const page = whyPage(plan, line, options);
  if (page !== null) return page;
  const distance = (at: number) => Math.abs(at - line);
  const [near] = plan.blocks.map(({ block }) => block.line).sort((a, b) => distance(a) - distance(b));
  throw new UserError(message('plan-no-block', { line, near: near ?? 0 }, { path: plan.chapter.path }));
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
