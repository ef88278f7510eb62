import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLedgers } from '../../runner/engine/host/ledger.ts';
import { cacheFolder } from '../../runner/engine/index.ts';

/** What of this machine is shared by everybody and must be as it was. */
export interface HostState {
  readonly mounts: readonly string[];
  readonly links: string;
  readonly forwarding: string;
  readonly rules: string;
}

/** A look at the whole machine; two of them are equal when nothing changed. */
export function hostState(): HostState {
  return {
    mounts: readFileSync('/proc/self/mountinfo', 'utf8').split('\n'),
    links: output('ip', ['-o', 'addr']) + output('ip', ['route']) + output('ip', ['netns']),
    forwarding: readFileSync('/proc/sys/net/ipv4/ip_forward', 'utf8'),
    rules: existsSync('/usr/sbin/iptables-save') ? output('/usr/sbin/iptables-save', []) : '',
  };
}

/** All that exists of one sandbox: processes, folders, control groups, disks. */
export function tracesOf({ id, pid }: { readonly id: string; readonly pid: number }): readonly string[] {
  const groups = list('/sys/fs/cgroup').map((name) => `/sys/fs/cgroup/${name}/tutor/${id}`);
  const folders = [join(cacheFolder(), 'run', id), join(cacheFolder(), `new-${id}`), ...groups];
  const disks = list('/sys/block').map((name) => `/sys/block/${name}/loop/backing_file`);
  return [
    ...folders.filter((path) => existsSync(path)),
    ...disks.filter((path) => read(path).includes(id)),
    ...list('/proc').filter((name) => /^\d+$/.test(name) && belongs(`/proc/${name}`, id, pid)),
  ];
}

function belongs(folder: string, id: string, pid: number): boolean {
  // It has ended; this machine's first process has yet to take notice.
  if (/^State:\s+Z/m.test(read(`${folder}/status`))) return false;
  const args = read(`${folder}/cmdline`).split('\0');
  if (args.includes('eth0') && args.includes(String(pid))) return true;
  return [read(`${folder}/cgroup`), read(`${folder}/environ`)].some((text) => text.includes(id));
}

/** Ledgers of the runs on one engine: others may run on theirs at the same time. */
export function ledgersOf(host: string): readonly string[] {
  return findLedgers().filter((path) => read(path).includes(JSON.stringify(host)));
}

/** A number of seconds that nobody else sleeps. */
export function ownSeconds(): number {
  return 1_000_000 + 10 * process.pid + (sleeps++ % 10);
}

let sleeps = 0;

/** Command lines of all processes of this machine. */
export function commandLines(): readonly string[] {
  return list('/proc').map((name) => read(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim());
}

/** Waits until a condition holds, looking every 20 ms, for at most `ms`. */
export async function within(ms: number, holds: () => boolean): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    if (holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return holds();
}

function output(file: string, args: readonly string[]): string {
  return execFileSync(file, args, { encoding: 'utf8' })
    .replace(/^[#:].*$/gm, '')
    .replace(/valid_lft.*/g, '');
}

function list(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Empty where the file has gone: a process ended between the listing and the reading. */
export function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
