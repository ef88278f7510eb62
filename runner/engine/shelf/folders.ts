import { join } from 'node:path';
import { cacheFolder } from '../sandbox/paths.ts';

/** Where the shelf lies: `~/.cache/tutor/shelf`. */
export function shelfFolder(): string {
  return join(cacheFolder(), 'shelf');
}

/** The registry's storage of stand-ins. */
export function storageFolder(): string {
  return join(shelfFolder(), 'registry');
}

/** The registry's storage of what was pulled through from Docker Hub. */
export function hubStorageFolder(): string {
  return join(shelfFolder(), 'hub');
}

/** One file for each image that was built and stored. */
export function recordsFolder(): string {
  return join(shelfFolder(), 'images');
}

/** Files of images being built; emptied at the next start of a build. */
export function workFolder(): string {
  return join(shelfFolder(), 'work');
}
