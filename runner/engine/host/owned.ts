import type { Inventory } from './inventory.ts';
import type { Began, Entry } from './ledger.ts';

/** What of an engine's content a run made, by its ledger. */
export interface Owned {
  readonly containers: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  readonly references: readonly string[];
  readonly images: readonly string[];
  /** References that stood for another image before: these are given back. */
  readonly moved: readonly { readonly reference: string; readonly image: string }[];
  readonly buildCache: readonly string[];
}

/** What is asked about an image that no request named. */
export interface ImageTimes {
  /** When it was built and when it was last tagged, in milliseconds; 0 where unknown. */
  readonly builtAt: number;
  readonly taggedAt: number;
}

/** How long after a request its result may be dated, and how far clocks may differ. */
const slackMs = 2_000;

/** A request whose answer never came: its result is searched by name and time for this long. */
const unansweredMs = 10_000;

/** What is compared: a run's ledger with what the engine held before and holds now. */
interface Evidence {
  readonly before: Inventory;
  readonly now: Inventory;
  readonly entries: readonly Entry[];
  readonly asked: readonly Asked[];
  /** Requests whose answer never came. */
  readonly open: readonly Asked[];
}

/**
 * What the run made that is there now. Something is the run's own only when it was not there before *and* a request of
 * the run made it.
 *
 * @param mounted volumes that the run's containers have mounted
 * @param timesOf of an image's id
 */
export function ownedBy(
  { before }: Began,
  entries: readonly Entry[],
  now: Inventory,
  mounted: readonly string[],
  timesOf: (image: string) => ImageTimes,
): Owned {
  const asked = entries.filter((entry) => entry.what === 'asked');
  const evidence = { before, now, entries, asked, open: unanswered(entries) };
  return {
    containers: ownThings(evidence, 'container', now.containers, before.containers),
    networks: ownThings(evidence, 'network', now.networks, before.networks),
    volumes: ownVolumes(evidence, mounted),
    ...ownImages(evidence, timesOf),
  };
}

type Things = Inventory['containers'];

function ownThings(evidence: Evidence, kind: Asked['kind'], held: Things, had: Things): readonly string[] {
  const made = madeIds(evidence, kind);
  const open = evidence.open.filter((one) => one.kind === kind);
  return Object.entries(held)
    .filter(([id, thing]) => !(id in had) && (made.has(id) || open.some((one) => mayBe(one, thing))))
    .map(([id]) => id);
}

function ownVolumes(evidence: Evidence, mounted: readonly string[]): readonly string[] {
  const known = new Set([...madeIds(evidence, 'volume'), ...mounted]);
  return Object.entries(evidence.now.volumes)
    .filter(([name]) => !(name in evidence.before.volumes))
    .filter(
      ([name, { madeAt }]) => known.has(name) || evidence.asked.some((one) => brings(one, name, madeAt, evidence.open)),
    )
    .map(([name]) => name);
}

function ownImages(evidence: Evidence, timesOf: (image: string) => ImageTimes) {
  const { before, now, asked } = evidence;
  const windows = imageWindows(evidence.entries);
  const during = (at: number) => windows.some(([from, to]) => at >= from - slackMs && at <= to + slackMs);
  const named = new Set(asked.flatMap((entry) => (entry.kind === 'image' ? entry.names : [])));
  const made = madeIds(evidence, 'image');
  const changed = Object.entries(now.references)
    .filter(([name, id]) => before.references[name] !== id)
    .filter(([name, id]) => named.has(name) || during(lastTouched(timesOf(id))))
    .map(([name]) => name);
  const fresh = now.images.filter((id) => !before.images.includes(id));
  const lost = Object.entries(before.references).filter(
    ([name, id]) => now.references[name] !== id && now.images.includes(id),
  );
  const untagged = [...named].filter((name) => now.references[name] === undefined);
  return {
    references: changed.filter((name) => !(name in before.references)),
    images: fresh.filter((id) => made.has(id) || (isUntagged(now, id) && during(timesOf(id).builtAt))),
    moved: lost
      .filter(([name]) => changed.includes(name) || untagged.includes(name))
      .map(([reference, image]) => ({ reference, image })),
    buildCache: windows.length > 0 ? now.buildCache.filter((id) => !before.buildCache.includes(id)) : [],
  };
}

function madeIds({ entries }: Evidence, kind: Asked['kind']): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => (entry.what === 'made' && entry.kind === kind ? [entry.id] : [])));
}

export type Asked = Extract<Entry, { what: 'asked' }>;

/** Requests that were on their way when tutor was killed. */
export function unanswered(entries: readonly Entry[]): readonly Asked[] {
  const asked = entries.filter((entry) => entry.what === 'asked');
  return asked.filter((entry) => !entries.slice(entries.indexOf(entry)).some((later) => settles(later, entry)));
}

/** Whether a later entry is a request's answer: an identity or an end, on its own connection. */
function settles(later: Entry, { connection }: Asked): boolean {
  return (later.what === 'made' || later.what === 'over') && later.connection === connection;
}

/** Whether something is what an unanswered request made: tutor was killed in between. */
function mayBe({ at, names }: Asked, { name, madeAt }: { readonly name: string; readonly madeAt: number }): boolean {
  if (names.length > 0) return names.includes(name);
  return madeAt >= at - slackMs && madeAt <= at + unansweredMs;
}

/** Whether a request brought a volume: one that it names, or one without a name while its answer never came. */
function brings(one: Asked, name: string, madeAt: number, open: readonly Asked[]): boolean {
  if (madeAt < one.at - slackMs) return false;
  if (one.kind === 'container' && one.volumes.includes(name)) return true;
  const anonymous = /^[0-9a-f]{64}$/.test(name);
  return open.includes(one) && (one.kind === 'volume' || anonymous) && madeAt <= one.at + unansweredMs;
}

/** From each request that makes images to the end of it on its connection; without an end where tutor was killed. */
function imageWindows(entries: readonly Entry[]): readonly (readonly [number, number])[] {
  return entries.flatMap((entry, index) => {
    if (entry.what !== 'asked' || entry.kind !== 'image') return [];
    const end = entries.slice(index).find((later) => later.what === 'over' && later.connection === entry.connection);
    return [[entry.at, end?.what === 'over' ? end.at : entry.at + unansweredMs] as const];
  });
}

/** BuildKit in Docker 20.10 does not date its tags. */
function lastTouched({ builtAt, taggedAt }: ImageTimes): number {
  return taggedAt === 0 ? builtAt : taggedAt;
}

function isUntagged({ references }: Inventory, image: string): boolean {
  return !Object.values(references).includes(image);
}
