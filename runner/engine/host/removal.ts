import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { MadeThing } from '../../core/engine.ts';
import { ask, askJson, reasonIn } from './api.ts';
import { type Connect, connectTo, type Endpoint } from './endpoint.ts';
import { type Inventory, takeInventory } from './inventory.ts';
import { type Began, closeLedger, type Entry, readLedger } from './ledger.ts';
import { type ImageTimes, type Owned, ownedBy, unanswered } from './owned.ts';
import { endProcesses } from './processes.ts';

const container = z.object({
  Mounts: z.array(z.object({ Type: z.string(), Name: z.string().optional() })).nullish(),
});
const image = z.object({
  Created: z.string().nullish(),
  Metadata: z.object({ LastTagTime: z.string().nullish() }).nullish(),
});

/** How long an engine may take for a request whose client is gone. */
const settleMs = 5_000;
const pauseMs = 300;

/**
 * Removes what the run of a ledger made, in the engine and in the file system, and forgets the ledger.
 *
 * @returns what could not be removed; the ledger is kept as long as there is some.
 * @throws UserError where the engine does not answer; the ledger is kept.
 */
export async function removeRun(path: string): Promise<readonly string[]> {
  const entries = readLedger(path);
  const began = entries.find((entry): entry is Began => entry.what === 'began');
  if (began !== undefined && !isGone(began.endpoint)) {
    endProcesses(join(began.home, 'home'));
    const left = await removeUntilQuiet(began, entries);
    if (left.length > 0) return left;
  }
  forgetRun(path);
  return [];
}

/** Removes what a run left in the file system, and its ledger; what it made in the engine is nobody's any more. */
export function forgetRun(path: string): void {
  const began = readLedger(path).find((entry): entry is Began => entry.what === 'began');
  if (began !== undefined) {
    endProcesses(join(began.home, 'home'));
    rmSync(began.home, { recursive: true, force: true });
  }
  closeLedger(path);
}

/** Whether an engine ended for good, with all that it held: it was reached through a process that runs no more. */
function isGone({ host }: Endpoint): boolean {
  const [, pid] = /^unix:\/\/\/proc\/(\d+)\//.exec(host) ?? [];
  return pid !== undefined && !existsSync(`/proc/${pid}`);
}

/**
 * An engine finishes what it was asked although the client is gone: until then, what comes late is removed too, and what
 * is busy is tried again.
 */
async function removeUntilQuiet(began: Began, entries: readonly Entry[]): Promise<readonly string[]> {
  const connect = connectTo(began.endpoint);
  const quietAt = Math.max(0, ...unanswered(entries).map(({ at }) => at + settleMs));
  const deadline = Math.max(quietAt, Date.now() + settleMs);
  for (;;) {
    const left = await removeOwned(connect, await findOwned(connect, began, entries));
    const now = Date.now();
    if (now >= deadline || (left.length === 0 && now >= quietAt)) return left;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** What a run has made and is there now, by its ledger. */
export async function madeBy(path: string): Promise<readonly MadeThing[]> {
  const entries = readLedger(path);
  const began = entries.find((entry): entry is Began => entry.what === 'began');
  if (began === undefined) return [];
  const connect = connectTo(began.endpoint);
  const owned = await findOwned(connect, began, entries);
  const now = await takeInventory(connect);
  const named = (kind: MadeThing['kind'], names: readonly (string | undefined)[]) =>
    names.flatMap((name) => (name === undefined ? [] : [{ kind, name }]));
  return [
    ...named(
      'container',
      owned.containers.map((id) => now.containers[id]?.name),
    ),
    ...named('image', owned.references),
    ...named('volume', owned.volumes),
    ...named(
      'network',
      owned.networks.map((id) => now.networks[id]?.name),
    ),
  ];
}

/** What of the engine's present content the run made. */
async function findOwned(connect: Connect, began: Began, entries: readonly Entry[]): Promise<Owned> {
  const now = await takeInventory(connect);
  const containers = entries.flatMap((entry) =>
    entry.what === 'made' && entry.kind === 'container' ? [entry.id] : [],
  );
  const mounted = (await Promise.all(containers.map((id) => volumesOf(connect, id)))).flat();
  const volumes = entries.flatMap((entry) =>
    entry.what === 'mounted' && containers.includes(entry.container) ? [entry.volume] : [],
  );
  const times = await imageTimes(connect, began.before, now);
  return ownedBy(began, entries, now, [...mounted, ...volumes], (id) => times.get(id) ?? { builtAt: 0, taggedAt: 0 });
}

async function volumesOf(connect: Connect, id: string): Promise<readonly string[]> {
  const found = container.safeParse(await askJson(connect, `/containers/${id}/json`));
  return (found.data?.Mounts ?? []).flatMap(({ Type, Name }) => (Type === 'volume' && Name ? [Name] : []));
}

/** Only of images that are new or newly tagged: the others are nobody's question. */
async function imageTimes(
  connect: Connect,
  before: Inventory,
  now: Inventory,
): Promise<ReadonlyMap<string, ImageTimes>> {
  const tagged = Object.entries(now.references).filter(([name, id]) => before.references[name] !== id);
  const fresh = now.images.filter((id) => !before.images.includes(id));
  const asked = [...new Set([...tagged.map(([, id]) => id), ...fresh])];
  const answers = asked.map(async (id) => {
    const { data } = image.safeParse(await askJson(connect, `/images/${id}/json`));
    const times = { builtAt: time(data?.Created), taggedAt: time(data?.Metadata?.LastTagTime) };
    return [id, times] as const;
  });
  return new Map(await Promise.all(answers));
}

function time(text: string | null | undefined): number {
  const parsed = Date.parse(text ?? '');
  return Number.isNaN(parsed) ? 0 : Math.max(0, parsed);
}

/** Containers first, because they hold everything else; references before the images that they leave untagged. */
async function removeOwned(connect: Connect, owned: Owned): Promise<readonly string[]> {
  const left: string[] = [];
  const remove = async (path: string, name: string) => {
    const { status, body } = await ask(connect, 'DELETE', path);
    if (status >= 400 && status !== 404) left.push(`${name} (${reasonIn(body)})`);
  };
  for (const id of owned.containers) await remove(`/containers/${id}?force=1&v=1`, id);
  for (const id of owned.networks) await remove(`/networks/${id}`, id);
  for (const name of owned.volumes) await remove(`/volumes/${encodeURIComponent(name)}`, name);
  for (const { reference, image: id } of owned.moved)
    await ask(connect, 'POST', `/images/${id}/tag?${tagQuery(reference)}`);
  for (const reference of owned.references) await remove(`/images/${reference}`, reference);
  for (const id of owned.images) await remove(`/images/${id}`, id);
  await pruneBuildCache(connect, owned.buildCache);
  return left;
}

/** What others build upon stays until those are gone: again, as long as something goes. */
async function pruneBuildCache(connect: Connect, ids: readonly string[]): Promise<void> {
  const rest = new Set(ids);
  for (let gone = true; gone && rest.size > 0; ) {
    gone = false;
    for (const id of rest) {
      const { body } = await ask(connect, 'POST', `/build/prune?all=1&filters=${filterFor(id)}`);
      if (body.includes(id)) gone = rest.delete(id);
    }
  }
}

/** One at a time: the engine refuses a prune filter with several values. */
function filterFor(id: string): string {
  return encodeURIComponent(JSON.stringify({ id: { [id]: true } }));
}

function tagQuery(reference: string): string {
  const at = reference.lastIndexOf(':');
  return new URLSearchParams({ repo: reference.slice(0, at), tag: reference.slice(at + 1) }).toString();
}
