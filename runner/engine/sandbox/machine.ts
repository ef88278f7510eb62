import { readFileSync } from 'node:fs';
import type { Engine, ExecOptions, ExecResult, SandboxHandle, ShellCommand } from '../../core/engine.ts';
import { message, UserError } from '../../core/message.ts';
import { run } from '../exec.ts';
import { copyFolder } from './copy.ts';
import { askDocker } from './docker-api.ts';
import { enter } from './enter.ts';
import { memoryUsedUp } from './memory.ts';

const home = '/root';
const workspace = '/root/work';

/** Makes an engine of a sandbox that runs; `stop` is what its owner does to end it. */
export function sandboxEngine(handle: SandboxHandle, stop: () => Promise<void>): Engine {
  const exec = (argv: readonly string[], options: ExecOptions = {}) => execInside(handle, argv, options);
  return {
    handle,
    name: `sandbox:${handle.generation}`,
    spec: { kind: 'sandbox', generation: handle.generation },
    dockerVersion: handle.dockerVersion,
    home,
    workspace,
    standIns: handle.standIns,
    shell: (options) => shellInside(handle, exec, options),
    exec,
    connection: (port) => ({ ...enter(handle, connecting(port), { cwd: '/' }), cwd: '/' }),
    copyIn: (from, to) =>
      copyFolder(from, enter(handle, ['tar', '-x', '-C', to], { cwd: '/' }), () => exec(['mkdir', '-p', to])),
    memoryUsedUp: async () => memoryUsedUp(handle.procs),
    alive: async () => isItself(handle) && (await askDocker(socketOf(handle.pid), '/_ping')) === 'OK',
    stop,
  };
}

/** Bash's own way to a port: nothing else is sure to be there. */
export function connecting(port: number): readonly string[] {
  return ['bash', '-c', 'exec 3<>"/dev/tcp/127.0.0.1/$1" || exit; cat <&3 & cat >&3; wait', 'tutor', String(port)];
}

/** dockerd's socket, as this machine reaches it. */
export function socketOf(pid: number): string {
  return `/proc/${pid}/root/run/docker.sock`;
}

/** Process numbers are used again: whether this one is still the sandbox's. */
function isItself({ pid, id }: SandboxHandle): boolean {
  try {
    return readFileSync(`/proc/${pid}/cgroup`, 'utf8').includes(`/tutor/${id}/`);
  } catch {
    return false;
  }
}

function execInside(handle: SandboxHandle, argv: readonly string[], options: ExecOptions): Promise<ExecResult> {
  const { cwd = home, env = {}, input, timeoutMs } = options;
  const invocation = enter(handle, argv, { cwd, env });
  return run({
    ...invocation,
    ...(input === undefined ? {} : { input }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
}

type Exec = (argv: readonly string[], options?: ExecOptions) => Promise<ExecResult>;

let shells = 0;

/** script(1) makes the terminal inside: one made outside has no name there, and `tty` would say so. */
async function shellInside(
  handle: SandboxHandle,
  exec: Exec,
  { rc, cwd }: { readonly rc: string; readonly cwd: string },
): Promise<ShellCommand> {
  const rcFile = `/run/tutor/rc-${process.pid}-${++shells}`;
  const written = await exec(['sh', '-c', `umask 077 && cat > ${rcFile}`], { cwd: '/', input: rc });
  if (written.exitCode !== 0) throw new UserError(message('sandbox-gone', { why: written.stderr.trim() }));
  const script = ['script', '-qefc', `exec bash --rcfile ${rcFile} -i`, '/dev/null'];
  return { ...enter(handle, script, { cwd, env: { TERM: 'xterm-256color' } }), cwd: '/' };
}
