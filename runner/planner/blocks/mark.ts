import type { Block, Chapter } from '../../core/chapter.ts';
import { languageOf } from './language.ts';

/** What the author's course format says of a block: a click types it, or nobody does. */
export type Mark = 'run' | 'not-run';

/** Path under which a click saves a block (`save-as=src/app.js` in a Docker Labspace); null where it does not. */
export function savedAs({ meta, click }: Block): string | null {
  if (click?.does === 'appends') return click.file;
  return /(?:^|\s)save-as=["']?([^\s"']+)/.exec(meta ?? '')?.[1]?.replace(/^\.\//, '') ?? null;
}

/** The machine of the course that a click types on: `{{execute HOST2}}`; 1 where it says nothing. */
export function hostOf({ meta }: Block): number {
  return Number(/\bexec(?:ute)?\b[^}]*\bHOST(\d+)\b/.exec(meta ?? '')?.[1] ?? 1);
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
  if (/\{\{\s*exec(?:ute)?\b/.test(meta) || block.form === 'inline') return 'run';
  if (/(?:^|\s)no-run-button\b/.test(meta)) return 'not-run';
  if (!labspace || block.form !== 'fence' || savedAs(block) !== null) return null;
  return ['shell', 'console'].includes(languageOf(block.lang)) ? 'run' : null;
}
