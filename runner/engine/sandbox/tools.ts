import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { message, UserError } from '../../core/message.ts';
import { run } from '../exec.ts';
import { cacheFolder } from './paths.ts';

/** A program of the host's distribution that a new machine lacks. */
export interface Tool {
  readonly program: string;
  /** Debian's package that carries it. */
  readonly package: string;
}

/** Where a tool was found. */
export interface FoundTool {
  readonly path: string;
  /** Folder of the unpacked package, null for a program of the host's own. */
  readonly root: string | null;
}

export const slirp: Tool = { program: 'slirp4netns', package: 'slirp4netns' };
export const debootstrap: Tool = { program: 'debootstrap', package: 'debootstrap' };
export const mkfs: Tool = { program: 'mkfs.ext4', package: 'e2fsprogs' };

const folders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** PATH with the system folders, which a user's PATH often lacks. */
export const systemPath = folders.join(delimiter);

/** Looks for a tool on the host and in tutor's cache; null where it must be fetched first. */
export function findTool({ program, package: name }: Tool): FoundTool | null {
  const own = folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
  if (own !== undefined) return { path: own, root: null };
  const root = join(cacheFolder(), 'tools', name);
  const path = folders.map((folder) => join(root, folder, program)).find((one) => existsSync(one));
  return path === undefined ? null : { path, root };
}

/** Folders of the libraries that came with a tool, as LD_LIBRARY_PATH has them. */
export function librariesOf({ root }: FoundTool): string {
  if (root === null) return '';
  const bases = [join(root, 'usr/lib'), join(root, 'lib')].filter((folder) => existsSync(folder));
  const multiarch = bases.flatMap((base) =>
    readdirSync(base)
      .filter((name) => name.includes('-linux-'))
      .map((name) => join(base, name)),
  );
  return [...multiarch, ...bases].join(delimiter);
}

/**
 * Fetches a tool with everything it needs that the host lacks, from the host's own package sources, and unpacks it into
 * the cache. Nothing is installed, and apt's own lists stay as they are: they are used where they are good enough, else
 * those that this process has fetched once for all tools.
 */
export async function fetchTool(tool: Tool, signal?: AbortSignal): Promise<void> {
  const target = join(cacheFolder(), 'tools', tool.package);
  const part = `${target}.part-${process.pid}`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const download = async (own: boolean) => {
    const plan = await apt(['-s', 'install', '--no-install-recommends', tool.package], own, part, signal);
    const names = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name]) => String(name));
    await apt(['-qq', 'download', ...names], own, part, signal);
  };
  // Lists that are missing or old name packages that are not to be had.
  await download(false).catch(async () => {
    await updateLists(signal);
    await download(true);
  });
  for (const deb of readdirSync(part).filter((name) => name.endsWith('.deb'))) {
    await must('dpkg', ['-x', deb, part], part, signal);
    rmSync(join(part, deb));
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(part, target);
}

let kept: string | null = null;
let updated: Promise<unknown> | null = null;

/** What apt works out of package lists, and lists of this process's own: kept for the next tool, gone with the process. */
function aptFolder(): string {
  if (kept !== null && existsSync(kept)) return kept;
  const folder = mkdtempSync(join(cacheFolder(), 'tools', 'apt.part-'));
  for (const name of ['lists', 'cache', 'cache-of-own']) mkdirSync(join(folder, name));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  kept = folder;
  updated = null;
  return folder;
}

/** Fetches the package lists, once for all tools. */
async function updateLists(signal?: AbortSignal): Promise<void> {
  const folder = aptFolder();
  updated ??= apt(['-qq', 'update'], true, folder, signal);
  await updated.catch((error: unknown) => {
    updated = null;
    throw error;
  });
}

/** @param own by lists of this process's own, not by the machine's. */
function apt(args: readonly string[], own: boolean, cwd: string, signal?: AbortSignal): Promise<string> {
  const folder = aptFolder();
  const settings = [
    `Dir::Cache=${join(folder, own ? 'cache-of-own' : 'cache')}`,
    // Images of containers turn this off.
    'Dir::Cache::pkgcache=pkgcache.bin',
    'Dir::Cache::srcpkgcache=srcpkgcache.bin',
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
    ...(own ? [`Dir::State::lists=${join(folder, 'lists')}`] : []),
  ];
  return must('apt-get', [...settings.flatMap((setting) => ['-o', setting]), ...args], cwd, signal);
}

async function must(file: string, args: readonly string[], cwd: string, signal?: AbortSignal): Promise<string> {
  const env = { ...process.env, PATH: systemPath, LC_ALL: 'C.UTF-8' };
  const done = await run({ file, args, cwd, env, ...(signal === undefined ? {} : { signal }) });
  if (done.exitCode === 0) return done.stdout;
  const why = done.stderr.trim().split('\n').at(-1) ?? '';
  throw new UserError(message('tool-failed', { program: `${file} ${args.at(-1) ?? ''}`, why }));
}
