import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseImageName } from '../../command/index.ts';
import { recordsFolder, storageFolder } from './folders.ts';
import { type Lack, type Recipe, recipeHash } from './recipe.ts';

/** What is known of an image that lies on the shelf. */
export interface ImageRecord {
  readonly reference: string;
  readonly hash: string;
  /** As `docker image ls` counts it, in bytes. */
  readonly bytes: number;
  /** Null for a building block. */
  readonly builtFrom: string | null;
  readonly lacks: readonly Lack[];
}

/** The record of an image; null where it was never stored, or its storage is gone. */
export function readRecord(reference: string): ImageRecord | null {
  const path = recordFile(reference);
  if (!existsSync(path) || !existsSync(join(tagFolder(reference), 'current/link'))) return null;
  return JSON.parse(readFileSync(path, 'utf8')) as ImageRecord;
}

/** Every image on the shelf that stands in for another one, sorted by name. */
export function readStandIns(): readonly ImageRecord[] {
  if (!existsSync(recordsFolder())) return [];
  const names = readdirSync(recordsFolder()).filter((name) => name.endsWith('.json'));
  return names
    .map((name) => decodeURIComponent(name.slice(0, -'.json'.length)))
    .filter((reference) => !reference.includes('@'))
    .map(readRecord)
    .filter((record) => record !== null && record.builtFrom !== null)
    .filter((record) => record !== null)
    .sort((one, other) => one.reference.localeCompare(other.reference));
}

/** Whether the image lies on the shelf as its recipe is now. */
export function isStored(recipe: Recipe): boolean {
  return readRecord(recipe.reference)?.hash === recipeHash(recipe);
}

/** Notes that an image was stored. Whole or not at all: an interrupted one is built again. */
export function writeRecord(record: ImageRecord): void {
  mkdirSync(recordsFolder(), { recursive: true });
  const path = recordFile(record.reference);
  writeFileSync(`${path}.part`, `${JSON.stringify(record)}\n`);
  renameSync(`${path}.part`, path);
}

/** Repository and tag as the registry has them: `library/ubuntu` and `20.04`. */
export function placeOf(reference: string): { readonly repository: string; readonly tag: string } {
  const name = parseImageName(reference);
  return { repository: name?.path ?? reference, tag: name?.tag ?? 'latest' };
}

/** The registry's folder of a tag; with a hash, of the tag under which that version is kept. */
export function tagFolder(reference: string, hash?: string): string {
  const { repository, tag } = placeOf(reference);
  const name = hash === undefined ? tag : `${tag}-tutor.${hash}`;
  return join(storageFolder(), `docker/registry/v2/repositories/${repository}/_manifests/tags/${name}`);
}

/** Path of an image's record; with a hash, of the version that is kept besides. */
export function recordFile(reference: string, hash?: string): string {
  const name = hash === undefined ? reference : `${reference}@${hash}`;
  return join(recordsFolder(), `${encodeURIComponent(name)}.json`);
}
