import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { execa } from 'execa';
import { message, UserError } from '../core/message.ts';
import type { ChapterReport } from '../core/report.ts';
import { stateFolder } from '../engine/index.ts';

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

/** How chapters came out the last time, by their absolute paths and their engines: the verdict. */
type Remembered = Record<string, Record<string, string>>;

/** Whether a chapter was neither green nor left out the last time it was tested on an engine. */
export async function lastFailed(root: string): Promise<(file: string, engine: string) => boolean> {
  const known = await recall(root);
  const good = new Set<string | undefined>(['passed', 'left-out', 'empty', 'unchanged', undefined]);
  return (file, engine) => !good.has(known[file]?.[engine]);
}

/** Remembers how chapters came out. A folder that cannot be written is no reason to fail. */
export async function rememberVerdicts(root: string, cwd: string, reports: readonly ChapterReport[]): Promise<void> {
  const known = await recall(root);
  for (const { path, engine, verdict } of reports) {
    const file = resolve(cwd, path);
    known[file] = { ...known[file], [engine]: verdict };
  }
  const path = pathOf(root);
  await mkdir(dirname(path), { recursive: true })
    .then(() => writeFile(path, JSON.stringify(known)))
    .catch(() => {});
}

async function recall(root: string): Promise<Remembered> {
  try {
    return JSON.parse(await readFile(pathOf(root), 'utf8')) as Remembered;
  } catch {
    return {};
  }
}

function pathOf(root: string): string {
  return join(stateFolder(), 'verdicts', `${createHash('sha256').update(root).digest('hex').slice(0, 16)}.json`);
}
