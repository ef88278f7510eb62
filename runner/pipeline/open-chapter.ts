import { basename, dirname } from 'node:path';
import { fillVariables, variablesIn } from '../command/index.ts';
import { chapterSettings } from '../config/front-matter.ts';
import { insideRepository } from '../config/repository.ts';
import type { Engine } from '../core/engine.ts';
import { message, UserError } from '../core/message.ts';
import type { Itinerary, Plan } from '../core/plan.ts';
import { valuesOf } from '../planner/index.ts';
import type { ChapterOptions } from './chapter-options.ts';
import { ChapterRun } from './chapter-run.ts';
import { Journey } from './journey.ts';
import { copyWorkspace } from './workspace.ts';

export interface OpenOptions extends Omit<ChapterOptions, 'start'> {
  /** Folder with further files for the reader, absolute; or null. */
  readonly assets: string | null;
}

/**
 * Gets a chapter ready for its first step: its repository is copied onto the engine's machine, the chapters that it
 * builds on are run, and its hidden set-up commands are typed.
 *
 * @throws UserError where a set-up command fails.
 */
export async function openChapter(
  { before, plan }: Itinerary,
  engine: Engine,
  options: OpenOptions,
): Promise<ChapterRun> {
  const { assets } = chapterSettings(plan.chapter);
  const folder = dirname(options.chapterPath);
  const place = { path: plan.chapter.path, line: 1 };
  const given = options.assets ?? (assets === undefined ? null : await insideRepository(folder, assets, place));
  const start = await copyWorkspace(
    engine,
    options.chapterPath,
    given,
    plan.chapter.source.includes(basename(options.chapterPath)),
  );
  const journey = new Journey({ before, plan });
  for (const prerequisite of before) {
    const run = new ChapterRun(journey, prerequisite, engine, { ...options, snapshot: null, start });
    await typeSetUp(prerequisite, run);
    while ((await run.next()) !== null);
    await run.close();
    journey.finish({ plan: prerequisite, outcomes: run.outcomes });
  }
  const run = new ChapterRun(journey, plan, engine, { ...options, start });
  await typeSetUp(plan, run);
  return run;
}

async function typeSetUp(plan: Plan, run: ChapterRun): Promise<void> {
  const { chapter } = plan;
  const values = valuesOf(plan);
  for (const { keys } of chapter.annotations) {
    for (const line of keys.setup ?? []) {
      if (line.text.trim() === '') continue;
      const place = { path: chapter.path, line: line.line };
      const command = fillVariables(line.text, values);
      const [missing] = variablesIn(command);
      if (missing !== undefined) throw new UserError(message('plan-needs-value', { name: missing.name }, place));
      const { exitCode, text } = await run.typeHidden(command);
      if (exitCode === 0) continue;
      const why = text.split('\n').at(-1) ?? '';
      throw new UserError(message('setup-failed', { command, why }, place), 1);
    }
  }
}
