import type { Block, Chapter } from '../../core/chapter.ts';
import { languageOf } from './language.ts';

/** What the author's course format says of a block: a click types it, or nobody does. */
export type Mark = 'run' | 'not-run';

/** Path under which a click saves a block (`save-as=src/app.js` in a Docker Labspace); null where it does not. */
export function savedAs({ meta, click }: Block): string | null {
  if (click?.does === 'appends' || click?.does === 'edits') return click.file;
  return /(?:^|\s)save-as=["']?([^\s"']+)/.exec(meta ?? '')?.[1]?.replace(/^\.\//, '') ?? null;
}

/** The machine of the course that a click types on: `{{execute HOST2}}`; 1 where it says nothing. */
export function hostOf({ meta }: Block): number {
  return Number(/\bexec(?:ute)?\b[^}]*\bHOST(\d+)\b/.exec(meta ?? '')?.[1] ?? 1);
}

/** The terminal that a block's mark names: `terminal-id=db` of a Docker Labspace; null where it names none. */
function terminalNameOf({ meta }: Block): string | null {
  return /(?:^|\s)terminal-id=["']?([\w-]+)/.exec(meta ?? '')?.[1] ?? null;
}

/** `.term2`, `{{execute T2}}`, `session: 2`; the course's first machine is the first terminal. */
function terminalNumberOf(block: Block): number | null {
  if (block.click?.terminal != null) return block.click.terminal;
  const meta = block.meta ?? '';
  const found = /^\.term(\d+)$/.exec(block.lang ?? '')?.[1] ?? /\bT(\d+)\b/.exec(meta)?.[1];
  if (found !== undefined) return Number(found);
  return /\bHOST1\b/.test(meta) ? 1 : null;
}

/** The numbers of the terminals that the blocks' marks name: names are counted as they come, behind the one without. */
export function terminalsOf({ blocks }: Chapter): readonly (number | null)[] {
  const names = [...new Set(blocks.flatMap((block) => terminalNameOf(block) ?? []))];
  const unnamed = blocks.some((block) => isOfShell(block) && terminalNameOf(block) === null);
  return blocks.map((block) => {
    const name = terminalNameOf(block);
    if (name !== null) return names.indexOf(name) + (unnamed ? 2 : 1);
    return names.length > 0 && isOfShell(block) ? 1 : terminalNumberOf(block);
  });
}

function isOfShell({ lang }: Block): boolean {
  return ['shell', 'console'].includes(languageOf(lang));
}

/** Ctrl-C goes before what a click types: nothing goes on in that terminal. */
export function interrupts({ meta }: Block): boolean {
  return /\bexec(?:ute)?\b[^}]*\binterrupt\b/.test(meta ?? '');
}

/**
 * The marks of the blocks of a chapter. `{{exec}}` and `{{execute}}` of Killercoda and Katacoda and some buttons of
 * Educates type what they stand at. In a Docker Labspace every fence of a shell has a button, but for those that say
 * `no-run-button` (docs: dockersamples/labspace-infra); a page that uses one of its marks is one.
 */
export function marksOf({ blocks, source }: Chapter): readonly (Mark | null)[] {
  const labspace =
    blocks.some((block) => /(?:^|\s)no-(?:run|copy)-button\b/.test(block.meta ?? '') || savedAs(block) !== null) ||
    /^\s*::(?:variable\w+|tabLink|serviceLink)\b/m.test(source);
  return blocks.map((block) => markOf(block, labspace));
}

function markOf(block: Block, labspace: boolean): Mark | null {
  const meta = block.meta ?? '';
  if (block.click) return block.click.does === 'types' ? 'run' : block.click.does === 'other' ? 'not-run' : null;
  if (/\{\{\s*exec(?:ute)?\b/.test(meta) || (block.form === 'inline' && block.meta !== null)) return 'run';
  if (/(?:^|\s)no-run-button\b/.test(meta)) return 'not-run';
  // What has a terminal of its own is typed into that.
  if (isOfShell(block) && terminalNameOf(block) !== null) return 'run';
  if (!labspace || block.form !== 'fence' || savedAs(block) !== null) return null;
  return isOfShell(block) ? 'run' : null;
}
