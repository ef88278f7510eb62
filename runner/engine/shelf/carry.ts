import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { message, UserError } from '../../core/message.ts';
import { run } from '../exec.ts';
import { runningSandboxes } from '../sandbox/abandoned.ts';
import { cacheFolder } from '../sandbox/paths.ts';
import { systemPath } from '../sandbox/tools.ts';
import { shelfFolder, workFolder } from './folders.ts';
import { holdLock } from './lock.ts';
import { registryBinary, registryTool } from './registry.ts';

/** Folders of tutor's cache that the shelf consists of: its images, their records, the registry's program. */
const program = `tools/${registryTool.package}`;
const parts: readonly string[] = ['shelf/registry', 'shelf/images', program];

/**
 * Writes the whole shelf into one file, for a machine without network.
 *
 * @returns the file's size.
 * @throws UserError where the shelf is empty or the file cannot be written.
 */
export async function exportShelf(file: string): Promise<{ readonly bytes: number }> {
  if (!existsSync(join(shelfFolder(), 'images'))) throw new UserError(message('shelf-empty'));
  const images = parts.filter((part) => part.startsWith('shelf/') && existsSync(join(cacheFolder(), part)));
  const tools = join(workFolder(), 'export');
  try {
    packProgram(join(tools, program));
    // The images' layers are compressed already.
    await tar(file, ['-cf', `${file}.part`, '-C', cacheFolder(), ...images, '-C', tools, program]);
    renameSync(`${file}.part`, file);
  } finally {
    rmSync(tools, { recursive: true, force: true });
  }
  return { bytes: statSync(file).size };
}

/**
 * Takes the shelf from such a file, in place of what is there: whole or not at all.
 *
 * @throws UserError where the file is none of these.
 */
export async function importShelf(file: string): Promise<void> {
  const release = await holdLock();
  const unpacked = join(shelfFolder(), 'import');
  try {
    rmSync(unpacked, { recursive: true, force: true });
    mkdirSync(unpacked, { recursive: true });
    await tar(file, ['-C', unpacked, '-xf', file]);
    if (!existsSync(join(unpacked, 'shelf/images')))
      throw new UserError(message('not-a-shelf', { file: basename(file) }));
    for (const part of parts.filter((one) => existsSync(join(unpacked, one)))) replace(join(unpacked, part), part);
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
    release();
  }
}

/**
 * Frees the shelf's space.
 *
 * @returns the bytes that were freed.
 * @throws UserError while a sandbox runs: it reads from there.
 */
export async function removeShelf(): Promise<{ readonly bytes: number }> {
  const running = runningSandboxes().length;
  if (running > 0) throw new UserError(message('sandboxes-run', { count: running }));
  const release = await holdLock();
  const counted = await run({ file: 'du', args: ['-sxB1', shelfFolder()], env: { PATH: systemPath } });
  release();
  rmSync(shelfFolder(), { recursive: true, force: true });
  return { bytes: Number.parseInt(counted.stdout, 10) || 0 };
}

/** The registry's program, wherever this machine has it, at its place in tutor's cache. */
function packProgram(folder: string): void {
  const binary = registryBinary();
  mkdirSync(join(folder, 'usr/bin'), { recursive: true });
  if (binary !== null) copyFileSync(binary, join(folder, 'usr/bin', registryTool.program));
}

function replace(from: string, part: string): void {
  const to = join(cacheFolder(), part);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

async function tar(file: string, args: readonly string[]): Promise<void> {
  const done = await run({ file: 'tar', args, env: { PATH: systemPath } });
  if (done.exitCode === 0) return;
  throw new UserError(message('shelf-file-failed', { file, why: done.stderr.trim().split('\n').at(-1) ?? '' }));
}
