import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { message, UserError } from '../core/message.ts';

/** A draft that is older was left by an update that was killed. */
const abandonedMs = 10 * 60_000;

/**
 * Replaces a chapter's text. The file is the old one or the new one at every moment; symbolic links, the file's mode and
 * its owner stay.
 *
 * @param before the text that the edits were made for
 * @throws UserError where the file holds another text by now; it is left as it is.
 */
export async function writeChapter(path: string, before: string, after: string): Promise<void> {
  const target = await realpath(path);
  await refuseChanged(path, target, before);
  await removeAbandoned(target);
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const { mode, uid, gid } = await stat(target);
    const file = await open(draft, 'wx', mode);
    try {
      await file.writeFile(after);
      await keepOwner(file, uid, gid);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await refuseChanged(path, target, before);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function refuseChanged(path: string, target: string, before: string): Promise<void> {
  if ((await readFile(target, 'utf8')) !== before) throw new UserError(message('changed-meanwhile', {}, { path }));
}

/** Only root may give files away; for anybody else the new file is as much theirs as the old one could be written. */
async function keepOwner(file: FileHandle, uid: number, gid: number): Promise<void> {
  const own = await file.stat();
  if (own.uid === uid && own.gid === gid) return;
  await file.chown(uid, gid).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPERM') throw error;
  });
}

async function removeAbandoned(target: string): Promise<void> {
  const folder = dirname(target);
  const lead = `.${basename(target)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(lead) || !/^[0-9a-f]{12}\.tmp$/.test(name.slice(lead.length))) continue;
    const path = join(folder, name);
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > abandonedMs) await rm(path, { force: true });
  }
}
