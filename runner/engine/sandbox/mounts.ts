import { existsSync, readdirSync } from 'node:fs';
import type { Hierarchy } from './hierarchies.ts';

/** The mounts of a sandbox as tables for `mount -a -T` (fstab(5)): one process mounts them all. */
export interface MountTables {
  /** What only this machine's root may mount: a /dev with devices, and what Docker stores on the disk itself. */
  readonly ofMachine: string;
  /** What the sandbox's own root mounts, in a user namespace. */
  readonly apart: string;
  /** The same without one, with what hides and protects. */
  readonly beside: string;
}

type Row = readonly [source: string, target: string, type: string, options: string];

/** What of the kernel's /proc is hidden, where this kernel has it. */
const hidden = ['sysrq-trigger', 'kcore', 'kmsg', 'keys', 'timer_list', 'sched_debug', 'latency_stats'];

const root = '/mnt/root';

/** What is mounted in the sandbox's root beside its files. */
export function mountTables(hierarchies: readonly Hierarchy[]): MountTables {
  const ofMachine: readonly Row[] = [
    ['dev', `${root}/dev`, 'tmpfs', 'nosuid,mode=755,size=64k'],
    ['/mnt/disk/docker', `${root}/var/lib/docker`, 'none', 'bind'],
    ['/mnt/disk/containerd', `${root}/var/lib/containerd`, 'none', 'bind'],
  ];
  const views: readonly Row[] = [
    ['proc', `${root}/proc`, 'proc', 'nosuid,nodev,noexec'],
    ['sysfs', `${root}/sys`, 'sysfs', 'nosuid,nodev,noexec'],
  ];
  const own: readonly Row[] = [
    ['run', `${root}/run`, 'tmpfs', 'nosuid,nodev,mode=755,size=64m'],
    ...controlGroups(hierarchies),
    ['devpts', `${root}/dev/pts`, 'devpts', 'newinstance,ptmxmode=0666,mode=620,gid=5,nosuid,noexec'],
    ['shm', `${root}/dev/shm`, 'tmpfs', 'nosuid,nodev'],
    ['mqueue', `${root}/dev/mqueue`, 'mqueue', 'nosuid,nodev,noexec'],
  ];
  const masks = hidden.filter((name) => existsSync(`/proc/${name}`));
  // The network's settings are the sandbox's own.
  const settings = readdirSync('/proc/sys').filter((name) => name !== 'net');
  const protection: readonly Row[] = [
    ...masks.map((name): Row => [`${root}/dev/null`, `${root}/proc/${name}`, 'none', 'bind']),
    ...settings.map((name) => readOnly(`${root}/proc/sys/${name}`)),
  ];
  return {
    ofMachine: table(ofMachine),
    apart: table([...views, ...own]),
    beside: table([...views, readOnly(`${root}/sys`), ...own, ...protection]),
  };
}

function readOnly(folder: string): Row {
  return [folder, folder, 'none', 'bind,ro,nosuid,nodev,noexec'];
}

function controlGroups(hierarchies: readonly Hierarchy[]): readonly Row[] {
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

function table(rows: readonly Row[]): string {
  return rows.map((row) => `${row.join(' ')} 0 0\n`).join('');
}
