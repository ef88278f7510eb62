import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Engine } from '../../core/engine.ts';
import { message, UserError } from '../../core/message.ts';
import { ownerLine } from '../sandbox/abandoned.ts';
import { stateFolder } from '../sandbox/paths.ts';
import { askJson } from './api.ts';
import { connectTo, requireEndpoint } from './endpoint.ts';
import { watchMounts } from './events.ts';
import { guardOf } from './guard.ts';
import { hostEngine } from './host-engine.ts';
import { takeInventory } from './inventory.ts';
import { type Entry, openLedger } from './ledger.ts';
import { endProcesses } from './processes.ts';
import { madeBy, removeRun } from './removal.ts';
import { openTap } from './tap.ts';

/** How a run on the host's engine ends. */
export interface HostOptions {
  readonly signal?: AbortSignal;
  /** Leaves everything that the run made, until `tutor clean`. */
  readonly keep?: boolean;
  /** Lets the run end and remove what it did not make. */
  readonly allowDestructive?: boolean;
  /** Where the engine is: `ssh://me@server`, `context:build1`; absent: what `docker` reaches. */
  readonly at?: string;
}

/**
 * Opens the engine at a place, else the one that the user's `docker` reaches, with a HOME of its own and a ledger of everything that is made.
 *
 * @throws UserError where no engine answers.
 */
export async function startHost(options: HostOptions = {}): Promise<Engine> {
  const { signal, keep = false, allowDestructive = false, at } = options;
  signal?.throwIfAborted();
  const endpoint = await requireEndpoint(at);
  const connect = connectTo(endpoint);
  const version = await versionOf(connect, at);
  const id = randomBytes(6).toString('hex');
  const folder = join(stateFolder(), 'host', id);
  makeHome(join(folder, 'home'));
  const before = await takeInventory(connect);
  const owner = ownerLine(process.pid);
  const ledger = openLedger(id, { what: 'began', at: Date.now(), owner, endpoint, home: folder, before });
  let kept = false;
  const leave = () => {
    if (!kept) ledger.write({ what: 'kept' });
    kept = true;
  };
  if (keep) leave();
  const entries: Entry[] = [];
  const write = (entry: Entry) => {
    entries.push(entry);
    ledger.write(entry);
  };
  const guard = allowDestructive ? null : guardOf(connect, { before, entries });
  const tap = await openTap(join(folder, 'docker.sock'), connect, write, guard);
  const endWatch = watchMounts(connect, (container, volume) => write({ what: 'mounted', container, volume }));
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= (async () => {
      endWatch();
      await tap.close();
      ledger.write({ what: 'ended' });
      if (kept) endProcesses(join(folder, 'home'));
      else await removeRun(ledger.path);
    })();
    return stopped;
  };
  const place = at === undefined ? {} : { at };
  return hostEngine({ kind: 'host', id, ...place, dockerVersion: version, home: join(folder, 'home') }, stop, {
    made: () => madeBy(ledger.path),
    leave,
  });
}

async function versionOf(connect: ReturnType<typeof connectTo>, at: string | undefined): Promise<string> {
  const found = z.object({ Version: z.string() }).safeParse(await askJson(connect, '/version'));
  if (!found.success)
    throw new UserError(at === undefined ? message('host-engine-silent') : message('no-engine-at', { place: at }));
  return found.data.Version;
}

/** An empty HOME with the user's Docker settings, but for the context: the session's engine is the tap. */
function makeHome(home: string): void {
  mkdirSync(join(home, 'work'), { recursive: true });
  mkdirSync(join(home, '.docker'), { mode: 0o700 });
  const users = process.env.DOCKER_CONFIG ?? join(homedir(), '.docker');
  const config = join(users, 'config.json');
  if (existsSync(config)) {
    const settings = JSON.parse(readFileSync(config, 'utf8')) as Record<string, unknown>;
    const { currentContext: _, ...rest } = settings;
    writeFileSync(join(home, '.docker', 'config.json'), JSON.stringify(rest), { mode: 0o600 });
  }
  const plugins = join(users, 'cli-plugins');
  if (existsSync(plugins)) symlinkSync(plugins, join(home, '.docker', 'cli-plugins'));
}
