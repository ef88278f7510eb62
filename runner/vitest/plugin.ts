import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vitest/config';
import { chapterId } from '../config/chapter-files.ts';
import { readItinerary, type SetValues } from '../pipeline/read-itinerary.ts';
import { chapterModule } from './module.ts';

// Beside this file, in the source as in what the build makes of it.
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const worker = fileURLToPath(new URL(`./worker${extension}`, import.meta.url));

/**
 * The vite plugin that makes a Markdown chapter a test file.
 *
 * @param set values of variables
 */
export function chapters(set: SetValues): Plugin {
  return {
    name: 'tutor:chapters',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.md')) return null;
      const { plan } = await readItinerary({ id: chapterId(id), path: id, section: null }, process.cwd(), set);
      return chapterModule(plan, id, worker);
    },
  };
}
