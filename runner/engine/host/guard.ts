import * as z from 'zod';
import { askJson } from './api.ts';
import type { Connect } from './endpoint.ts';
import { type Harm, harmOf } from './harm.ts';
import type { Inventory } from './inventory.ts';
import type { Entry } from './ledger.ts';
import { referenceOf } from './requests.ts';

/** Tells why a request is not passed on to the engine; null for one that is. */
export type Guard = (requestLine: string) => Promise<string | null> | null;

/** What a guard knows of the run: what was there before, and the ledger so far. */
export interface GuardedRun {
  readonly before: Inventory;
  readonly entries: readonly Entry[];
}

const withId = z.object({ Id: z.string() });
const image = withId.extend({ RepoTags: z.array(z.string()).nullish() });

/** Begins what a guard says, in the engine's place; in English, as all that an engine says. */
const begins = 'tutor refuses: ';

/**
 * Keeps a run from ending or removing what it did not make, in whatever words it asks for that: an alias, a variable, a
 * script, a program that speaks to the engine itself.
 */
export function guardOf(connect: Connect, run: GuardedRun): Guard {
  return (requestLine) => {
    const harm = harmOf(requestLine);
    return harm === null ? null : refuse(connect, run, harm);
  };
}

/** What a guard said in a command's output; null where it said nothing. */
export function refusalIn(output: string): string | null {
  const [, why] = new RegExp(`${begins}(.+)`).exec(output) ?? [];
  return why?.trim() ?? null;
}

async function refuse(connect: Connect, run: GuardedRun, harm: Harm): Promise<string | null> {
  if (harm.kind === 'unused') return `${begins}it removes all unused ${harm.what}, not only those of the chapter`;
  const foreign = await isForeign(connect, run, harm);
  return foreign ? `${begins}the ${harm.kind} ${harm.name} is not of this chapter` : null;
}

/** What the engine does not know either is left to it: it says so in its own words. */
async function isForeign(connect: Connect, run: GuardedRun, harm: Exclude<Harm, { kind: 'unused' }>) {
  const name = encodeURIComponent(harm.name);
  switch (harm.kind) {
    case 'volume':
      return isForeignVolume(run, harm.name);
    case 'image': {
      const { data } = image.safeParse(await askJson(connect, `/images/${name}/json`));
      return data !== undefined && isForeignImage(run.before, data.Id, data.RepoTags ?? [], harm.name);
    }
    case 'container':
    case 'network': {
      const path = harm.kind === 'container' ? `/containers/${name}/json` : `/networks/${name}`;
      const { data } = withId.safeParse(await askJson(connect, path));
      return data !== undefined && !wasMade(run, harm.kind, data.Id);
    }
  }
}

function wasMade({ entries }: GuardedRun, kind: 'container' | 'network' | 'volume', id: string): boolean {
  return entries.some((entry) => entry.what === 'made' && entry.kind === kind && entry.id === id);
}

/** The run's own are asked for by name, or come with a container of the run, as the engine's events tell. */
function isForeignVolume(run: GuardedRun, name: string): boolean {
  if (name in run.before.volumes) return true;
  const mine = run.entries.some(
    (entry) =>
      (entry.what === 'asked' && entry.volumes.includes(name)) ||
      (entry.what === 'mounted' && entry.volume === name && wasMade(run, 'container', entry.container)),
  );
  return !mine && !wasMade(run, 'volume', name);
}

/** Of an image that was there before, only names that the run gave it may go, as long as it keeps one of its own. */
function isForeignImage({ images, references }: Inventory, id: string, tags: readonly string[], name: string): boolean {
  if (!images.includes(id)) return false;
  const named = referenceOf(name);
  if (!tags.includes(named) || named in references) return true;
  return !tags.some((tag) => tag in references);
}
