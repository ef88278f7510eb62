import type { Block, Chapter } from '../../core/chapter.ts';
import { languageOf } from './language.ts';

/** What the author's course format says of a block: a click types it, or nobody does. */
export type Mark = 'run' | 'not-run';

/** Path under which a Docker Labspace saves a block (`save-as=src/app.js`); null where it does not. */
export function savedAs({ meta }: Block): string | null {
  return /(?:^|\s)save-as=["']?([^\s"']+)/.exec(meta ?? '')?.[1]?.replace(/^\.\//, '') ?? null;
}

/**
 * The marks of the blocks of a chapter. `{{exec}}` and `{{execute}}` of Killercoda and Katacoda and `terminal:execute` of
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
  if (/\{\{\s*exec(?:ute)?\b/.test(meta) || block.form === 'inline' || /^terminal:execute/.test(block.lang ?? ''))
    return 'run';
  if (/(?:^|\s)no-run-button\b/.test(meta)) return 'not-run';
  if (!labspace || block.form !== 'fence' || savedAs(block) !== null) return null;
  return /^(?:shell|console)$/.test(languageOf(block.lang)) ? 'run' : null;
}
