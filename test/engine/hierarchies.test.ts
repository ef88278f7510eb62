import { expect, test } from 'vitest';
import { parseHierarchies } from '../../runner/engine/sandbox/hierarchies.ts';
import { mountTables } from '../../runner/engine/sandbox/mounts.ts';

const hybrid = `25 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 25 0:27 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
31 30 0:29 / /sys/fs/cgroup/cpu,cpuacct rw,relatime shared:9 - cgroup cgroup rw,cpu,cpuacct
32 30 0:30 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory,clone_children
33 30 0:31 / /sys/fs/cgroup/systemd rw,relatime - cgroup systemd rw,xattr,name=systemd
34 30 0:32 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw,nsdelegate
`;
const unified = '30 25 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot\n';

test('a machine with version 1 controllers, a named hierarchy and the unified one', () => {
  expect(parseHierarchies(hybrid)).toMatchObject([
    { type: 'cgroup', folder: 'cpu,cpuacct', options: 'cpu,cpuacct', controllers: ['cpu', 'cpuacct'] },
    { type: 'cgroup', folder: 'memory', options: 'memory', controllers: ['memory'] },
    { type: 'cgroup', folder: 'systemd', options: 'none,name=systemd', controllers: [] },
    { type: 'cgroup2', folder: 'unified', options: 'rw', controllers: [] },
  ]);
});

test('a machine with version 2 alone', () => {
  expect(parseHierarchies(unified)).toEqual([
    { type: 'cgroup2', mount: '/sys/fs/cgroup', options: 'rw', folder: '.', controllers: [] },
  ]);
});

test('a machine without control groups has none', () => {
  expect(parseHierarchies('25 1 254:0 / / rw - ext4 /dev/vda rw\n')).toEqual([]);
});

test('version 2 alone is mounted at the place of all others, read-only /sys around it where root is the kernel’s', () => {
  const { apart, beside } = mountTables(parseHierarchies(unified));
  const rows = beside.trim().split('\n');
  const mounted = 'cgroup2 /mnt/root/sys/fs/cgroup cgroup2 nosuid,nodev,noexec 0 0';
  expect(rows.filter((row) => row.includes('cgroup'))).toEqual([mounted]);
  expect(rows.findIndex((row) => row.includes('/sys none bind,ro'))).toBeLessThan(rows.indexOf(mounted));
  expect(apart).toContain(mounted);
});

test('in a user namespace nothing covers /proc or /sys: a container could mount neither', () => {
  const { apart, beside } = mountTables(parseHierarchies(unified));
  expect(beside).toMatch(/\/proc\/sys\/kernel none bind,ro/);
  expect(beside).not.toMatch(/\/proc\/sys\/net /);
  expect(apart).not.toMatch(/\/(proc|sys)\S* none/);
});
