import { existsSync } from 'node:fs';
import type { Hierarchy } from './hierarchies.ts';

/** The mounts of a sandbox as two tables for `mount -a -T` (fstab(5)): one process mounts them all. */
export interface MountTables {
  /** The root, and what its own /dev is copied into. */
  readonly first: string;
  /** What needs the nodes of that /dev, and what hides and protects. */
  readonly second: string;
}

type Row = readonly [source: string, target: string, type: string, options: string];

/** What of the kernel's /proc is hidden, where this kernel has it. */
const hidden = ['sysrq-trigger', 'kcore', 'kmsg', 'keys', 'timer_list', 'sched_debug', 'latency_stats'];

/** @param mount folder on which the sandbox's disk is mounted @param rootfs the shared root file system */
export function mountTables(mount: string, rootfs: string, hierarchies: readonly Hierarchy[]): MountTables {
  const root = `${mount}/root`;
  const overlay = `lowerdir=${rootfs},upperdir=${mount}/upper,workdir=${mount}/work`;
  const first: readonly Row[] = [
    ['overlay', root, 'overlay', overlay],
    ['proc', `${root}/proc`, 'proc', 'nosuid,nodev,noexec'],
    ['sysfs', `${root}/sys`, 'sysfs', 'nosuid,nodev,noexec'],
    [`${root}/sys`, `${root}/sys`, 'none', 'bind,ro,nosuid,nodev,noexec'],
    ['dev', `${root}/dev`, 'tmpfs', 'nosuid,mode=755,size=64k'],
    ['run', `${root}/run`, 'tmpfs', 'nosuid,nodev,mode=755,size=64m'],
    [`${mount}/docker`, `${root}/var/lib/docker`, 'none', 'bind'],
    [`${mount}/containerd`, `${root}/var/lib/containerd`, 'none', 'bind'],
    ...controlGroups(root, hierarchies),
  ];
  const masks = hidden.filter((name) => existsSync(`/proc/${name}`));
  const second: readonly Row[] = [
    ['devpts', `${root}/dev/pts`, 'devpts', 'newinstance,ptmxmode=0666,mode=620,gid=5,nosuid,noexec'],
    ['shm', `${root}/dev/shm`, 'tmpfs', 'nosuid,nodev'],
    ['mqueue', `${root}/dev/mqueue`, 'mqueue', 'nosuid,nodev,noexec'],
    ...masks.map((name): Row => [`${root}/dev/null`, `${root}/proc/${name}`, 'none', 'bind']),
    [`${root}/proc/sys`, `${root}/proc/sys`, 'none', 'bind,ro,nosuid,nodev,noexec'],
    [`${root}/proc/sys/net`, `${root}/proc/sys/net`, 'none', 'bind'],
  ];
  return { first: table(first), second: table(second) };
}

function controlGroups(root: string, hierarchies: readonly Hierarchy[]): readonly Row[] {
  const base = `${root}/sys/fs/cgroup`;
  const alone = hierarchies.find(({ folder }) => folder === '.');
  if (alone !== undefined) return [['cgroup2', base, 'cgroup2', 'nosuid,nodev,noexec']];
  return [
    ['cgroup', base, 'tmpfs', 'nosuid,nodev,noexec,mode=755,size=64k'],
    ...hierarchies.map(
      ({ type, folder, options }): Row => [
        'cgroup',
        `${base}/${folder}`,
        type,
        `${options},nosuid,nodev,noexec,X-mount.mkdir`,
      ],
    ),
  ];
}

/** fstab(5) writes a space as \\040. */
function table(rows: readonly Row[]): string {
  return rows.map((row) => `${row.map((cell) => cell.replaceAll(' ', '\\040')).join(' ')} 0 0\n`).join('');
}
