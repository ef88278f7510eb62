import { mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
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
  await removeOldDrafts(target);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(draft, text, { mode: mode ?? (there === null ? 0o666 : there.mode & 0o777) });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** A draft is written in a moment: one this old is of a tutor that was killed in that moment. */
const draftMs = 60_000;

async function removeOldDrafts(target: string): Promise<void> {
  const begin = `.${basename(target)}.`;
  const names = (await readdir(dirname(target)).catch(() => [])).filter((name) => name.startsWith(begin));
  for (const name of names.filter((one) => /^\d+\.tmp$/.test(one.slice(begin.length)))) {
    const path = join(dirname(target), name);
    const made = (await stat(path).catch(() => null))?.mtimeMs ?? Date.now();
    if (Date.now() - made > draftMs) await rm(path, { force: true });
  }
}
