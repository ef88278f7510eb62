import { realpathSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';

/** Kinds of pictures that a browser shows. */
const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/** Where a chapter's pictures may come from. */
export interface Album {
  /** Folder of the repository, absolute: nothing outside of it is shown. */
  readonly root: string;
  /** The chapter's own folder. */
  readonly folder: string;
}

/**
 * The file that a chapter's picture names, `../images/one.png` or, from the root of the repository, `/images/one.png`.
 *
 * @returns null for what is no picture, is not there, or leads out of the repository.
 */
export function pictureFile(
  name: string,
  { root, folder }: Album,
): { readonly path: string; readonly type: string } | null {
  try {
    const wanted = decodeURIComponent(name);
    const type = types[extname(wanted).toLowerCase()];
    const path = realpathSync(wanted.startsWith('/') ? join(root, wanted) : resolve(folder, wanted));
    return type !== undefined && path.startsWith(realpathSync(root) + sep) ? { path, type } : null;
  } catch {
    return null;
  }
}
