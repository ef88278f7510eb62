import { access, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { message, type Place, UserError } from '../core/message.ts';

/** What the configuration's file is called; the first one counts where both are in a folder. */
const configNames = ['tutor.yml', 'tutor.yaml'];

/** The nearest folder, from `from` upwards, that holds `name`; null where none does. */
export async function findUpwards(from: string, name: string): Promise<string | null> {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = await access(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (found) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** The nearest configuration, from a folder upwards; null where there is none. */
export async function findConfig(from: string): Promise<string | null> {
  let nearest: string | null = null;
  for (const name of configNames) {
    const folder = await findUpwards(from, name);
    if (folder !== null && (nearest === null || folder.length > dirname(nearest).length)) nearest = join(folder, name);
  }
  return nearest;
}

/** The folder out of which nothing leads that a document names: its repository, else the folder of tutor.yml, else its own. */
async function repositoryOf(folder: string): Promise<string> {
  const config = await findConfig(folder);
  return (await findUpwards(folder, '.git')) ?? (config === null ? folder : dirname(config));
}

/**
 * Refuses a path that a document or tutor.yml names and that lies outside of its repository, whatever links stand on the
 * way. A document may be anybody's, a pull request's too: what it names is copied to where it can send it away.
 *
 * @param from absolute: the folder of the file that names it
 * @param name as that file has it
 * @returns the path, absolute
 * @throws UserError where it leads out
 */
export async function insideRepository(from: string, name: string, place: Place = {}): Promise<string> {
  const root = await repositoryOf(from);
  const path = resolve(from, name);
  if (await leadsOut(root, path)) throw new UserError(message('outside-repository', { name, root }, place));
  return path;
}

/** Whether a path leads out of a folder, by its name or by a link; both are absolute. */
export async function leadsOut(folder: string, path: string): Promise<boolean> {
  const way = relative(await realPlace(folder), await realPlace(path));
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/** Where a path is or, if it is not there yet, would be made: a link may lead to what is not there. */
async function realPlace(path: string): Promise<string> {
  return realpath(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || dirname(path) === path) return path;
    const folder = await realPlace(dirname(path));
    const link = await readlink(path).catch(() => null);
    return link === null ? join(folder, basename(path)) : realPlace(resolve(folder, link));
  });
}
