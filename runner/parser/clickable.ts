import { parse } from 'yaml';
import type { Click } from '../core/chapter.ts';
import type { SourceLine } from '../core/source.ts';
import { editOf } from './editor-buttons.ts';

/**
 * A block of Educates is a button (docs.educates.dev, clickable actions): the keys whose value it types, copies or writes,
 * for each action that has one. The text itself may be what it types: `execute-2`, the older way to write it.
 */
const contents: Readonly<Record<string, string>> = {
  'terminal:execute': 'command',
  'terminal:execute-all': 'command',
  'terminal:input': 'text',
  'workshop:copy': 'text',
  'workshop:copy-and-edit': 'text',
  'editor:create-file': 'text',
  'editor:append-lines-to-file': 'text',
  'editor:prepend-lines-to-file': 'text',
  'editor:insert-lines-before-line': 'text',
  'editor:insert-lines-after-line': 'text',
  'editor:append-lines-after-line': 'text',
  'editor:append-lines-after-match': 'text',
  'editor:insert-lines-before-match': 'text',
  'editor:replace-text-selection': 'text',
  'editor:insert-lines-before-selection': 'text',
  'editor:append-lines-after-selection': 'text',
  'editor:replace-matching-text': 'replacement',
  'editor:replace-lines-in-range': 'text',
};

const typing: ReadonlySet<string> = new Set(['terminal:execute', 'terminal:execute-all', 'terminal:input']);

/** `execute`, `execute-1`, `execute-2`, `execute-all`, `copy`, `copy-and-edit` */
const older = /^(?:(execute)(?:-(\d|all))?|copy(?:-and-edit)?)$/;

/** What a click on a block does; null where it is no button. */
export function readClick(lang: string | null, lines: readonly SourceLine[]): Click | null {
  const action = lang ?? '';
  const [old, types, number] = older.exec(action) ?? [];
  if (old !== undefined)
    return types === undefined
      ? { does: 'copies', file: null, terminal: null }
      : { does: 'types', file: null, terminal: Number(number) || 1 };
  if (!/^(?:terminal|editor|examiner|dashboard|workshop|files|section):[a-z]+(?:-[a-z]+)*$/.test(action)) return null;
  const keys = keysOf(lines);
  const file = stringOf(keys.file);
  if (typing.has(action)) {
    // Without a session it is the first one.
    return { does: 'types', file, terminal: Number(keys.session) || 1 };
  }
  if (action.startsWith('workshop:copy')) return { does: 'copies', file, terminal: null };
  if (action === 'editor:append-lines-to-file') return { does: 'appends', file, terminal: null };
  const edit = editOf(action, keys);
  return edit === null || file === null
    ? { does: 'other', file, terminal: null, ...(edit === null ? {} : { edit }) }
    : { does: action in contents ? 'edits' : 'other', file, terminal: null, edit };
}

/** What stands in a button; where its values cannot be read (`{{< param x >}}`), those that stand on a line of their own. */
function keysOf(lines: readonly SourceLine[]): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = parse(lines.map(({ text }) => text).join('\n'), { logLevel: 'silent' });
    if (typeof read === 'object' && read !== null) return { ...read };
  } catch {
    // It is no YAML as it stands.
  }
  return Object.fromEntries(
    lines.flatMap(({ text }) => {
      const [, key, value = ''] = /^(\w+):\s*(.*)$/.exec(text) ?? [];
      return key === undefined ? [] : [[key, value.trim().replace(/^["'](.*)["']$/, '$1')]];
    }),
  );
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The lines that a click is about; those of other blocks are given as they are. */
export function clickedLines(lang: string | null, lines: readonly SourceLine[]): readonly SourceLine[] {
  const name = contents[lang ?? ''];
  const at = name === undefined ? -1 : lines.findIndex(({ text }) => text.startsWith(`${name}:`));
  const key = lines[at];
  if (name === undefined || key === undefined) return lines;
  const lead = key.text.length - key.text.slice(name.length + 1).trimStart().length;
  const [block, indicated] = /^[|>](?:[-+]?(\d)?[-+]?)\s*$/.exec(key.text.slice(lead)) ?? [];
  if (block === undefined) return [unquoted(cut(key, lead))];
  const end = lines.findIndex(({ text }, index) => index > at && /^\S/.test(text));
  const value = lines.slice(at + 1, end < 0 ? undefined : end);
  const indent =
    indicated === undefined
      ? Math.min(...value.filter(({ text }) => text.trim() !== '').map(({ text }) => text.search(/\S/)))
      : Number(indicated);
  return value.map((line) => cut(line, Math.min(indent, line.text.length)));
}

/** A value of YAML without the quotes around it. */
function unquoted(line: SourceLine): SourceLine {
  const inner = /^(["'])(.*)\1\s*$/.exec(line.text)?.[2];
  if (inner === undefined) return line;
  const start = line.range.start + 1;
  return { ...line, text: inner, range: { start, end: start + inner.length } };
}

function cut(line: SourceLine, columns: number): SourceLine {
  return { ...line, text: line.text.slice(columns), range: { ...line.range, start: line.range.start + columns } };
}
