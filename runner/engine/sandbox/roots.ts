import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Generation } from '../../core/engine.ts';
import { message, UserError } from '../../core/message.ts';
import type { Progress } from '../../core/progress.ts';
import { run } from '../exec.ts';
import { proxiesFor } from '../proxies.ts';
import { runningSandboxes } from './abandoned.ts';
import { makeOnce } from './make-once.ts';
import { modulesAreBuilt, modulesFolder } from './modules.ts';
import { cacheFolder } from './paths.ts';
import { type Recipe, recipeHash, recipeOf } from './recipe.ts';
import { debianMirror, extraCertificates } from './sources.ts';
import { debootstrap, findTool, systemPath } from './tools.ts';
import type { Upstream } from './upstream.ts';

/** Where the root file system of a generation is, or will be once it is built. */
export function rootFolder(generation: Generation): string {
  const certificates = extraCertificates().map(({ text }) => text);
  return join(cacheFolder(), 'roots', `${generation}-${recipeHash(recipeOf(generation), certificates)}`);
}

/** Whether it is built, checked and up to date. */
export function rootIsReady(generation: Generation): boolean {
  return existsSync(rootFolder(generation));
}

/**
 * Builds the root file system of a generation in a folder beside its place and renames it once it is checked. Packages
 * that an interrupted build fetched are used again. What it stands on must be there: see `sandboxActions`.
 */
export async function buildRoot(generation: Generation, progress: Progress, signal?: AbortSignal): Promise<void> {
  const recipe = recipeOf(generation);
  await makeOnce(
    rootFolder(generation),
    async (part) => {
      const { upstream } = recipe;
      if (upstream !== undefined && modulesAreBuilt(upstream)) await stack(upstream, part);
      else await bootstrap(recipe, part, progress, signal);
      await check(recipe, part);
    },
    signal,
  );
  rmSync(packagesFolder(recipe), { recursive: true, force: true });
  removeOutdated(generation);
}

/**
 * The root of another generation with other programs in it. All files are that one's by another name: nothing ever
 * writes to a root, and the programs are put in the place of theirs.
 */
async function stack(upstream: Upstream, root: string): Promise<void> {
  const script = `set -e
cp -al "$BASE/." "$ROOT/"
ln -f "$BUILT/dockerd" "$BUILT/docker-proxy" "$ROOT/usr/sbin/"
ln -f "$BUILT/docker" "$ROOT/usr/bin/"
`;
  const env = { PATH: systemPath, BASE: rootFolder(upstream.base), ROOT: root, BUILT: modulesFolder(upstream) };
  const made = await run({ file: 'sh', args: ['-c', script], env });
  if (made.exitCode !== 0) {
    throw new UserError(message('root-failed', { generation: upstream.version, why: made.stderr.trim() }));
  }
}

/** Removes root file systems that no recipe makes any more; none while a sandbox might stand on it. */
export function removeOutdated(generation: Generation): void {
  if (runningSandboxes().length > 0) return;
  const folder = join(cacheFolder(), 'roots');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const others = names.filter((name) => name.startsWith(`${generation}-`) && !name.includes('.part-'));
  for (const name of others) {
    if (join(folder, name) !== rootFolder(generation)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function packagesFolder({ suite }: Recipe): string {
  return join(cacheFolder(), 'packages', suite);
}

/** In namespaces of its own, so that whatever debootstrap mounts and starts goes when it does. */
const script = `set -e
"$DEBOOTSTRAP" --variant=minbase --force-check-gpg --keyring="$KEYRING" --cache-dir="$PACKAGES" \\
  --include="$INCLUDE" "$SUITE" "$ROOT" $MIRROR "$SCRIPTS/$SCRIPT"
if [ -n "$CERTIFICATES" ]; then cp $CERTIFICATES "$ROOT/usr/local/share/ca-certificates/"; fi
mount -t proc proc "$ROOT/proc"
chroot "$ROOT" /bin/sh -c "$FINISH"
umount "$ROOT/proc"
`;

async function bootstrap(recipe: Recipe, root: string, progress: Progress, signal?: AbortSignal): Promise<void> {
  mkdirSync(packagesFolder(recipe), { recursive: true });
  const what = `Docker ${recipe.generation}: root file system (Debian ${recipe.suite})`;
  let done = 0;
  const built = await run({
    file: 'setpriv',
    args: [
      '--pdeathsig',
      'KILL',
      'nice',
      'unshare',
      '-m',
      '-p',
      '-f',
      '--kill-child',
      '--mount-proc',
      'sh',
      '-c',
      script,
    ],
    env: environment(recipe, root),
    cwd: '/',
    ...(signal === undefined ? {} : { signal }),
    onStdout: (text) => {
      done += (text.match(/^I: /gm) ?? []).length;
      progress({ what, done: Math.min(done, recipe.lines - 1), total: recipe.lines });
    },
  });
  if (built.exitCode === 0) return;
  const said = `${built.stdout}\n${built.stderr}`.trim().split('\n');
  throw new UserError(
    message('root-failed', {
      generation: recipe.generation,
      why: said.findLast((line) => !line.startsWith('I:')) ?? '',
    }),
  );
}

function environment(recipe: Recipe, root: string): Readonly<Record<string, string>> {
  const tool = findTool(debootstrap);
  if (tool === null) throw new UserError(message('tool-failed', { program: debootstrap.program, why: 'not there' }));
  const base = tool.root ?? '';
  return {
    PATH: `${systemPath}`,
    LC_ALL: 'C.UTF-8',
    DEBOOTSTRAP: tool.path,
    DEBOOTSTRAP_DIR: `${base}/usr/share/debootstrap`,
    SCRIPTS: `${base}/usr/share/debootstrap/scripts`,
    SCRIPT: recipe.script,
    KEYRING:
      ['', base].map((at) => `${at}/usr/share/keyrings/debian-archive-keyring.gpg`).find((at) => existsSync(at)) ?? '',
    PACKAGES: packagesFolder(recipe),
    INCLUDE: recipe.packages.join(','),
    SUITE: recipe.suite,
    ROOT: root,
    ...proxiesFor(() => false).variables,
    MIRROR: debianMirror() ?? 'https://deb.debian.org/debian',
    CERTIFICATES: extraCertificates()
      .map(({ path }) => path)
      .join(' '),
    FINISH: recipe.finish,
  };
}

/** A 29 is never called 28: the built engine says itself what it is. */
async function check(recipe: Recipe, root: string): Promise<void> {
  const asked = await run({ file: 'chroot', args: [root, 'dockerd', '--version'], env: { PATH: systemPath } });
  const version = /version (\d+)/.exec(asked.stdout)?.[1] ?? asked.stderr.trim();
  if (version === String(recipe.generation)) return;
  throw new UserError(message('wrong-docker', { suite: recipe.suite, version, generation: recipe.generation }));
}
