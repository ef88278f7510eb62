import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { message, UserError } from '../core/message.ts';

/** A draft that is older was left by an update that was killed. */
const abandonedMs = 10 * 60_000;

/**
 * Replaces a chapter's text. The file is the old one or the new one at every moment; symbolic links, the file's mode and
 * its owner stay. One that has other names as well (hard links) is written in place.
 *
 * @param before the text that the edits were made for
 * @throws UserError where the file holds another text by now; it is left as it is.
 */
export async function writeChapter(path: string, before: string, after: string): Promise<void> {
  const target = await realpath(path);
  await refuseChanged(path, target, before);
  await removeAbandoned(target);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  const { mode, uid, gid, nlink } = await stat(target);
  // Root may write it all the same; who took the right away from themselves meant something by it.
  if ((mode & 0o222) === 0) throw new UserError(message('chapter-read-only', {}, { path }));
  try {
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
    if (nlink === 1) await rename(draft, target);
    else await writeInPlace(target, after, draft);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** The file's other names go on being names of it. Until its text is there whole, the draft has it. */
async function writeInPlace(target: string, text: string, draft: string): Promise<void> {
  const file = await open(target, 'r+');
  try {
    await file.truncate(0);
    await file.write(text, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await rm(draft);
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
    const owner = name.startsWith(lead) ? /^(?:(\d+)-)?[0-9a-f]{12}\.tmp$/.exec(name.slice(lead.length)) : null;
    if (owner === null) continue;
    const path = join(folder, name);
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > abandonedMs || (owner[1] !== undefined && isGone(Number(owner[1])))) await rm(path, { force: true });
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
