import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { storageFolder } from '../../runner/engine/shelf/folders.ts';
import { type ImageRecord, placeOf, writeRecord } from '../../runner/engine/shelf/records.ts';

/** Gives tutor an empty cache folder of its own for one test; call the result to remove it. */
export function scratchCache(): { readonly folder: string; remove(): void } {
  const before = process.env.XDG_CACHE_HOME;
  const folder = mkdtempSync(join(tmpdir(), 'tutor-shelf-'));
  process.env.XDG_CACHE_HOME = folder;
  return {
    folder,
    remove() {
      if (before === undefined) delete process.env.XDG_CACHE_HOME;
      else process.env.XDG_CACHE_HOME = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Puts an image on the shelf as far as its record and its tag in the registry's storage go. */
export function shelve(record: ImageRecord): void {
  const { repository, tag } = placeOf(record.reference);
  const link = join(
    storageFolder(),
    `docker/registry/v2/repositories/${repository}/_manifests/tags/${tag}/current/link`,
  );
  mkdirSync(dirname(link), { recursive: true });
  writeFileSync(link, 'sha256:0');
  writeRecord(record);
}
