import { posix } from 'node:path';
import { type Effects, understand } from '../command/index.ts';
import type { Part, StepPlace } from './step-facts.ts';
import { pathSubject } from './subject.ts';
import { worksInFolder } from './works-in-folder.ts';

/** What a command reads, makes, takes away and changes of its reader's files. */
export function filesTouched(
  text: string,
  { readsFiles, writesFiles, unpacks, edits, mounts, changesFolder }: Effects,
  { folder }: StepPlace,
): Part {
  const at = (paths: readonly string[]) => paths.flatMap((path) => pathSubject(path, folder) ?? []);
  const binds = mounts.flatMap(({ type, source }) => (type === 'bind' && source !== null ? [source] : []));
  return {
    needs: at([...readsFiles, ...looksAt(text), ...(changesFolder === null ? [] : [changesFolder])]),
    makes: at([...writesFiles, ...foldersMade(text), ...(edits === null ? [] : [edits])]),
    removes: at(takenAway(text)),
    changes: at([...binds, ...(unpacks || worksInFolder(text) ? ['.'] : [])]),
  };
}

/** Files and folders that are gone afterwards. */
function takenAway(text: string): readonly string[] {
  return understand(text).calls.flatMap(({ program, args, command }) => {
    const named = args.filter((arg) => !arg.startsWith('-'));
    if (command.within.includes('function')) return [];
    return program === 'mv' ? named.slice(0, -1) : ['rm', 'rmdir'].includes(program) ? named : [];
  });
}

/** Folders on the way to those that `mkdir -p` is asked for. */
function foldersMade(text: string): readonly string[] {
  return understand(text).calls.flatMap(({ program, args }) =>
    program === 'mkdir' && args.some((arg) => /^(?:-\w*p\w*|--parents)$/.test(arg))
      ? args.filter((arg) => !arg.startsWith('-')).flatMap(pathsAbove)
      : [],
  );
}

function pathsAbove(path: string): readonly string[] {
  const above = posix.dirname(path);
  return ['.', '/', '~', '..', path].includes(above) ? [] : [above, ...pathsAbove(above)];
}

/** Files and folders that a command lists or searches; the folder it is typed in where it names none. */
function looksAt(text: string): readonly string[] {
  return understand(text).calls.flatMap(({ program, args }) => {
    if (program === 'test' || program === '[') {
      const [flag = '', path, ...more] = args.filter((arg) => arg !== ']');
      return /^-[defrsx]$/.test(flag) && path !== undefined && more.length === 0 ? [path] : [];
    }
    if (!['ls', 'll', 'tree', 'du', 'dir'].includes(program)) return [];
    const named = args.filter((arg) => !arg.startsWith('-'));
    return named.length === 0 ? ['.'] : named;
  });
}
