import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { leadsOut } from '../config/repository.ts';
import { message, UserError } from '../core/message.ts';
import { writeWhole } from '../core/whole-file.ts';
import { formatSnapshot, parseSnapshot, type Snapshot } from './snapshot.ts';

/** The generation under which an engine's outputs are recorded: the major version of its Docker. */
export function generationOf({ dockerVersion }: { readonly dockerVersion: string }): string {
  return dockerVersion.split('.')[0] ?? dockerVersion;
}

/** Where a chapter's snapshot of a generation lies. */
export function snapshotPath(folder: string, chapter: string, generation: string): string {
  return join(folder, chapter, `${generation}.md`);
}

/** Reads a chapter's snapshot; null where none was recorded. */
export async function readSnapshot(folder: string, chapter: string, generation: string): Promise<Snapshot | null> {
  const path = snapshotPath(folder, chapter, generation);
  await refuseOutside(folder, path);
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : parseSnapshot(text);
}

/** Writes a chapter's snapshot, whole; one without entries is removed. Resolves to whether anything changed. */
export async function writeSnapshot(folder: string, snapshot: Snapshot): Promise<boolean> {
  const path = snapshotPath(folder, snapshot.chapter, snapshot.generation);
  await refuseOutside(folder, path);
  const before = await readFile(path, 'utf8').catch(() => null);
  if (snapshot.entries.length === 0) {
    await rm(path, { force: true });
    return before !== null;
  }
  const after = formatSnapshot(snapshot);
  if (after === before) return false;
  await writeWhole(path, after);
  return true;
}

/** A snapshot may be anybody's: a link that stands in its place is neither read nor written through. */
async function refuseOutside(folder: string, path: string): Promise<void> {
  if (await leadsOut(folder, path)) throw new UserError(message('outside-repository', { name: path, root: folder }));
}

/** Generations of which a chapter has a snapshot, in order. */
export async function recordedGenerations(folder: string, chapter: string): Promise<string[]> {
  const names = await readdir(join(folder, chapter)).catch(() => []);
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
}
