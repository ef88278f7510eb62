import { basename } from 'node:path';

/** A mounted control-group hierarchy of this machine. */
export interface Hierarchy {
  readonly type: 'cgroup' | 'cgroup2';
  /** Where it is mounted here. */
  readonly mount: string;
  /** Options with which a sandbox mounts it again (`cpuset`, `none,name=systemd`). */
  readonly options: string;
  /** Folder below the sandbox's /sys/fs/cgroup; `.` where this hierarchy is all there is. */
  readonly folder: string;
  /** Controllers that it carries, as far as the mount says so (not for cgroup2). */
  readonly controllers: readonly string[];
}

/** Options of a control-group mount that are no controllers. */
const flags = new Set([
  'rw',
  'ro',
  'xattr',
  'clone_children',
  'noprefix',
  'none',
  'nsdelegate',
  'memory_recursiveprot',
]);

/**
 * Reads the hierarchies from the text of /proc/self/mountinfo (proc(5)): version 1 controllers, named hierarchies and
 * the unified one.
 */
export function parseHierarchies(mountinfo: string): readonly Hierarchy[] {
  const lines = mountinfo.split('\n').flatMap((line) => parseLine(line) ?? []);
  return lines.filter((one, index) => lines.findIndex((other) => other.mount === one.mount) === index);
}

function parseLine(line: string): Hierarchy | null {
  const [mounted, source] = line.split(' - ');
  const mount = mounted?.split(' ')[4];
  const [type, , options = ''] = source?.split(' ') ?? [];
  if (mount === undefined || !mount.startsWith('/sys/fs/cgroup')) return null;
  if (type === 'cgroup2') {
    const folder = mount === '/sys/fs/cgroup' ? '.' : basename(mount);
    return { type, mount, options: 'rw', folder, controllers: [] };
  }
  if (type !== 'cgroup') return null;
  const words = options.split(',');
  const name = words.find((word) => word.startsWith('name='));
  const controllers = words.filter((word) => !flags.has(word) && !word.includes('='));
  if (name !== undefined) return { type, mount, options: `none,${name}`, folder: basename(mount), controllers: [] };
  return { type, mount, options: controllers.join(','), folder: basename(mount), controllers };
}
