import { cp, mkdir, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { execa } from 'execa';
import { findUpwards } from '../config/repository.ts';
import type { Engine } from '../core/engine.ts';
import { makeScratch } from '../engine/index.ts';

/** What a chapter without a repository may bring along: a folder of assets, not somebody's home. */
const mostFiles = 2_000;
const mostBytes = 200 * 1024 * 1024;

/**
 * Copies what the chapter's reader has onto the engine's machine: the chapter's repository (without what git ignores),
 * or, where there is none, the chapter's own folder if it is small; then the further assets.
 *
 * @param chapterPath absolute
 * @param assets absolute path of a folder whose content is laid over the starting folder, or null
 * @param own whether the chapter's document is among the files, where it belongs to no repository
 * @param name what the folder is called in which the chapter starts, where that is no folder of a repository
 * @returns the folder on the engine's machine in which the chapter starts
 */
export async function copyWorkspace(
  engine: Engine,
  chapterPath: string,
  assets: string | null,
  { own = true, name = null }: { readonly own?: boolean; readonly name?: string | null } = {},
): Promise<string> {
  const folder = dirname(chapterPath);
  const root = (await findUpwards(folder, '.git')) ?? folder;
  const staged = makeScratch();
  try {
    const files = await filesOf(root);
    // A document that lies beside nothing is what its reader reads, and no file of theirs.
    const theirs =
      own || (await findUpwards(folder, '.git')) !== null
        ? files
        : files.filter((file) => join(root, file) !== chapterPath);
    for (const file of theirs) await copyFile(join(root, file), join(staged, file));
    const start = join(staged, relative(root, folder));
    await mkdir(start, { recursive: true });
    if (assets) await cp(await realpath(assets), start, { recursive: true, verbatimSymlinks: true });
    const inside = relative(root, folder);
    const target = inside === '' && name !== null ? posix.join(engine.workspace, name) : engine.workspace;
    await engine.copyIn(staged, target);
    return posix.join(target, ...inside.split(/[\\/]/));
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

async function copyFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to, { verbatimSymlinks: true });
}

/** Files of a repository that git knows or would add; of another folder, all, where they are few. */
export async function filesOf(root: string): Promise<string[]> {
  const git = await execa('git', ['-C', root, 'ls-files', '-coz', '--exclude-standard'], { reject: false });
  const inRepository = git.exitCode === 0 && (await findUpwards(root, '.git')) === root;
  const names = inRepository ? git.stdout.split('\0').filter(Boolean) : await listFolder(root);
  const present = await Promise.all(
    names.map(async (name) => ((await stat(resolve(root, name)).catch(() => null))?.isFile() ? [name] : [])),
  );
  return present.flat();
}

async function listFolder(root: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  // A link is a link there too: what it leads to is nothing that the chapter brings along.
  const names = await glob(['**/*'], {
    cwd: root,
    dot: true,
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
  });
  if (names.length > mostFiles) return [];
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(root, name)).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0) > mostBytes ? [] : names;
}
