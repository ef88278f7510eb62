import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { debug } from '../core/debug.ts';
import type { ExecResult } from '../core/engine.ts';

/** What to run and how. */
export interface Run {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly input?: string | Uint8Array | Readable;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Receives standard error as it comes. */
  readonly onStderr?: (text: string) => void;
  readonly onStdout?: (text: string) => void;
}

/** Exit code of a program that did not end in time, as timeout(1) has it. */
const timedOut = 124;
const notFound = 127;
const killed = 137;

/** How long after a program's end its last output may take. */
const graceMs = 100;

/**
 * Runs a program without a terminal and collects what it prints.
 *
 * @returns its exit code (124 after the time limit, 127 where it does not exist, 128 + n after signal n); never throws.
 */
export function run(what: Run): Promise<ExecResult> {
  const child = spawn(what.file, what.args, {
    // A group of its own: what runs inside a sandbox is a grandchild, and only the group reaches it.
    detached: true,
    ...(what.env === undefined ? {} : { env: what.env as NodeJS.ProcessEnv }),
    ...(what.cwd === undefined ? {} : { cwd: what.cwd }),
  });
  const out = { stdout: '', stderr: '' };
  const startedAt = performance.now();
  let exceeded = false;
  const end = () => {
    if (child.pid !== undefined && child.exitCode === null) killGroup(child.pid);
  };
  const giveUp = () => {
    exceeded = true;
    end();
  };
  const timer = what.timeoutMs === undefined ? undefined : setTimeout(giveUp, what.timeoutMs);
  what.signal?.addEventListener('abort', end, { once: true });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out.stdout += text;
    what.onStdout?.(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    out.stderr += text;
    what.onStderr?.(text);
  });
  // A program that ends without reading its input is no error.
  child.stdin.on('error', () => {});
  if (what.input instanceof Readable) what.input.pipe(child.stdin);
  else child.stdin.end(what.input);
  return new Promise((resolve) => {
    let grace: NodeJS.Timeout | undefined;
    const settle = (exitCode: number) => {
      clearTimeout(grace);
      clearTimeout(timer);
      what.signal?.removeEventListener('abort', end);
      const ms = Math.round(performance.now() - startedAt);
      debug('engine', () => `${what.file} ${what.args.join(' ')}\nexit ${exitCode} after ${ms} ms`);
      resolve({ exitCode, ...out });
    };
    child.on('error', (error) => {
      out.stderr += error.message;
      settle(notFound);
    });
    const ended = (code: number | null) => settle(exceeded ? timedOut : (code ?? killed));
    child.on('close', ended);
    // What it left running in the background may hold its output open for ever.
    child.on('exit', (code) => {
      grace = setTimeout(ended, graceMs, code);
    });
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
