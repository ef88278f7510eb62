import { spawnSync } from 'node:child_process';
import {
  chmod,
  chown,
  link,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UserError } from '../../runner/core/message.ts';
import { writeChapter } from '../../runner/updater/write.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tutor-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the new text is written, the mode stays, and nothing is left beside it', async () => {
  const path = join(folder, 'ch.md');
  await writeFile(path, 'old');
  await chmod(path, 0o640);
  await writeChapter(path, 'old', 'new 한국어');
  expect(await readFile(path, 'utf8')).toBe('new 한국어');
  expect((await stat(path)).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(['ch.md']);
});

test('a symbolic link stays a link; the file behind it is replaced', async () => {
  await writeFile(join(folder, 'real.md'), 'old');
  await symlink('real.md', join(folder, 'link.md'));
  await writeChapter(join(folder, 'link.md'), 'old', 'new');
  expect(await readlink(join(folder, 'link.md'))).toBe('real.md');
  expect(await readFile(join(folder, 'real.md'), 'utf8')).toBe('new');
});

test('a file that was changed meanwhile is left as it is', async () => {
  const path = join(folder, 'ch.md');
  await writeFile(path, 'the author was faster');
  await expect(writeChapter(path, 'old', 'new')).rejects.toThrow(UserError);
  expect(await readFile(path, 'utf8')).toBe('the author was faster');
});

test('what a killed update left is cleared away; a draft that may still be written is not', async () => {
  const path = join(folder, 'ch.md');
  const [old, fresh] = [join(folder, '.ch.md.0123456789ab.tmp'), join(folder, '.ch.md.ba9876543210.tmp')];
  await Promise.all([writeFile(path, 'old'), writeFile(old, 'half'), writeFile(fresh, 'half')]);
  await utimes(old, 0, 0);
  await writeChapter(path, 'old', 'new');
  expect((await readdir(folder)).sort()).toEqual(['.ch.md.ba9876543210.tmp', 'ch.md']);
});

test('what another update left that was killed just now is cleared away, too', async () => {
  const path = join(folder, 'ch.md');
  const gone = spawnSync('true').pid;
  await Promise.all([
    writeFile(path, 'old'),
    writeFile(join(folder, `.ch.md.${gone}-0123456789ab.tmp`), 'half'),
    writeFile(join(folder, `.ch.md.${process.ppid}-0123456789ab.tmp`), 'half'),
    writeFile(join(folder, `.ch.md.${gone}-notes.tmp`), 'somebody’s'),
  ]);
  await writeChapter(path, 'old', 'new');
  const left = [`.ch.md.${gone}-notes.tmp`, `.ch.md.${process.ppid}-0123456789ab.tmp`, 'ch.md'];
  expect((await readdir(folder)).sort()).toEqual(left.sort());
});

test.each([0o444, 0o555, 0o400])('a file of mode %o is not replaced', async (mode) => {
  const path = join(folder, 'ch.md');
  await writeFile(path, 'old');
  await chmod(path, mode);
  await expect(writeChapter(path, 'old', 'new')).rejects.toThrow(/read-only/);
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['ch.md']);
});

test.each(['a longer text than before', 'n', ''])('a file with two names keeps both: %j', async (after) => {
  const path = join(folder, 'ch.md');
  await writeFile(path, 'old text');
  await link(path, join(folder, 'other.md'));
  await writeChapter(path, 'old text', after);
  expect(await readFile(join(folder, 'other.md'), 'utf8')).toBe(after);
  expect((await stat(path)).nlink).toBe(2);
  expect((await readdir(folder)).sort()).toEqual(['ch.md', 'other.md']);
});

test.runIf(process.getuid?.() === 0)('the owner stays', async () => {
  const path = join(folder, 'ch.md');
  await writeFile(path, 'old');
  await chown(path, 1234, 4321);
  await writeChapter(path, 'old', 'new');
  const { uid, gid } = await stat(path);
  expect([uid, gid]).toEqual([1234, 4321]);
});

test('a chapter that is not there is an error, and nothing is made in its place', async () => {
  await expect(writeChapter(join(folder, 'missing.md'), 'old', 'new')).rejects.toThrow('ENOENT');
  expect(await readdir(folder)).toEqual([]);
});
