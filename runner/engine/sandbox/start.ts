import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine, Generation } from '../../core/engine.ts';
import { because, message, UserError } from '../../core/message.ts';
import { run } from '../exec.ts';
import { isOwnAddress, type Proxies, proxiesFor } from '../proxies.ts';
import { ownerLine, startTime } from './abandoned.ts';
import { type ControlGroups, hierarchies, makeControlGroups, removeControlGroups } from './cgroups.ts';
import { dockerVersion } from './docker-api.ts';
import { insideScript } from './inside.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { listens } from './listening.ts';
import { sandboxEngine, socketOf } from './machine.ts';
import { mountTables } from './mounts.ts';
import { chooseNetwork } from './network.ts';
import { cacheFolder, runFolder } from './paths.ts';
import { runcScript } from './privileged.ts';
import { patienceMs, type Supervision, supervise } from './supervision.ts';
import { dockerdWithholding, entryScript, gateScript, joinScript } from './supervisor.ts';
import { findTool, librariesOf, mkfs, systemPath } from './tools.ts';
import { showScript, userRange } from './user-namespace.ts';

/** What a sandbox is made from; the paths must exist. */
export interface Parts {
  readonly generation: Generation;
  /** Folder of the root file system, shared by all sandboxes and never written. */
  readonly rootfs: string;
  /** The program slirp4netns, and the folder of libraries that the host lacks. */
  readonly slirp: string;
  readonly libraries: string;
  readonly mirror: Mirror | null;
}

/** A registry that answers on the sandbox's own 127.0.0.1. */
export interface Mirror {
  /** The program and its arguments; it is started in the sandbox's network and the host's files. */
  readonly argv: readonly string[];
  readonly standIns: readonly string[];
}

/** Port of the mirror inside: high, so that no chapter's registry wants it. */
export const mirrorPort = 41_573;

/**
 * Starts a sandbox and waits until its dockerd answers. It ends with the process that called this.
 *
 * @throws UserError with what dockerd or the kernel said, when it does not come up.
 */
