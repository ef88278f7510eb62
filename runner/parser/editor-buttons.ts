import type { Block, FileEdit } from '../core/chapter.ts';

/** Where a button of Educates' editor puts its text, by its keys; null for one that changes nothing or that is not known. */
export function editOf(action: string, keys: Readonly<Record<string, unknown>>): FileEdit | null {
  const match = matchOf(keys.match ?? keys.text, keys);
  switch (action) {
    case 'editor:create-file':
      return { puts: 'instead', place: { of: 'file' } };
    case 'editor:prepend-lines-to-file':
      return { puts: 'before', place: { of: 'file' } };
    case 'editor:insert-lines-before-line':
      return { puts: 'before', place: linesOf(keys.line, keys.line) };
    case 'editor:insert-lines-after-line':
    case 'editor:append-lines-after-line':
      return { puts: 'behind', place: linesOf(keys.line, keys.line) };
    case 'editor:insert-lines-before-match':
      return match && { puts: 'before', place: match };
    case 'editor:append-lines-after-match':
      return match && { puts: 'behind', place: match };
    case 'editor:replace-matching-text':
    case 'editor:select-matching-text':
      return match && { puts: 'instead', place: match };
    case 'editor:select-lines-in-range':
    case 'editor:replace-lines-in-range':
      return { puts: 'instead', place: linesOf(keys.start, keys.stop) };
    default:
      return null;
  }
}

/** What a button does with what an earlier one has selected. */
const withSelection: Readonly<Record<string, FileEdit['puts']>> = {
  'editor:replace-text-selection': 'instead',
  'editor:insert-lines-before-selection': 'before',
  'editor:append-lines-after-selection': 'behind',
};

/** The blocks of a page, with the place of what was selected at the buttons that do something with it. */
export function withSelections(blocks: readonly Block[]): readonly Block[] {
  const selected = new Map<string, FileEdit['place']>();
  return blocks.map((block) => {
    const { click, lang } = block;
    if (click?.file == null) return block;
    if (click.edit !== undefined && lang?.startsWith('editor:select-') === true)
      selected.set(click.file, click.edit.place);
    const puts = withSelection[lang ?? ''];
    const place = selected.get(click.file);
    return puts === undefined || place === undefined
      ? block
      : { ...block, click: { ...click, does: 'edits', edit: { puts, place } } };
  });
}

function linesOf(from: unknown, to: unknown): FileEdit['place'] {
  const first = Number(from) || 1;
  return { of: 'lines', from: first, to: Number(to) || first };
}

function matchOf(text: unknown, keys: Readonly<Record<string, unknown>>): FileEdit['place'] | null {
  if (typeof text !== 'string' || text.trim() === '') return null;
  const { before, after } = keys;
  return {
    of: 'match',
    text: text.replace(/\n+$/, ''),
    isPattern: keys.isRegex === true,
    group: Number(keys.group) || 0,
    lines:
      before === undefined && after === undefined ? null : { before: Number(before) || 0, behind: Number(after) || 0 },
  };
}
