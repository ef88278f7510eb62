import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Engine, ExecOptions, ExecResult, HostHandle, OwnEngine } from '../../core/engine.ts';
import { message, UserError } from '../../core/message.ts';
import { run } from '../exec.ts';
import { askDocker } from '../sandbox/docker-api.ts';

let shells = 0;

/** Makes an engine of a run on the host's engine; `stop` is what its owner does to end it. */
export function hostEngine(handle: HostHandle, stop: () => Promise<void>, own?: OwnEngine): Engine {
  const folder = dirname(handle.home);
  const socket = join(folder, 'docker.sock');
  const env = environment(handle.home, socket);
  return {
    handle,
    name: handle.at ?? 'host',
    spec: { kind: 'host' },
    dockerVersion: handle.dockerVersion,
    home: handle.home,
    workspace: join(handle.home, 'work'),
    standIns: [],
    shell: async ({ rc, cwd }) => {
      shells += 1;
      const rcFile = join(folder, `rc-${process.pid}-${shells}`);
      await writeFile(rcFile, rc, { mode: 0o600 });
      return { file: 'bash', args: ['--rcfile', rcFile, '-i'], env: { ...env, TERM: 'xterm-256color' }, cwd };
    },
    exec: (argv, options = {}) => execHere(argv, handle.home, env, options),
    connection: () => null,
    copyIn: async (from, to) => {
      try {
        await mkdir(to, { recursive: true });
        await cp(from, to, { recursive: true, verbatimSymlinks: true });
      } catch (error) {
        throw new UserError(message('copy-failed', { from, why: (error as Error).message }));
      }
    },
    memoryUsedUp: async () => null,
    alive: async () => (await askDocker(socket, '/_ping', 10_000)) === 'OK',
    stop,
    ...(own && { own }),
  };
}

/** The user's own environment, with another HOME, and tutor's socket as Docker's. */
function environment(home: string, socket: string): Readonly<Record<string, string>> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(DOCKER_(CONTEXT|CONFIG|TLS.*|CERT_PATH)|BASH_ENV|ENV|HISTFILE)$/.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), HOME: home, DOCKER_HOST: `unix://${socket}` };
}

function execHere(
  [file = 'true', ...args]: readonly string[],
  home: string,
  env: Readonly<Record<string, string>>,
  { cwd = home, env: more = {}, input, timeoutMs }: ExecOptions,
): Promise<ExecResult> {
  return run({
    file,
    args,
    cwd,
    env: { ...env, ...more },
    ...(input === undefined ? {} : { input }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
}
