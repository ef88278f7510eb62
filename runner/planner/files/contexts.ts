import { posix } from 'node:path';
import { effectsOf } from '../../command/index.ts';
import { parseComposeFile, parseDockerfile, sourcesOf } from '../../dockerfile/index.ts';
import { isCompose } from '../blocks/looks.ts';
import type { Draft } from '../draft.ts';
import { Folders, folderOf, inFolder } from './folder.ts';

/**
 * Moves a Dockerfile without a folder, and what it copies, to where it is built: the folder that a compose file or a
 * build gives, where the words above it name that one or there is only one to choose.
 */
export function placeInContexts(drafts: readonly Draft[]): void {
  const contexts = contextsOf(drafts);
  const dockerfiles = drafts.filter(({ kind, file }) => kind === 'dockerfile' && file === 'Dockerfile');
  if (dockerfiles.length === 0 || contexts.size === 0) return;
  const free = [...contexts].filter(
    (context) => context !== '' && !drafts.some(({ file }) => file === `${context}/Dockerfile`),
  );
  const [only] = free.length === 1 && !contexts.has('') && isOneFile(dockerfiles) ? free : [];
  for (const draft of drafts) {
    const context = free.find((one) => mentions(draft, one)) ?? (draft.file === 'Dockerfile' ? only : undefined);
    if (context === undefined || draft.file === null || draft.file.includes('/') || isCompose(draft.view.text))
      continue;
    if (draft.kind === 'file' || dockerfiles.includes(draft)) draft.file = `${context}/${draft.file}`;
  }
  for (const dockerfile of dockerfiles) bringSources(dockerfile, drafts);
}

/** Folders in which images are built, from where the chapter starts; `''` is that folder itself. */
function contextsOf(drafts: readonly Draft[]): ReadonlySet<string> {
  const found = new Set<string>();
  const folders = new Folders();
  for (const { kind, view, file, commands } of drafts) {
    if (kind === 'file' && file !== null && isCompose(view.text))
      for (const { build } of parseComposeFile(view.text).services)
        if (build !== null) found.add(inFolder(folderOf(file), build.context));
    for (const command of commands) {
      const folder = folders.enter(command);
      for (const { context, dockerfile } of effectsOf(command.text).builds)
        if (dockerfile === null && isFolder(context)) found.add(inFolder(folder, context));
      folders.follow(command);
    }
  }
  return found;
}

function isFolder(context: string): boolean {
  return !/^[~/-]|:\/\/|[$<>]|^\.\./.test(context);
}

/** Parts of one Dockerfile, or the same shown again. */
function isOneFile(dockerfiles: readonly Draft[]): boolean {
  return dockerfiles.filter(({ part }) => part === 'whole').length === 1;
}

/** The words above a block, or its headings, name the folder. */
function mentions({ view }: Draft, context: string): boolean {
  const name = posix.basename(context).toLowerCase();
  return [view.label, view.paragraph, ...view.headings.slice(0, 2).map(({ title }) => title)]
    .flatMap((text) => text.toLowerCase().match(/[\w.-]+/g) ?? [])
    .includes(name);
}

/** What a Dockerfile copies lies beside it. */
function bringSources(dockerfile: Draft, drafts: readonly Draft[]): void {
  const folder = folderOf(dockerfile.file ?? '');
  if (folder === '') return;
  const sources = new Set(
    sourcesOf(parseDockerfile(dockerfile.view.text)).map(({ path }) => path.replace(/^\.\//, '')),
  );
  for (const draft of drafts)
    if (draft.kind === 'file' && draft.file !== null && sources.has(draft.file)) draft.file = `${folder}/${draft.file}`;
}
