import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Hierarchy, parseHierarchies } from './hierarchies.ts';
import type { Limits } from './limits.ts';

/**
 * Each sandbox has `tutor/<id>/machine` in every hierarchy. `machine` is the root that is seen inside; the limits stand
 * one level above it, because the files of the visible root can be written from inside.
 */
export interface ControlGroups {
  /** Files that a process writes its number to in order to belong to the sandbox. */
  readonly procs: readonly string[];
  /** The same for who enters later: in version 2 only leaves hold processes. */
  readonly enter: readonly string[];
  /** The sandbox's folder in every hierarchy. */
  readonly folders: readonly string[];
}

const everyone = 'tutor';
const attempts = 10;

/**
 * Version 1 weighs a group against single processes of its parent, each 1,024: with that weight all sandboxes together
 * would get what one busy process gets.
 */
const sharesOfAll = 16 * 1024;

/** The hierarchies of this machine. */
export function hierarchies(): readonly Hierarchy[] {
  return parseHierarchies(readFileSync('/proc/self/mountinfo', 'utf8'));
}

/** Makes the control groups of a sandbox and sets its limits. */
export function makeControlGroups(id: string, limits: Limits): ControlGroups {
  const found = hierarchies();
  for (const hierarchy of found) insist(() => makeIn(hierarchy, id, limits));
  return {
    procs: found.map((one) => join(one.mount, everyone, id, 'machine', 'cgroup.procs')),
    enter: found.map((one) =>
      join(one.mount, everyone, id, 'machine', one.folder === '.' ? 'init' : '', 'cgroup.procs'),
    ),
    folders: found.map((one) => join(one.mount, everyone, id)),
  };
}

/** Removes the control groups of a sandbox; those that still hold a process stay. */
export function removeControlGroups(id: string): void {
  for (const { mount } of hierarchies()) {
    removeDeep(join(mount, everyone, id));
    tryRemove(join(mount, everyone));
  }
}

/**
 * Whoever ends the last sandbox removes the group of all: it may go between being made here and getting a group inside,
 * and is made again.
 */
function insist(make: () => void): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      make();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || attempt === attempts) throw error;
    }
  }
}

function makeIn(hierarchy: Hierarchy, id: string, limits: Limits): void {
  const shared = join(hierarchy.mount, everyone);
  const own = join(shared, id);
  const machine = join(own, 'machine');
  const alone = hierarchy.folder === '.';
  if (alone) handDown(hierarchy.mount, ['cpu', 'memory', 'pids']);
  mkdirSync(shared, { recursive: true });
  if (alone) handDown(shared);
  if (hierarchy.controllers.includes('devices')) denyDisks(shared);
  if (hierarchy.controllers.includes('cpu')) write(join(shared, 'cpu.shares'), sharesOfAll);
  mkdirSync(own);
  if (alone) handDown(own);
  mkdirSync(machine);
  if (alone) mkdirSync(join(machine, 'init'));
  if (hierarchy.controllers.includes('cpuset')) for (const folder of [shared, own, machine]) copyCpus(folder);
  setLimits(hierarchy, own, limits);
}

/** Version 1: a new cpuset group has no processors until it is told. */
function copyCpus(folder: string): void {
  for (const name of ['cpuset.cpus', 'cpuset.mems']) {
    write(join(folder, name), readFileSync(join(dirname(folder), name), 'utf8'));
  }
}

/**
 * Version 1: nobody below may read or write a block device, nor memory, ports and the kernel's log. A list of what is
 * forbidden, not of what is allowed: a container with --privileged asks for everything and is given what its parents
 * have, where a list of what is allowed makes it fail. mknod stays possible, because runc's rules allow it by name.
 */
function denyDisks(folder: string): void {
  for (const rule of ['b *:* rw', 'c 1:1 rw', 'c 1:2 rw', 'c 1:4 rw', 'c 1:11 rw', 'c 10:237 rw']) {
    write(join(folder, 'devices.deny'), rule);
  }
}

/**
 * Version 2: children get the controllers that their parent hands down. Of the machine's own root only what limits need
 * is asked, which systemd hands down anyway.
 */
function handDown(folder: string, wanted?: readonly string[]): void {
  const there = readFileSync(join(folder, 'cgroup.controllers'), 'utf8').trim().split(' ');
  for (const name of there.filter((one) => one !== '' && (wanted?.includes(one) ?? true))) {
    write(join(folder, 'cgroup.subtree_control'), `+${name}`);
  }
}

function setLimits(hierarchy: Hierarchy, folder: string, limits: Limits): void {
  if (hierarchy.type === 'cgroup2') {
    write(join(folder, 'memory.max'), limits.memoryBytes);
    write(join(folder, 'memory.swap.max'), 0);
    write(join(folder, 'pids.max'), limits.processes);
    return;
  }
  if (hierarchy.controllers.includes('memory')) {
    write(join(folder, 'memory.limit_in_bytes'), limits.memoryBytes);
    write(join(folder, 'memory.memsw.limit_in_bytes'), limits.memoryBytes);
  }
  if (hierarchy.controllers.includes('pids')) write(join(folder, 'pids.max'), limits.processes);
}

/** A kernel without the controller has no such file: then there is no such limit. */
function write(path: string, value: string | number): void {
  if (existsSync(path)) writeFileSync(path, String(value));
}

function removeDeep(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeDeep(join(folder, entry.name));
  }
  tryRemove(folder);
}

function tryRemove(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Gone already, or still in use by another sandbox.
  }
}
