import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { recordsFolder } from './folders.ts';
import { inBuildOrder, type Recipe, recipeHash } from './recipe.ts';
import { readRecord, recordFile, tagFolder } from './records.ts';

/**
 * Versions of tutor that share a cache have other recipes for an image of the same name, and the registry has one tag.
 * Each image is kept under its recipe's hash besides, so that whoever comes puts its own in place and builds nothing.
 */

/** How long an image is kept that no version of tutor has put in place. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

/** Keeps the image that a name stands for now under its recipe's hash. */
export function keepVersion(reference: string): void {
  const record = readRecord(reference);
  if (record === null) return;
  copyFileSync(recordFile(reference), recordFile(reference, record.hash));
  copyTag(tagFolder(reference), tagFolder(reference, record.hash));
}

/** Puts these recipes' images, and those that they are built on, in the place of other versions', where they are kept. */
export function putInPlace(recipes: readonly Recipe[]): void {
  for (const recipe of inBuildOrder(recipes)) {
    const { reference } = recipe;
    const hash = recipeHash(recipe);
    const current = readRecord(reference);
    const [record, tag] = [recordFile(reference, hash), tagFolder(reference, hash)];
    if (current?.hash === hash || !existsSync(record) || !existsSync(join(tag, 'current/link'))) continue;
    if (current !== null) {
      keepVersion(reference);
      utimesSync(recordFile(reference, current.hash), new Date(), new Date());
    }
    copyTag(tag, tagFolder(reference));
    write(recordFile(reference), readFileSync(record, 'utf8'));
  }
}

/** Forgets what was replaced long ago; then nothing names it any more, and a sweep of the storage frees its space. */
export function forgetOldVersions(now = Date.now()): void {
  for (const name of existsSync(recordsFolder()) ? readdirSync(recordsFolder()) : []) {
    const [, reference, hash] = /^(.+)@([^@]+)\.json$/.exec(decodeURIComponent(name)) ?? [];
    const path = join(recordsFolder(), name);
    if (reference === undefined || hash === undefined || now - statSync(path).mtimeMs < keptMs) continue;
    if (readRecord(reference)?.hash === hash) continue;
    rmSync(tagFolder(reference, hash), { recursive: true, force: true });
    rmSync(path);
  }
}

/** A tag of the registry's file system: a link to the manifest, and an index of what it ever stood for. */
function copyTag(from: string, to: string): void {
  const digest = readFileSync(join(from, 'current/link'), 'utf8');
  write(join(to, 'index', digest.trim().replace(':', '/'), 'link'), digest);
  write(join(to, 'current/link'), digest);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}`;
  writeFileSync(part, text);
  renameSync(part, path);
}
