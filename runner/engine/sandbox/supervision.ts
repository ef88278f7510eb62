import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { debug } from '../../core/debug.ts';
import { because, message, UserError } from '../../core/message.ts';
import { supervisorScript } from './supervisor.ts';

/** A supervisor that runs: see supervisor.ts for what it reports. */
export interface Supervision {
  /** The sandbox's first process, known within milliseconds. */
  readonly pid: Promise<number>;
  /** The network is there and dockerd listens. */
  readonly ready: Promise<void>;
  /** The supervisor has cleaned up and is gone. */
  readonly ended: Promise<void>;
  /** Ends the sandbox; wait for `ended`. */
  end(): void;
  /** Lets this process end before the supervisor does. */
  release(): void;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** A machine under load needs a few seconds for what else takes a quarter of one. */
export const patienceMs = 60_000;

/** How much of dockerd's log is kept for an error message. */
const logLength = 8_000;

/** Starts the supervisor of a sandbox. Its promises reject with what dockerd or a mount said last. */
export function supervise(env: Readonly<Record<string, string>>): Supervision {
  const child = spawn('/bin/sh', ['-c', supervisorScript, 'tutor-sandbox'], {
    // A session of its own: Ctrl-C in the user's terminal is for tutor, which ends its sandboxes in order.
    detached: true,
    cwd: '/',
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  debug('engine', () => 'the supervisor of a sandbox starts');
  const log = keepLog(child);
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const failed = ended.then(() => {
    throw new UserError(message('sandbox-failed', { why: lastWords(log()) }));
  });
  const report = lookFor(child.stdout, /^pid (\d+)$/m);
  const all = Promise.all([report, lookFor(child.stdout, /^1/m), lookFor(child.stderr, /API listen on/)]);
  const pid = Promise.race([report.then((match) => Number(match[1])), failed]);
  const ready = Promise.race([all.then(() => {}), failed, tooLate(ended, log)]);
  ready.then(
    () => debug('engine', () => 'the sandbox is ready'),
    () => {},
  );
  ended.then(() => debug('engine', () => 'the sandbox has ended'));
  // Whoever waits for one of them hears of a failure; the other must not end the process.
  for (const promise of [pid, ready, failed]) promise.catch(() => {});
  child.stdin.on('error', () => {});
  return { pid, ready, ended, end: () => child.stdin.end(), release: () => release(child) };
}

/** Rejects when the sandbox has not come up after a minute; a machine under load needs a few seconds. */
function tooLate(ended: Promise<void>, log: () => string): Promise<never> {
  return new Promise((_, reject) => {
    const give = () =>
      reject(
        new UserError(message('sandbox-failed', { why: because('not-ready-in-time', { said: lastWords(log()) }) })),
      );
    const timer = setTimeout(give, patienceMs);
    timer.unref();
    ended.then(() => clearTimeout(timer));
  });
}

function release(child: Child): void {
  child.unref();
  // Pipes are sockets, of which the types know nothing.
  for (const pipe of [child.stdin, child.stdout, child.stderr]) (pipe as unknown as Socket).unref();
}

function keepLog(child: Child): () => string {
  let kept = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    kept = (kept + text).slice(-logLength);
  });
  return () => kept;
}

/** Resolves once the pattern has come by; what arrives later is read and dropped. */
function lookFor(stream: Readable, pattern: RegExp): Promise<RegExpMatchArray> {
  return new Promise((resolve) => {
    let seen = '';
    stream.setEncoding('utf8').on('data', function look(text: string) {
      seen += text;
      const match = seen.match(pattern);
      if (match === null) return;
      seen = '';
      stream.off('data', look);
      stream.resume();
      resolve(match);
    });
  });
}

/** The last line that says something, without dockerd's time stamp. */
function lastWords(log: string): string {
  const lines = log.trim().split('\n');
  const line = lines.findLast((one) => /^\S/.test(one) && !one.includes('level=info')) ?? lines.at(-1) ?? '';
  return line.replace(/^time="[^"]*" level=\w+ msg=/, '');
}
