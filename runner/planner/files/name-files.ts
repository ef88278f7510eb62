import { effectsOf } from '../../command/index.ts';
import type { Told } from '../../core/message.ts';
import type { MessageCode } from '../../core/messages/index.ts';
import { isCompose } from '../blocks/looks.ts';
import type { Draft } from '../draft.ts';
import { type Folder, folderAfter, nameIn } from './folder.ts';
import { nameFrom } from './names.ts';

/** Gives each file its path, as seen from where the chapter starts; a Dockerfile without a name is `Dockerfile`. */
export function nameFiles(drafts: readonly Draft[]): void {
  let folder: Folder = '';
  for (const [at, draft] of drafts.entries()) {
    const name = ownName(draft) ?? openedBefore(draft, drafts.slice(Math.max(0, at - 2), at));
    draft.file = name === null ? null : nameIn(folder, name);
    draft.folder = folder;
    for (const command of draft.commands) folder = folderAfter(folder, command);
  }
}

function ownName({ kind, view, edited }: Draft): string | null {
  if (kind !== 'dockerfile' && kind !== 'file') return null;
  const [shown] = edited;
  if (shown?.by === 'cat') return shown.path;
  const found = nameFrom(view, kind);
  if (found !== null) return conventional(found.path, found.why);
  if (kind === 'dockerfile') return 'Dockerfile';
  if (/^\s*\{[\s\S]*"(?:dependencies|devDependencies|scripts)"\s*:/.test(view.text)) return 'package.json';
  return isCompose(view.text) ? 'docker-compose.yml' : null;
}

/** What the blocks directly before open in an editor or make with `touch`. */
function openedBefore({ kind, view }: Draft, before: readonly Draft[]): string | null {
  if (kind !== 'file') return null;
  const near = before.filter((draft) => draft.view.block.section === view.block.section);
  const opened = near.flatMap(({ commands }) => commands.map(({ text }) => text)).map(openedBy);
  return opened.findLast((path) => path !== null && !/dockerfile/i.test(path)) ?? null;
}

function openedBy(text: string): string | null {
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
  return path.replace(/^dockerfile(?=$|\.)/i, 'Dockerfile').replace(/^docker-compose/i, 'docker-compose');
}
