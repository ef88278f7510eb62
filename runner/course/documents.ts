import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** Files that can name images: scripts, Dockerfiles, compose files. */
function namesImages(path: string): boolean {
  const name = basename(path).toLowerCase();
  return name.includes('dockerfile') || ['.sh', '.bash', '.yml', '.yaml'].some((end) => name.endsWith(end));
}

/** Those of some files that can name images, with what stands in them. */
export async function documentsIn(paths: readonly string[]): Promise<{ path: string; content: string }[]> {
  const found = paths.filter(namesImages);
  return Promise.all(found.map(async (path) => ({ path, content: await readFile(path, 'utf8') })));
}
