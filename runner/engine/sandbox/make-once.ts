import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Makes a folder beside its place and renames it once it is whole. Where another process makes the same, its end is
 * waited for.
 *
 * @param make fills the folder that it is given.
 */
export async function makeOnce(
  target: string,
  make: (part: string) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const part = `${target}.part-${process.pid}`;
  removeInterrupted(dirname(target));
  mkdirSync(part, { recursive: true });
  try {
    while (isMadeByOther(target)) await setTimeout(500, undefined, signal === undefined ? {} : { signal });
    if (existsSync(target)) return;
    await make(part);
    if (!existsSync(target)) renameSync(part, target);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Whether another process makes the same: the one with the lowest number does, the others wait for it. */
function isMadeByOther(target: string): boolean {
  const names = readdirSync(dirname(target)).filter((name) => name.startsWith(`${basename(target)}.part-`));
  const makers = names.map((name) => Number(name.split('-').at(-1)));
  return makers.some((pid) => pid < process.pid && existsSync(`/proc/${pid}`));
}

/** Removes what a process left that was killed: the folder names it. */
function removeInterrupted(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const maker = /\.part-(\d+)$/.exec(name)?.[1];
    if (maker === undefined || existsSync(`/proc/${maker}`)) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}
