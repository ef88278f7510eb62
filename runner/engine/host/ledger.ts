import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { stateFolder } from '../sandbox/paths.ts';
import { makeScratch } from '../scratch.ts';
import { endpointSchema } from './endpoint.ts';
import { inventorySchema } from './inventory.ts';

const kind = z.enum(['container', 'network', 'volume', 'image']);

/** One line of a ledger. Times are milliseconds since 1970, of this machine's clock. */
const entrySchema = z.discriminatedUnion('what', [
  /** What the engine held before, and whose run it is. */
  z.object({
    what: z.literal('began'),
    at: z.number(),
    owner: z.string(),
    endpoint: endpointSchema,
    home: z.string(),
    before: inventorySchema,
  }),
  /** Written before the request is passed on: the engine may make this. */
  z.object({
    what: z.literal('asked'),
    at: z.number(),
    connection: z.number(),
    kind,
    /** References of an image, name of a container, as far as the request says. */
    names: z.array(z.string()),
    /** Volumes that the engine makes for a container. */
    volumes: z.array(z.string()),
  }),
  /** The engine's answer to a request: this is ours. */
  z.object({ what: z.literal('made'), connection: z.number(), kind, id: z.string() }),
  /** The engine said no, or what was asked is over: nothing more comes of it. */
  z.object({ what: z.literal('over'), connection: z.number(), at: z.number() }),
  /** The engine's events: a container of the run has mounted this volume. */
  z.object({ what: z.literal('mounted'), container: z.string(), volume: z.string() }),
  /** Its engine did not answer when it was to be cleaned up. */
  z.object({ what: z.literal('tried'), at: z.number() }),
  /** The user wants to look at what the run made; only `tutor clean` removes it. */
  z.object({ what: z.literal('kept') }),
  /** The run is over; its owner may live on. */
  z.object({ what: z.literal('ended') }),
]);

export type Entry = z.infer<typeof entrySchema>;
export type Began = Extract<Entry, { what: 'began' }>;

/** Where the ledgers of host engine runs lie, one file each. */
export function ledgerFolder(): string {
  return join(stateFolder(), 'ledgers');
}

/**
 * Opens a ledger; each entry is on disk when `write` returns. It is there under its name once it says whose it is: an
 * empty one would be taken for a killed run's and removed by any other command.
 */
export function openLedger(id: string, began: Began): { readonly path: string; write(entry: Entry): void } {
  mkdirSync(ledgerFolder(), { recursive: true });
  const path = join(ledgerFolder(), `${id}.jsonl`);
  const scratch = makeScratch();
  append(join(scratch, id), began);
  renameSync(join(scratch, id), path);
  rmSync(scratch, { recursive: true });
  return { path, write: (entry) => append(path, entry) };
}

function append(path: string, entry: Entry): void {
  appendFileSync(path, `${JSON.stringify(entry)}\n`, { flush: true });
}

/** Reads a ledger. A last line that a crash cut short is left out. */
export function readLedger(path: string): readonly Entry[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => entrySchema.parse(JSON.parse(line)));
}

/** Paths of all ledgers that are still there. */
export function findLedgers(): readonly string[] {
  try {
    return readdirSync(ledgerFolder()).map((name) => join(ledgerFolder(), name));
  } catch {
    return [];
  }
}

/** Adds to the ledger of a run whose owner is gone. */
export function addToLedger(path: string, entry: Entry): void {
  append(path, entry);
}

/** Forgets a run that left nothing. */
export function closeLedger(path: string): void {
  rmSync(path, { force: true });
}