export async function startSandbox(
  parts: Parts,
  asked: Partial<Limits> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Engine> {
  signal.throwIfAborted();
  const id = randomBytes(6).toString('hex');
  const folder = makeFolder(id);
  const limits = { ...defaultLimits(folder), ...asked };
  const groups = makeControlGroups(id, limits);
  for (const [name, table] of Object.entries(mountTables(hierarchies()))) writeFileSync(join(folder, name), table);
  const proxies = proxiesFor(isOwnAddress);
  let supervision: Supervision | null = null;
  const stop = () => stopSandbox(id, folder, supervision);
  try {
    await makeDisk(join(folder, diskName(id)), limits.diskBytes);
    supervision = supervise(environment(parts, id, folder, groups, proxies));
    endWhenAborted(supervision, signal);
    return sandboxEngine(await describe(id, parts, groups, proxies, supervision), stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

function endWhenAborted(supervision: Supervision, signal: AbortSignal): void {
  const end = () => supervision.end();
  signal.addEventListener('abort', end, { once: true });
  supervision.ended.then(() => signal.removeEventListener('abort', end));
}

const dockerOptions = `--containerd=/run/containerd/containerd.sock --ip6tables=false --registry-mirror=http://127.0.0.1:${mirrorPort}`;

async function describe(id: string, parts: Parts, groups: ControlGroups, proxies: Proxies, supervision: Supervision) {
  await supervision.ready;
  const pid = await supervision.pid;
  const version = await dockerVersion(socketOf(pid));
  if (version === null)
    throw new UserError(message('sandbox-failed', { why: because('no-answer-from', { what: 'dockerd' }) }));
  // A pull before it listens goes to Docker Hub, and fails where that cannot be reached.
  if (parts.mirror !== null && !(await listens(pid, mirrorPort, patienceMs)))
    throw new UserError(
      message('sandbox-failed', { why: because('no-answer-from', { what: basename(parts.mirror.argv[0] ?? '') }) }),
    );
  return {
    kind: 'sandbox',
    id,
    generation: parts.generation,
    pid,
    dockerVersion: version,
    procs: groups.enter,
    variables: proxies.variables,
    standIns: parts.mirror?.standIns ?? [],
  } as const;
}

function environment(
  parts: Parts,
  id: string,
  folder: string,
  groups: ControlGroups,
  { variables, dockerConfig }: Proxies,
): Readonly<Record<string, string>> {
  const network = chooseNetwork();
  const users = userRange();
  return {
    // For the registry, which asks Docker Hub from the sandbox's network.
    ...variables,
    EXPORTS: exportsOf(variables),
    DOCKER_CONFIG_JSON: dockerConfig ?? '',
    DIR: folder,
    DISK: diskName(id),
    DOCKER_OPTS: dockerOptions,
    SLIRP: parts.slirp,
    LIBRARIES: parts.libraries,
    CIDR: network.cidr,
    RESOLVER: network.resolver,
    GATEWAY: network.gateway,
    SELF: network.self,
    BESIDE: network.beside,
    GATE: gateScript,
    HOST_ADDRESSES: network.hostAddresses.join(' '),
    PROCS: groups.procs.join(' '),
    LEAVES: groups.enter.filter((file) => !groups.procs.includes(file)).join(' '),
    GROUPS_OF: groups.folders.join(' '),
    SHARED_GROUPS: groups.folders.map(dirname).join(' '),
    ROOTFS: parts.rootfs,
    FIRST: String(users.first),
    SIZE: String(users.size),
    SHOW: showScript,
    ENTRY: entryScript,
    INSIDE: insideScript,
    RUNC: runcScript,
    JOIN: joinScript,
    WITHHOLD: dockerdWithholding(parts.generation),
    REGISTRY: parts.mirror?.argv.join(' ') ?? '',
  };
}

/** Lines of a file that a shell reads, each on a line of its own. */
function exportsOf(variables: Readonly<Record<string, string>>): string {
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`);
  return lines.map((line) => `\n${line}`).join('');
}

/** Under another name until it says whose it is: the next command removes folders that nobody owns. */
function makeFolder(id: string): string {
  const folder = join(runFolder(), id);
  const unnamed = join(cacheFolder(), `new-${id}`);
  for (const name of ['lower', 'disk', 'root']) mkdirSync(join(unnamed, name), { recursive: true });
  writeFileSync(join(unnamed, 'owner'), ownerLine(process.pid));
  mkdirSync(runFolder(), { recursive: true });
  renameSync(unnamed, folder);
  return folder;
}

/** The name is all of it that the kernel tells: to whom the disk belongs must be seen in it. */
function diskName(id: string): string {
  return `disk-${id}`;
}

/** A sparse file with an empty file system. No journal: whatever breaks, it is thrown away. */
async function makeDisk(path: string, bytes: number): Promise<void> {
  const options = ['-q', '-F', '-m', '0', '-O', '^has_journal', '-E', 'lazy_itable_init=1,nodiscard'];
  const tool = findTool(mkfs);
  if (tool === null) throw new UserError(message('sandbox-impossible', { missing: mkfs.program }));
  const made = await run({
    file: tool.path,
    args: [...options, path, `${Math.floor(bytes / 1024)}k`],
    env: { PATH: systemPath, LD_LIBRARY_PATH: librariesOf(tool) },
  });
  if (made.exitCode !== 0) throw new UserError(message('sandbox-failed', { why: made.stderr.trim() }));
}

/**
 * Nothing runs inside any more. The supervisor gives back what was used meanwhile: to write a file system out that is
 * thrown away takes the kernel a second or two. What it had to leave, because a process took its time to end, goes here,
 * or with the next command.
 */
async function stopSandbox(id: string, folder: string, supervision: Supervision | null): Promise<void> {
  const clean = () => {
    rmSync(folder, { recursive: true, force: true });
    removeControlGroups(id);
  };
  if (supervision === null) return clean();
  const { ended, pid } = supervision;
  const cleaned = ended.then(clean);
  supervision.end();
  await Promise.race([cleaned, pid.then(endOf, () => cleaned)]);
  supervision.release();
}

/** Resolves when a process has ended; the first one of a sandbox ends after all others in it. */
async function endOf(pid: number): Promise<void> {
  const since = startTime(pid);
  while (since !== null && startTime(pid) === since) await sleep(5);
}
