import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that it is the old one or the new one at every moment, however tutor ends; its folder is made where it
 * is missing. A link stays one, and what is no file (a pipe, a terminal) is written to.
 *
 * @param mode of the file, where it must not be as any other
 */
export async function writeWhole(path: string, text: string, mode?: number): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const there = await stat(target).catch(() => null);
  if (there !== null && !there.isFile()) return writeFile(target, text);
  await mkdir(dirname(target), { recursive: true, ...(mode === undefined ? {} : { mode: mode | 0o100 }) });
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(draft, text, { mode: mode ?? (there === null ? 0o666 : there.mode & 0o777) });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
