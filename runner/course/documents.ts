import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Course } from '../core/course.ts';

/** Files that can name images: scripts, Dockerfiles, compose files. */
function namesImages(path: string): boolean {
  const name = basename(path).toLowerCase();
  return name.includes('dockerfile') || ['.sh', '.bash', '.yml', '.yaml'].some((end) => name.endsWith(end));
}

/**
 * Those of some files that can name images, with what stands in them.
 *
 * @param files where each lies, absolute, and what its reader calls it
 */
export async function documentsIn(
  files: readonly { readonly from: string; readonly to: string }[],
): Promise<Course['documents']> {
  const found = files.filter(({ from }) => namesImages(from));
  return Promise.all(found.map(async ({ from, to }) => ({ path: to, content: await readFile(from, 'utf8') })));
}
