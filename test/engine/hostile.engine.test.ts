import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Engine, SandboxHandle } from '../../runner/core/engine.ts';
import { startEngine } from '../../runner/engine/index.ts';
import { rootFolder } from '../../runner/engine/sandbox/roots.ts';
import { startSandbox } from '../../runner/engine/sandbox/start.ts';
import { findTool, librariesOf, slirp } from '../../runner/engine/sandbox/tools.ts';
import { hostState, tracesOf, within } from './host-state.ts';
import { smallImage } from './small-image.ts';

/**
 * What a careless or hostile chapter does, in sandboxes with small limits. Beside each of them another sandbox goes on
 * working, and this machine is as before.
 */
describe('a hostile chapter', () => {
  const limits = { memoryBytes: 512 * 2 ** 20, processes: 400, diskBytes: 2 ** 30 };
  const spec = { kind: 'sandbox', generation: 28 } as const;
  const before = hostState();
  const canary = mkdtempSync(join(tmpdir(), 'tutor-canary-'));
  let neighbour: Engine;
  let victim: Engine;

  beforeAll(async () => {
    writeFileSync(join(canary, 'alive'), 'yes');
    neighbour = await startEngine(spec, { limits });
  });
  afterAll(async () => {
    await neighbour.stop();
    rmSync(canary, { recursive: true });
    await within(20_000, () => isDeepStrictEqual(hostState(), before));
    expect(hostState()).toEqual(before);
  });
  beforeEach(async () => {
    victim = await startEngine(spec, { limits });
    return async () => {
      await victim.stop();
      // Nothing runs in it any more; its supervisor gives the disk back meanwhile.
      const traces = () => tracesOf(victim.handle as SandboxHandle);
      await within(20_000, () => traces().length === 0);
      expect(traces()).toEqual([]);
      expect(await neighbour.alive()).toBe(true);
      expect(readFileSync(join(canary, 'alive'), 'utf8')).toBe('yes');
      expect(newerThan(join(canary, 'alive'), rootFolder(28))).toBe('');
    };
  });
  const attack = (script: string, timeoutMs = 20_000) => victim.exec(['bash', '-c', script], { timeoutMs });

  test('finds nothing of this machine: files, processes, devices, kernel settings', async () => {
    const mounts = (await attack('cat /proc/self/mountinfo')).stdout.trim().split('\n');
    const disks = mounts.filter((line) => / - (ext\d|xfs|btrfs) /.test(line)).map((line) => line.split(' ')[4]);
    expect(disks).toEqual(['/var/lib/docker', '/var/lib/containerd']);
    expect((await attack(`ls ${canary} /.host`)).stdout).toBe('/.host:\n');
    expect(Number((await attack("ls /proc | grep -c '^[0-9]'")).stdout)).toBeLessThan(12);
    expect((await attack('ls -d /dev/[hlnsvx]d* /dev/loop* /dev/mem /dev/kmsg')).stdout).toBe('');
    // Tried with what they have already: should it go through, nothing is changed.
    for (const file of ['/proc/sys/kernel/core_pattern', '/proc/sys/vm/swappiness', '/sys/kernel/mm/ksm/run']) {
      expect((await attack(same(file))).stderr).toContain('Permission denied');
    }
    expect(await attack('echo 1 > /proc/sys/net/ipv4/ip_forward')).toMatchObject({ exitCode: 0 });
  });

  test('cannot read a disk of this machine, whatever it makes of it, nor lift its limits', async () => {
    const opened =
      'for disk in "b 254 0" "b 8 0" "b 7 0" "b 259 0" "c 1 1"; do mknod /x $disk; head -c 1 /x; rm -f /x; done';
    const refused = await attack(opened);
    expect(refused.stderr.match(/Operation not permitted|Permission denied/g)).toHaveLength(5);
    const lift = 'cd /sys/fs/cgroup; for f in devices/devices.allow; do [ -e $f ] && echo a > $f; done 2>/dev/null; ';
    expect((await attack(lift + opened)).stderr.match(/Operation not permitted|Permission denied/g)).toHaveLength(5);
    await attack(
      'for f in /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max; do echo 1T > $f; done',
    );
    const eaten = await attack('python3 -c "print(len(bytes(2**31 - 1) + bytes(1)))"');
    expect(eaten.stdout).toBe('');
  });

  test('has a root that is nobody on this machine: what only the kernel’s own root may is refused', async () => {
    const [inside, outside] = (await attack('cat /proc/self/uid_map')).stdout.trim().split(/\s+/).map(Number);
    expect([inside, outside !== 0]).toEqual([0, true]);
    for (const type of ['debugfs', 'tracefs', 'securityfs']) {
      expect((await attack(`mount -t ${type} none /mnt`)).stderr, type).toContain('permission denied');
    }
    // Mounted anew or made writable again, the settings are the machine's all the same.
    const anew = `mkdir /tmp/proc && mount -t proc none /tmp/proc && ${same('/tmp/proc/sys/vm/swappiness')}`;
    expect((await attack(anew)).stderr).toContain('Permission denied');
    expect((await attack(`mount -o remount,rw /proc/sys; ${same('/proc/sys/vm/swappiness')}`)).stderr).toContain(
      'Permission denied',
    );
    // The network before its own has a number here, by which root of the kernel could take it.
    expect((await attack('ip link add probe link-netnsid 0 type bridge')).stderr).toContain('not permitted');
  });

  test('is refused, in a container with --privileged too, what is not there for a root of its own users', async () => {
    await attack(smallImage, 60_000);
    // The clock is set to what it says: should it go through, nothing is changed.
    const refused = [
      'dmesg',
      'date -s "@$(date +%s)"',
      'sysctl -w vm.swappiness=$(cat /proc/sys/vm/swappiness)',
      'dd if=/dev/zero of=/tmp/swap bs=1M count=2 2>/dev/null; chmod 600 /tmp/swap; mkswap -q /tmp/swap; swapon /tmp/swap',
      'mount -o loop /tmp/swap /mnt',
      'mknod /tmp/disk b 8 0',
      'docker run --rm small mknod /disk c 1 3',
      'docker run --rm --privileged small mknod /disk b 8 0',
    ];
    for (const script of refused) {
      const tried = await attack(script);
      expect(tried.exitCode, script).not.toBe(0);
      expect(tried.stderr, script).toMatch(/not permitted|ermission denied|failed to set up loop device/);
    }
    expect(readFileSync('/proc/swaps', 'utf8')).not.toContain('/tmp/swap');
  });

  test('shares with another sandbox no keyring, no register of programs, and tells no folder of this machine', async () => {
    const both = (script: string) =>
      Promise.all([victim, neighbour].map(async (one) => (await one.exec(['bash', '-c', script])).stdout));
    const number = { x64: 250, arm64: 219 }[process.arch as string];
    const keyring = `python3 -c 'import ctypes; print(ctypes.CDLL(None).syscall(${number}, 0, -4, 1))'`;
    const [own, other] = await both(keyring);
    expect(Number(own)).toBeGreaterThan(0);
    expect(own).not.toBe(other);
    const register = 'mount -t binfmt_misc none /mnt 2>/dev/null && stat -c %d /mnt/register; umount /mnt 2>/dev/null';
    const [mine, theirs] = await both(register);
    expect(mine === '' || mine !== theirs).toBe(true);
    const { id } = victim.handle as SandboxHandle;
    const disks = (await attack('losetup -a')).stdout.split('\n').filter((line) => line.includes(id));
    expect(disks.map((line) => line.replace(/^.*: /, ''))).toEqual([`(/disk-${id} (deleted))`]);
  });

  test('without a user namespace the kernel’s settings are there to read, and the engine works', async () => {
    // Files that are an overlay already cannot be shown to other users.
    const folder = mkdtempSync(join(tmpdir(), 'tutor-overlay-'));
    for (const name of ['upper', 'work', 'root']) mkdirSync(join(folder, name));
    const layers = `lowerdir=${rootFolder(28)},upperdir=${folder}/upper,workdir=${folder}/work`;
    execFileSync('mount', ['-t', 'overlay', '-o', layers, 'overlay', join(folder, 'root')]);
    const tool = findTool(slirp);
    const tools = { slirp: tool?.path ?? '', libraries: tool === null ? '' : librariesOf(tool) };
    const plain = await startSandbox({ generation: 28, rootfs: join(folder, 'root'), mirror: null, ...tools }, limits);
    try {
      const inside = async (script: string) => plain.exec(['bash', '-c', script], { timeoutMs: 60_000 });
      expect((await inside('cat /proc/self/uid_map')).stdout).toMatch(/^\s+0\s+0\s/);
      expect((await inside(same('/proc/sys/vm/swappiness'))).stderr).toContain('Read-only file system');
      expect((await inside(same('/sys/kernel/mm/ksm/run'))).stderr).toContain('Read-only file system');
      expect(await inside(same('/proc/sys/net/ipv4/ip_forward'))).toMatchObject({ exitCode: 0 });
      await inside(smallImage);
      expect(await inside('docker run --rm --privileged small id -u')).toMatchObject({ stdout: '0\n' });
      // Kernel modules, raw access to devices, the clock, the kernel's log; linux/capability.h has the numbers.
      const status = (await inside('docker run --rm --privileged small cat /proc/self/status')).stdout;
      const held = BigInt(`0x${/^CapBnd:\s+(\w+)$/m.exec(status)?.[1]}`);
      expect([16n, 17n, 25n, 34n].map((one) => (held >> one) & 1n)).toEqual([0n, 0n, 0n, 0n]);
      expect((held >> 21n) & 1n).toBe(1n);
    } finally {
      await plain.stop();
      execFileSync('umount', ['-l', join(folder, 'root')]);
      rmSync(folder, { recursive: true });
    }
  });

  test('reaches the local network, by IPv4 and not by IPv6', async () => {
    // Another machine, one cable away.
    const folder = mkdtempSync(join(tmpdir(), 'tutor-lan-'));
    writeFileSync(join(folder, 'tea'), 'from next door');
    const script = 'until ip addr add 10.213.77.2/30 dev cable; do sleep 0.1; done; ip link set cable up; exec "$@"';
    const serve = ['python3', '-m', 'http.server', '--directory', folder, '80'];
    const other = spawn('unshare', ['-n', 'sh', '-c', script, 'sh', ...serve], { stdio: 'ignore' });
    const cable = `tutor${other.pid}`;
    const ip = (line: string) => execFileSync('ip', line.split(' '), { stdio: 'pipe' });
    try {
      const isApart = () => readlinkSync(`/proc/${other.pid}/ns/net`) !== readlinkSync('/proc/self/ns/net');
      await within(10_000, isApart);
      ip(`link add ${cable} type veth peer name cable netns ${other.pid}`);
      ip(`addr add 10.213.77.1/30 dev ${cable}`);
      ip(`link set ${cable} up`);
      const ask = 'for i in 1 2 3 4 5 6; do curl -s -m 3 http://10.213.77.2/tea && break; sleep 1; done';
      expect(await attack(ask, 40_000)).toMatchObject({ stdout: 'from next door' });
    } finally {
      // With its network both ends of the cable go.
      other.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    }
    const sixth = `python3 -c 'import socket; socket.socket(socket.AF_INET6).connect(("2001:db8::1", 80))'`;
    expect((await attack(sixth)).stderr).toMatch(/Network is unreachable|Address family not supported/);
    await attack(smallImage, 60_000);
    const contained = `docker run --rm small ${sixth}`;
    expect((await attack(contained, 60_000)).stderr).toMatch(/unreachable|Cannot assign|not supported/);
    // Limits of its own a container may have, as far as this machine's root may go.
    const most = execFileSync('bash', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
    for (const [limit, shown] of [
      ['2000:4000', '4000'],
      [`${most}:${most}`, most],
    ] as const)
      expect(await attack(`docker run --rm --ulimit nofile=${limit} small bash -c 'ulimit -Hn'`, 60_000)).toMatchObject(
        {
          stdout: `${shown}\n`,
        },
      );
  }, 120_000);

  test('reaches no service of this machine, and none of another sandbox', async () => {
    const server = createServer((_, answer) => answer.end('from this machine')).listen(0, '0.0.0.0');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    const addresses = own.filter(({ family }) => family === 'IPv4').map(({ address }) => address);
    await neighbour.exec(['sh', '-c', `cd /root/work && python3 -m http.server ${port} >/dev/null 2>&1 &`]);
    for (const address of [...addresses, '10.0.2.2', '10.0.2.100', '172.17.0.1']) {
      const asked = await attack(`curl -s -m 3 http://${address}:${port}`);
      expect(asked, address).toMatchObject({ stdout: '' });
      expect(asked.exitCode, address).not.toBe(0);
    }
    // Nor with routes of its own.
    const around = [
      'ip route flush type unreachable; ip route del unreachable default',
      'ip route replace default via 10.0.2.2 dev eth0',
      'for conf in all eth0; do echo 1 > /proc/sys/net/ipv4/conf/$conf/route_localnet; done',
      'ip route add 127.9.9.9 via 10.0.2.2 dev eth0 table 7; ip rule add to 127.9.9.9 lookup 7 pref 0',
      'ip rule add lookup local pref 9; ip rule del pref 0 lookup local',
    ];
    await attack(around.join('; '));
    for (const address of [...addresses, '127.9.9.9']) {
      expect(await attack(`curl -s -m 3 --interface eth0 http://${address}:${port}`), address).toMatchObject({
        stdout: '',
      });
    }
    const source = "sed -n 's/^deb \\(http[^ ]*\\).*/\\1/p' /etc/apt/sources.list | head -n 1";
    expect(await attack(`curl -sfo /dev/null "$(${source})/dists/sid/Release"`)).toMatchObject({ exitCode: 0 });
    server.close();
  });

  test('rm -rf --no-preserve-root /', async () => {
    await attack('rm -rf --no-preserve-root / 2>/dev/null');
    expect((await attack('ls /root')).exitCode).not.toBe(0);
  });

  test('a fork bomb', async () => {
    const bomb = await attack('b() { b | b & }; b 2>&1 | head -n 1; sleep 1', 10_000);
    expect(bomb.stdout).toContain('Resource temporarily unavailable');
  });

  test('a file of 100 GB', async () => {
    const filled = await attack('head -c 100G /dev/zero > /root/big; fallocate -l 100G /root/bigger', 60_000);
    expect(filled.stderr).toContain('No space left on device');
  });

  test('a container with --privileged that mounts the root and empties it', async () => {
    const made = await attack(smallImage, 60_000);
    expect(made.stderr).toBe('');
    const inside = 'mknod /disk b 254 0; head -c 1 /disk; rm -rf /host/* 2>/dev/null; ls /host/root /host/etc';
    const ran = await attack(`docker run --rm --privileged --pid=host -v /:/host small bash -c '${inside}'`, 60_000);
    expect(ran.stderr).toContain('Operation not permitted');
    expect((await attack('ls /root')).exitCode).not.toBe(0);
  });

  test('a container with --privileged changes no setting of this machine', async () => {
    await attack(smallImage, 60_000);
    const files = ['/proc/sys/vm/swappiness', '/proc/sys/kernel/panic', '/sys/kernel/mm/ksm/run'];
    const inside = (script: string) => attack(`docker run --rm --privileged small bash -c '${script}'`, 60_000);
    const tried = await inside(files.map(same).join('; '));
    expect(tried.stderr.match(/Read-only file system|Permission denied/g)).toHaveLength(files.length);
    expect(await inside(same('/proc/sys/net/ipv4/ip_forward'))).toMatchObject({ exitCode: 0, stderr: '' });
    const group = 'cd /sys/fs/cgroup; [ -e cgroup.procs ] || cd memory; echo 0 > cgroup.procs';
    expect(await inside(group)).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('iptables -F, on all tables', async () => {
    expect(await attack('iptables -F; iptables -t nat -F; iptables -P INPUT DROP; ip link del eth0')).toMatchObject({
      exitCode: 0,
    });
  });

  test('killing dockerd is noticed, and the machine lives on', async () => {
    await attack('pkill -9 dockerd; while pgrep --runstates RSD -x dockerd; do sleep 0.1; done');
    expect(await victim.alive()).toBe(false);
    expect((await attack('docker ps')).stderr).toContain('Cannot connect to the Docker daemon');
  });

  test('reboot ends the sandbox alone', async () => {
    const python = 'import ctypes; ctypes.CDLL(None).reboot(0x01234567)';
    await attack(`python3 -c '${python}'`);
    expect(await victim.alive()).toBe(false);
    expect((await attack('true')).exitCode).not.toBe(0);
  });
});

/** Writes to a file what it holds already. */
function same(file: string): string {
  return `value=$(cat ${file}); echo $value > ${file}`;
}

/** Files of a folder that changed after a file was written; empty where nothing did. */
function newerThan(file: string, folder: string): string {
  return execFileSync('find', [folder, '-newer', file, '-not', '-type', 'd'], { encoding: 'utf8' });
}
