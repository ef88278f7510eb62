import type { SandboxHandle } from '../../core/engine.ts';
import { enterScript, withholding } from './supervisor.ts';

/** A program of this machine, its arguments and its environment. */
export interface Invocation {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What a reader's shell starts with. */
export const insideEnvironment: Readonly<Record<string, string>> = {
  HOME: '/root',
  USER: 'root',
  LOGNAME: 'root',
  SHELL: '/bin/bash',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LANG: 'C.UTF-8',
};

/** How to run `argv` inside: in all namespaces and control groups of the sandbox, with a fresh environment. */
export function enter(
  { id, pid, procs, variables }: Pick<SandboxHandle, 'id' | 'pid' | 'procs' | 'variables'>,
  argv: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Invocation {
  const all = Object.entries({ ...insideEnvironment, ...variables, ...env }).map(([name, value]) => `${name}=${value}`);
  const command = ['nsenter', '-t', String(pid), '-a', 'env', '-i', '-C', cwd, ...all, ...argv];
  return {
    file: '/bin/sh',
    args: ['-c', enterScript, 'tutor', ...command],
    env: {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      PROCS: procs.join(' '),
      WITHHOLD: withholding,
      PID: String(pid),
      ID: id,
    },
  };
}
