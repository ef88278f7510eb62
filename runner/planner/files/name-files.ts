import { effectsOf, optionValues, understand } from '../../command/index.ts';
import type { Told } from '../../core/message.ts';
import type { MessageCode } from '../../core/messages/index.ts';
import { isCompose } from '../blocks/looks.ts';
import type { Draft } from '../draft.ts';
import { type Folder, Folders, folderOf, inFolder, nameIn } from './folder.ts';
import { folderIn, nameFrom } from './names.ts';

/** Gives each file its path, as seen from where the chapter starts; a Dockerfile without a name is `Dockerfile`. */
export function nameFiles(drafts: readonly Draft[], source: string): void {
  const folders = new Folders();
  // The folder that was made, named or written to last: what `in that directory` means.
  let named: Folder | null = null;
  for (const [at, draft] of drafts.entries()) {
    const folder = folders.here;
    named = folderNamedIn(draft, folder) ?? named;
    const name =
      ownName(draft) ??
      openedBefore(draft, drafts.slice(Math.max(0, at - 2), at)) ??
      usualName(draft, drafts.slice(at + 1), source);
    const base = named !== null && draft.view.cues.has('there') ? named : folder;
    const begun = draft.part === 'more' ? drafts.slice(0, at).findLast(({ kind }) => kind === 'dockerfile') : undefined;
    draft.file = begun?.file ?? (name === null ? null : nameIn(base, name));
    draft.folder = folder;
    if (draft.file !== null) named = folderOf(draft.file);
    for (const command of draft.commands) {
      named = folderMadeBy(command, folders.enter(command)) ?? named;
      folders.follow(command);
    }
  }
}

/** The folder that the prose above a block names. */
function folderNamedIn({ view }: Draft, folder: Folder): Folder | null {
  const found = view.between.map(({ text }) => folderIn(text)).findLast((name) => name !== null);
  // An absolute one is mostly the container's.
  return found == null || found.startsWith('/') ? null : inFolder(folder, found);
}

function folderMadeBy({ text, into }: Draft['commands'][number], folder: Folder): Folder | null {
  if (into !== 'shell' || understand(text).calls.at(0)?.program !== 'mkdir') return null;
  const [made, ...others] = effectsOf(text).writesFiles;
  return made === undefined || others.length > 0 ? null : inFolder(folder, made);
}

function ownName({ kind, view, edited }: Draft): string | null {
  if (kind !== 'dockerfile' && kind !== 'file') return null;
  const [shown] = edited;
  if (shown !== undefined) return shown.path;
  const found = nameFrom(view, kind);
  return found === null ? null : conventional(found.path, found.why);
}

/** The name of a file that the page does not name: what the next command calls it, else what such files are called. */
function usualName({ kind, view }: Draft, after: readonly Draft[], source: string): string | null {
  if (kind === 'dockerfile') return 'Dockerfile';
  if (kind !== 'file') return null;
  if (/^\s*\{[\s\S]*"(?:dependencies|devDependencies|scripts)"\s*:/.test(view.text)) return 'package.json';
  if (!isCompose(view.text)) return null;
  return usedNext(after) ?? composeName(source, view.block.range.start);
}

/** `docker compose -f stack.yml up` in the next block of commands. */
function usedNext(after: readonly Draft[]): string | null {
  const next = after.find(({ commands, kind }) => commands.length > 0 || kind === 'file');
  const calls = (next?.commands ?? []).flatMap(({ text }) =>
    understand(text).calls.flatMap(({ docker }) => docker ?? []),
  );
  const named = calls.flatMap((call) =>
    call.verb.startsWith('compose ') || call.verb === 'stack deploy'
      ? [...optionValues(call, 'file'), ...optionValues(call, 'compose-file')]
      : [],
  );
  return named.find((path) => /\.ya?ml$/.test(path))?.replace(/^\.\//, '') ?? null;
}

/**
 * What the page itself calls its compose file, else the name of the generation it speaks of: `docker-compose` read
 * `docker-compose.yml`, Compose's second generation prefers `compose.yaml` (docs.docker.com/compose/intro/compose-application-model).
 */
function composeName(source: string, at: number): string {
  const own = /(?<![\w./-])(?:docker-)?compose\.ya?ml\b/g;
  const before = source.slice(0, at).match(own)?.at(-1);
  const named = before ?? source.slice(at).match(own)?.[0];
  return named ?? (/docker-compose\b/.test(source) ? 'docker-compose.yml' : 'compose.yaml');
}

/** What the blocks directly before open in an editor or make with `touch`. */
function openedBefore({ kind, view }: Draft, before: readonly Draft[]): string | null {
  if (kind !== 'file') return null;
  const near = before.filter((draft) => draft.view.block.section === view.block.section || draft === before.at(-1));
  const opened = near
    .flatMap(({ commands }) => commands.filter(({ into }) => into === 'shell'))
    .map(({ text }) => openedBy(text));
  return opened.findLast((path) => path !== null && !/dockerfile/i.test(path)) ?? null;
}

/** The file that a command opens in an editor or makes with `touch`. */
export function openedBy(text: string): string | null {
  const { edits, writesFiles } = effectsOf(text);
  return edits ?? (/^(?:sudo )?touch\s/.test(text) ? (writesFiles.at(-1) ?? null) : null);
}

const proseNames: ReadonlySet<MessageCode> = new Set([
  'plan-named-label',
  'plan-named-paragraph',
  'plan-named-text',
  'plan-named-heading',
]);

/** Prose writes `dockerfile` for a file that is called `Dockerfile`; code means what it says. */
function conventional(path: string, why: Told): string {
  if (!proseNames.has(why.code)) return path;
  const usual = ['Dockerfile', 'docker-compose'].find(
    (name) => path.split('.')[0]?.toLowerCase() === name.toLowerCase(),
  );
  return usual === undefined ? path : `${usual}${path.slice(usual.length)}`;
}
