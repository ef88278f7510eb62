import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { message, UserError } from '../../core/message.ts';
import { run } from '../exec.ts';
import { findTool, mkfs, slirp, systemPath } from './tools.ts';

/** Programs of every Debian and Ubuntu that a sandbox is made with. */
const programs = ['unshare', 'nsenter', 'setpriv', 'mount', 'chroot', 'find', 'mkfifo', 'tar'];

/**
 * What this machine lacks for a sandbox, in the words of whoever has to get it; empty where it can run.
 */
export async function missingForSandbox(): Promise<readonly string[]> {
  if (process.platform !== 'linux') return ['Linux'];
  if (process.getuid?.() !== 0) return ['root (sudo)'];
  const lacking = programs.filter((name) => !systemPath.split(':').some((folder) => existsSync(join(folder, name))));
  const paths = ['/dev/net/tun', '/dev/loop-control', '/mnt'].filter((path) => !existsSync(path));
  const permitted = await run({
    file: 'unshare',
    args: ['-m', '-p', '-n', '-C', '-f', 'true'],
    env: { PATH: systemPath },
  });
  return [
    ...lacking,
    ...paths,
    ...(permitted.exitCode === 0 ? [] : ['namespaces (unshare)']),
    ...(hasFileSystem('overlay') ? [] : ['overlayfs']),
    ...(canFetch() ? [] : ['apt-get']),
  ];
}

/** @throws UserError that names everything that is missing. */
export async function requireSandbox(): Promise<void> {
  const missing = await missingForSandbox();
  if (missing.length > 0) throw new UserError(message('sandbox-impossible', { missing: missing.join(', ') }));
}

/** The kernel lists what is loaded; what is only a module is loaded by the first mount. */
function hasFileSystem(name: string): boolean {
  if (readFileSync('/proc/filesystems', 'utf8').includes(name)) return true;
  return existsSync('/lib/modules');
}

/** Only what is not there yet must be fetched, and that comes from Debian's packages. */
function canFetch(): boolean {
  if (findTool(slirp) !== null && findTool(mkfs) !== null) return true;
  return existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg');
}
