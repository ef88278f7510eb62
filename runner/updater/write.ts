import { randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { message, UserError } from '../core/message.ts';

/**
 * Replaces a chapter's text. The file is the old one or the new one at every moment; symbolic links and the file's mode
 * stay.
 *
 * @param before the text that the edits were made for
 * @throws UserError where the file holds another text by now; it is left as it is.
 */
export async function writeChapter(path: string, before: string, after: string): Promise<void> {
  const target = await realpath(path);
  if ((await readFile(target, 'utf8')) !== before) throw new UserError(message('changed-meanwhile', {}, { path }));
  const { mode } = await stat(target);
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(draft, 'wx', mode);
    try {
      await file.writeFile(after);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
