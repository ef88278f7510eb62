import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vitest/config';
import { chapterId, isMarkdown } from '../config/chapter-files.ts';
import type { Plan, Step } from '../core/plan.ts';
import { readItinerary, type SetValues } from '../pipeline/read-itinerary.ts';
import { chapterModule } from './module.ts';

// Beside this file, in the source as in what the build makes of it.
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const worker = fileURLToPath(new URL(`./worker${extension}`, import.meta.url));

/** A chapter that was read already, and which of its steps are reported. */
export interface ReadyPlan {
  readonly plan: Plan;
  readonly reported: readonly Step[];
}

/**
 * The vite plugin that makes a Markdown chapter a test file.
 *
 * @param set values of variables
 * @param ready chapters that were read already, by their absolute paths
 */
export function chapters(set: SetValues, ready: ReadonlyMap<string, ReadyPlan> = new Map()): Plugin {
  return {
    name: 'tutor:chapters',
    enforce: 'pre',
    async load(id) {
      if (!isMarkdown(id)) return null;
      const known = ready.get(id);
      if (known !== undefined) return chapterModule(known.plan, id, worker, known.reported);
      const { plan } = await readItinerary({ id: chapterId(id), path: id, section: null }, process.cwd(), set);
      return chapterModule(plan, id, worker);
    },
  };
}
