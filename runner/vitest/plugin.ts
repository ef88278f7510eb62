import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vitest/config';
import { isMarkdown } from '../config/chapter-files.ts';
import type { Plan, Step } from '../core/plan.ts';
import type { SetValues } from '../pipeline/read-itinerary.ts';
import { chapterModule, type TestedChapter } from './module.ts';
import { describesCourse, readModule } from './read-module.ts';

/** Vite has an opinion of its own on files that are called `index.json`. */
const courseMark = '#course';

// Beside this file, in the source as in what the build makes of it.
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
/** The module that runs the steps; absolute. */
export const worker = fileURLToPath(new URL(`./worker${extension}`, import.meta.url));

/**
 * The vite plugin that makes a Markdown chapter a test file.
 *
 * @param set values of variables
 * @param ready chapters that were read already, by their absolute paths
 * @param anew they are read again each time, as they may have changed; what was asked of them still holds
 */
export function chapters(
  set: SetValues,
  ready: ReadonlyMap<string, readonly TestedChapter[]> = new Map(),
  anew = false,
): Plugin {
  return {
    name: 'tutor:chapters',
    enforce: 'pre',
    async resolveId(id) {
      const file = id.split('?')[0] ?? id;
      return isAbsolute(file) && !isMarkdown(file) && (await describesCourse(file)) ? `${file}${courseMark}` : null;
    },
    async load(id) {
      const file = id.endsWith(courseMark) ? id.slice(0, -courseMark.length) : id;
      if (file === id && !isMarkdown(id)) return null;
      const known = ready.get(file);
      if (known !== undefined && !anew) return chapterModule(known, file, worker);
      const { told } = await readModule(file, process.cwd(), set);
      const before = (plan: Plan) => known?.find((one) => one.plan.chapter.path === plan.chapter.path);
      const all = told.map((plan) => ({ plan, reported: reportedAgain(plan, before(plan)) }));
      return chapterModule(all, file, worker);
    },
  };
}

/** The steps of the sections that were asked for before; all, where the whole chapter was, or none of those is left. */
export function reportedAgain(plan: Plan, before: TestedChapter | undefined): readonly Step[] {
  if (before === undefined || before.reported.length === before.plan.steps.length) return plan.steps;
  const titles = new Set(before.reported.map((step) => before.plan.chapter.sections[step.section]?.title));
  const own = plan.steps.filter((step) => titles.has(plan.chapter.sections[step.section]?.title));
  return own.length > 0 ? own : plan.steps;
}
