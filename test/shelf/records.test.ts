import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../runner/core/message.ts';
import { exportShelf, importShelf } from '../../runner/engine/shelf/carry.ts';
import { standInOf } from '../../runner/engine/shelf/catalogue.ts';
import { shelfFolder, storageFolder } from '../../runner/engine/shelf/folders.ts';
import { readHostSettings } from '../../runner/engine/shelf/host-settings.ts';
import { holdLock } from '../../runner/engine/shelf/lock.ts';
import { missingRecipes } from '../../runner/engine/shelf/prepare.ts';
import { recipeHash } from '../../runner/engine/shelf/recipe.ts';
import { type ImageRecord, readRecord, readStandIns, tagFolder } from '../../runner/engine/shelf/records.ts';
import { forgetOldVersions, keepVersion, putInPlace } from '../../runner/engine/shelf/versions.ts';
import { scratchCache, shelve } from './scratch-cache.ts';

const ubuntu: ImageRecord = {
  reference: 'ubuntu:20.04',
  hash: 'x',
  bytes: 1,
  builtFrom: 'Debian 12',
  lacks: ['packages'],
};

describe('the shelf', () => {
  let cache: ReturnType<typeof scratchCache>;
  beforeEach(() => {
    cache = scratchCache();
  });
  afterEach(() => cache.remove());

  test('lists stand-ins and not what they are built on', () => {
    shelve(ubuntu);
    shelve({ ...ubuntu, reference: 'alpine:3.14' });
    shelve({ ...ubuntu, reference: 'tutor/debian:bookworm', builtFrom: null });
    expect(readStandIns().map(({ reference }) => reference)).toEqual(['alpine:3.14', 'ubuntu:20.04']);
  });

  test('does not have an image whose storage is gone', () => {
    shelve(ubuntu);
    rmSync(storageFolder(), { recursive: true });
    expect(readRecord('ubuntu:20.04')).toBeNull();
  });

  test('builds what is missing or changed, and nothing that is there', () => {
    const alpine = standInOf('alpine:3.14', readHostSettings());
    if (alpine === null) throw new Error('no stand-in for alpine');
    const store = (recipe: typeof alpine | (typeof alpine.bases)[number], hash = recipeHash(recipe)) =>
      shelve({ ...ubuntu, reference: recipe.reference, hash });
    const all = missingRecipes([alpine]).map(({ reference }) => reference);
    expect(all).toEqual(['tutor/debian:bookworm', 'tutor/workshop:bookworm', 'tutor/busybox:static', 'alpine:3.14']);
    for (const base of alpine.bases) store(base);
    expect(
      missingRecipes([alpine])
        .map(({ reference }) => reference)
        .at(-1),
    ).toBe('alpine:3.14');
    expect(missingRecipes([alpine]).map(({ reference }) => reference)).not.toContain('tutor/busybox:static');
    store(alpine);
    expect(missingRecipes([alpine])).toEqual([]);
    store(alpine, 'of an older recipe');
    expect(missingRecipes([alpine]).map(({ reference }) => reference)).toContain('alpine:3.14');
  });

  test('gives each of two versions of tutor its own image of a name, without building it again', () => {
    const alpine = standInOf('alpine:3.14', readHostSettings());
    if (alpine === null) throw new Error('no stand-in for alpine');
    const record = { ...ubuntu, reference: 'alpine:3.14' };
    const link = join(tagFolder('alpine:3.14'), 'current/link');
    const store = (hash: string, digest: string) => {
      keepVersion('alpine:3.14');
      shelve({ ...record, hash });
      writeFileSync(link, digest);
      keepVersion('alpine:3.14');
    };
    for (const base of alpine.bases) shelve({ ...record, reference: base.reference, hash: recipeHash(base) });
    store(recipeHash(alpine), 'sha256:ours');
    store('of another version', 'sha256:theirs');
    expect(missingRecipes([alpine]).map(({ reference }) => reference)).toContain('alpine:3.14');
    putInPlace([alpine]);
    expect(missingRecipes([alpine])).toEqual([]);
    expect(readFileSync(link, 'utf8')).toBe('sha256:ours');
    expect(existsSync(join(tagFolder('alpine:3.14'), 'index/sha256/ours/link'))).toBe(true);
    expect(readStandIns().map(({ hash }) => hash)).toContain(recipeHash(alpine));
    expect(readStandIns()).toHaveLength(alpine.bases.length + 1);
    const theirs = tagFolder('alpine:3.14', 'of another version');
    forgetOldVersions();
    expect(existsSync(theirs)).toBe(true);
    const nextYear = Date.now() + 365 * 24 * 60 * 60 * 1000;
    forgetOldVersions(nextYear);
    expect(existsSync(theirs)).toBe(false);
    expect(readFileSync(link, 'utf8')).toBe('sha256:ours');
    expect(existsSync(tagFolder('alpine:3.14', recipeHash(alpine)))).toBe(true);
  });

  test('is carried to another machine as one file', async () => {
    shelve(ubuntu);
    const file = join(cache.folder, 'shelf.tar');
    await exportShelf(file);
    rmSync(shelfFolder(), { recursive: true });
    expect(readStandIns()).toEqual([]);
    await importShelf(file);
    expect(readStandIns()).toEqual([ubuntu]);
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  test('stays as it was when the file is none of its own', async () => {
    shelve(ubuntu);
    const file = join(cache.folder, 'other.tar');
    writeFileSync(file, 'no archive');
    await expect(importShelf(file)).rejects.toBeInstanceOf(UserError);
    expect(readStandIns()).toEqual([ubuntu]);
  });

  test('has nothing to carry while it is empty', async () => {
    await expect(exportShelf(join(cache.folder, 'shelf.tar'))).rejects.toMatchObject({
      details: { code: 'shelf-empty' },
    });
  });

  test('is written by one process at a time: the next one waits, and says for whom', async () => {
    const release = await holdLock();
    const told: unknown[] = [];
    const next = holdLock(({ what }) => told.push(what));
    await expect.poll(() => told).toContainEqual({ code: 'progress-waits', args: { pid: process.pid } });
    release();
    (await next)();
  });

  test('is not kept from anyone by a process that has ended', async () => {
    mkdirSync(shelfFolder(), { recursive: true });
    // No process has this number: the kernel's largest is 2^22.
    writeFileSync(join(shelfFolder(), 'lock'), String(2 ** 22 + 1));
    const release = await holdLock();
    expect(readFileSync(join(shelfFolder(), 'lock'), 'utf8')).toBe(String(process.pid));
    release();
  });
});
