import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DindHandle, Engine, Generation } from '../../core/engine.ts';
import { message, UserError } from '../../core/message.ts';
import { connectTo, requireEndpoint } from '../host/endpoint.ts';
import { takeInventory } from '../host/inventory.ts';
import { openLedger } from '../host/ledger.ts';
import { removeRun } from '../host/removal.ts';
import { ownerLine } from '../sandbox/abandoned.ts';
import { stateFolder } from '../sandbox/paths.ts';
import { recipeOf } from '../sandbox/recipe.ts';
import { createContainer, startContainer } from './container.ts';
import { dindImage } from './image.ts';
import { dindEngine } from './machine.ts';
import { hasImage } from './set-up.ts';

const patienceMs = 60_000;

/** Waits for dockerd and says its version; else the last of its log, which the init's standard error is. */
const readyScript = `tries=0
until docker version --format '{{.Server.Version}}' 2>/dev/null; do
  tries=$((tries + 1))
  if [ $tries -gt 500 ] || { [ -s /run/docker-ssd.pid ] && ! kill -0 "$(cat /run/docker-ssd.pid)"; }; then exit 1; fi
  sleep 0.1
done`;

/**
 * Starts an engine in a fresh privileged container of the engine that the user's `docker` reaches, and waits until it
 * answers. A ledger knows of the container before it is made, so that it goes after a crash too.
 *
 * @throws UserError where the outer engine does not answer, or the inner one does not come up.
 */
export async function startDind(generation: Generation, signal?: AbortSignal): Promise<Engine> {
  signal?.throwIfAborted();
  const endpoint = await requireEndpoint();
  const connect = connectTo(endpoint);
  const before = await takeInventory(connect);
  if (!(await hasImage(endpoint, generation))) throw new UserError(message('dind-not-prepared', { generation }));
  const id = randomBytes(6).toString('hex');
  const name = `tutor-${id}`;
  const home = join(stateFolder(), 'host', id);
  const owner = ownerLine(process.pid);
  const ledger = openLedger(id, { what: 'began', at: Date.now(), owner, endpoint, home, before });
  const asked = { connection: 0, kind: 'container' } as const;
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= (async () => {
      ledger.write({ what: 'ended' });
      await removeRun(ledger.path);
    })();
    return stopped;
  };
  signal?.addEventListener('abort', () => void stop().catch(() => {}), { once: true });
  try {
    ledger.write({ what: 'asked', at: Date.now(), ...asked, names: [name], volumes: [] });
    const container = await createContainer(connect, name, dindImage(generation).reference);
    ledger.write({ what: 'made', ...asked, id: container });
    await startContainer(connect, container);
    const handle = { kind: 'dind', id, generation, container, endpoint, dockerVersion: '' } as const;
    return dindEngine({ ...handle, dockerVersion: await waitFor(handle, signal) }, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A 29 is never called 28: the engine says itself what it is. */
async function waitFor(handle: DindHandle, signal?: AbortSignal): Promise<string> {
  const ready = await dindEngine(handle, async () => {}).exec(['sh', '-c', readyScript], { timeoutMs: patienceMs });
  signal?.throwIfAborted();
  const version = ready.stdout.trim();
  if (version === '') throw new UserError(message('dind-failed', { why: ready.stderr.trim() || 'dockerd ended' }));
  const { generation } = handle;
  if (version.startsWith(`${generation}.`)) return version;
  throw new UserError(message('wrong-docker', { suite: recipeOf(generation).suite, version, generation }));
}
