import { resolve } from 'node:path';
import { execa } from 'execa';
import { message, UserError } from '../core/message.ts';

/**
 * The files that differ from a revision of git, committed or not, absolute: from where the branch left it.
 *
 * @throws UserError where git knows no such revision, or there is no repository
 */
export async function changedFiles(revision: string, cwd: string): Promise<readonly string[]> {
  const git = async (...args: readonly string[]) => {
    const { exitCode, stdout, stderr } = await execa('git', ['-C', cwd, ...args], { reject: false });
    if (exitCode === 0) return stdout;
    const why = (stderr || 'git').split('\n')[0] ?? '';
    throw new UserError(message('changed-unknown', { revision, why }));
  };
  const top = (await git('rev-parse', '--show-toplevel')).trim();
  const since = (await git('merge-base', revision, 'HEAD')).trim();
  const changed = await git('diff', '--name-only', '--no-renames', '-z', since);
  const added = await git('ls-files', '--others', '--exclude-standard', '--full-name', '-z', top);
  return [...changed.split('\0'), ...added.split('\0')].filter(Boolean).map((path) => resolve(top, path));
}

/** Every `count`-th of them, from the `index`-th (counted from 1) on. All parts together are all, each once. */
export function shardOf<T>(
  all: readonly T[],
  { index, count }: { readonly index: number; readonly count: number },
): T[] {
  return all.filter((_one, at) => at % count === index - 1);
}
