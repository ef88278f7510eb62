import { effectsOf } from '../../command/index.ts';
import { isRooted } from '../../core/paths.ts';
import type { DraftCommand } from '../draft.ts';

/** Folder in which the reader is: from where the chapter starts (`''`), from HOME (`~…`) or absolute. */
export type Folder = string;

/** The folders of the reader's terminals: another one is opened where the reader is. */
export class Folders {
  readonly #of = new Map<number, Folder>();
  readonly #entered = new Set<number>();
  #latest = 1;

  /** The folder of the terminal that was typed into last. */
  get here(): Folder {
    return this.#of.get(this.#latest) ?? '';
  }

  /** A command is typed into its terminal; the folder in which it is. */
  enter({ terminal }: Pick<DraftCommand, 'terminal'>): Folder {
    const folder = this.#of.get(terminal) ?? this.here;
    this.#latest = terminal;
    this.#of.set(terminal, folder);
    return folder;
  }

  /** What it does to the folder. */
  follow(command: Pick<DraftCommand, 'text' | 'into' | 'terminal'>): void {
    const isNew = !this.#entered.has(command.terminal);
    const here = this.enter(command);
    this.#entered.add(command.terminal);
    const [again, further] = ['', here].map((folder) => folderAfter(folder, command));
    // Another terminal that is there to enter the same folder is opened where all begins.
    const isAgain = isNew && again !== undefined && again !== '' && `${here}/`.startsWith(`${again}/`);
    this.#of.set(command.terminal, (isAgain ? again : further) ?? here);
  }
}

/** The folder after a command was typed. What only a shell could know (`cd $DIR`, `cd -`) changes nothing. */
function folderAfter(folder: Folder, { text, into }: Pick<DraftCommand, 'text' | 'into'>): Folder {
  const to = into === 'shell' ? effectsOf(text).changesFolder : null;
  if (to === null || to === '-' || /[$`*<>{}[\]]/.test(to)) return folder;
  // A page that says `cd ch04/a`, then `cd ch04/b`, starts again from where it began.
  const [first] = to.split('/');
  const again = to.includes('/') && first === folder.split('/')[0] && !/^[~.]/.test(to);
  return inFolder(again ? '' : folder, to);
}

/** A path as seen from where the chapter starts. */
export function inFolder(folder: Folder, path: string): string {
  if (isRooted(path)) return path.replace(/(?<=.)\/+$/, '');
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '~') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/**
 * The path of a file that is named `name` while the reader is in a folder. A name that already says where that is stays:
 * `code/web/Dockerfile`, read in `code/web`, lies there, and read in `code/api` beside it.
 */
export function nameIn(folder: Folder, name: string): string {
  if (folder === '' || isRooted(name)) return name;
  const [here, said] = [folder.split('/'), name.split('/').slice(0, -1)];
  if (here.length > 1 && said.length > 1 && here[0] === said[0]) return name;
  const from = here.findIndex((_, at) => said.slice(0, here.length - at).join('/') === here.slice(at).join('/'));
  return inFolder(from < 0 ? folder : here.slice(0, from).join('/'), name);
}

/** The folder that a file lies in. */
export function folderOf(path: string): Folder {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : path.slice(0, Math.max(at, 1));
}
