import type { DindHandle, Engine, ExecOptions, ExecResult, ShellCommand } from '../../core/engine.ts';
import { message, UserError } from '../../core/message.ts';
import { run } from '../exec.ts';
import { clientEnvironment } from '../host/endpoint.ts';
import { copyFolder } from '../sandbox/copy.ts';
import type { Invocation } from '../sandbox/enter.ts';
import { connecting } from '../sandbox/machine.ts';

const home = '/root';
const workspace = '/root/work';

/** Exit code after a time limit, and that of a program which timeout(1) has killed. */
const timedOut = 124;
const killed = 137;

/** How much later than inside a program is given up outside. */
const graceMs = 2_000;

/** Nobody types these by chance: the client's own keys (Ctrl-P Ctrl-Q) would keep back what a chapter types. */
const detachKeys = 'ctrl-_,ctrl-^,ctrl-],ctrl-_,ctrl-^';

/** The outer engine gives a terminal its size a moment after its start. */
const shellScript = `tries=0
while [ "$(stty size)" = "0 0" ] && [ $tries -lt 50 ]; do sleep 0.02; tries=$((tries + 1)); done
exec bash --rcfile "$1" -i`;

/** Makes an engine of a container in which one runs; `stop` is what its owner does to end it. */
export function dindEngine(handle: DindHandle, stop: () => Promise<void>): Engine {
  const exec = (argv: readonly string[], options: ExecOptions = {}) => execInside(handle, argv, options);
  return {
    handle,
    name: `dind:${handle.generation}`,
    spec: { kind: 'dind', generation: handle.generation },
    dockerVersion: handle.dockerVersion,
    home,
    workspace,
    standIns: [],
    shell: (options) => shellInside(handle, exec, options),
    exec,
    connection: (port) => ({ ...enter(handle, connecting(port), []), cwd: '/' }),
    copyIn: (from, to) =>
      copyFolder(from, enter(handle, ['tar', '-x', '-C', to], ['-w', '/']), () => exec(['mkdir', '-p', to])),
    memoryUsedUp: async () => null,
    alive: async () => (await exec(['docker', 'version'], { timeoutMs: 10_000 })).exitCode === 0,
    stop,
  };
}

function enter({ container, endpoint }: DindHandle, argv: readonly string[], options: readonly string[]): Invocation {
  return {
    file: 'docker',
    args: ['exec', '-i', ...options, container, ...argv],
    env: clientEnvironment(endpoint),
  };
}

/** A client that is ended leaves its program running, so a time limit is kept inside. */
async function execInside(handle: DindHandle, argv: readonly string[], options: ExecOptions): Promise<ExecResult> {
  const { cwd = home, env = {}, input, timeoutMs } = options;
  const variables = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  const limited = timeoutMs === undefined ? argv : ['timeout', '-s', 'KILL', `${timeoutMs / 1000}`, ...argv];
  const began = performance.now();
  const result = await run({
    ...enter(handle, limited, ['-w', cwd, ...variables]),
    ...(input === undefined ? {} : { input }),
    ...(timeoutMs === undefined ? {} : { timeoutMs: timeoutMs + graceMs }),
  });
  const late = timeoutMs !== undefined && result.exitCode === killed && performance.now() - began >= timeoutMs;
  return late ? { ...result, exitCode: timedOut } : result;
}

type Exec = (argv: readonly string[], options?: ExecOptions) => Promise<ExecResult>;

let shells = 0;

async function shellInside(
  handle: DindHandle,
  exec: Exec,
  { rc, cwd }: { readonly rc: string; readonly cwd: string },
): Promise<ShellCommand> {
  const rcFile = `/run/tutor/rc-${process.pid}-${++shells}`;
  const written = await exec(['sh', '-c', `umask 077 && cat > ${rcFile}`], { cwd: '/', input: rc });
  if (written.exitCode !== 0) throw new UserError(message('dind-gone', { why: written.stderr.trim() }));
  const options = ['-t', '--detach-keys', detachKeys, '-e', 'TERM=xterm-256color', '-w', cwd];
  return { ...enter(handle, ['sh', '-c', shellScript, 'tutor', rcFile], options), cwd: '/' };
}
