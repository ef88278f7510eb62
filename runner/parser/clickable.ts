import type { Click } from '../core/chapter.ts';
import type { SourceLine } from '../core/source.ts';

/**
 * A block of Educates is a button (docs.educates.dev, clickable actions): the key whose value it types, copies or writes,
 * for each action that has one.
 */
const contents: Readonly<Record<string, string>> = {
  'terminal:execute': 'command',
  'terminal:execute-all': 'command',
  'terminal:input': 'text',
  'workshop:copy': 'text',
  'workshop:copy-and-edit': 'text',
  'editor:append-lines-to-file': 'text',
};

const typing: ReadonlySet<string> = new Set(['terminal:execute', 'terminal:execute-all', 'terminal:input']);

/** What a click on a block does; null where it is no button. */
export function readClick(lang: string | null, lines: readonly SourceLine[]): Click | null {
  if (!/^(?:terminal|editor|examiner|dashboard|workshop|files|section):[a-z]+(?:-[a-z]+)*$/.test(lang ?? ''))
    return null;
  const action = lang ?? '';
  const types = typing.has(action);
  const session = keyed('session', lines);
  return {
    does: types ? 'types' : action.startsWith('workshop:copy') ? 'copies' : action in contents ? 'appends' : 'other',
    file: keyed('file', lines),
    // Without a session it is the first one.
    terminal: types ? (/^\d+$/.test(session ?? '') ? Number(session) : 1) : null,
  };
}

/** The lines that a click is about; those of other blocks are given as they are. */
export function clickedLines(lang: string | null, lines: readonly SourceLine[]): readonly SourceLine[] {
  const name = contents[lang ?? ''];
  const at = name === undefined ? -1 : lines.findIndex(({ text }) => text.startsWith(`${name}:`));
  const key = lines[at];
  if (name === undefined || key === undefined) return lines;
  const lead = key.text.length - key.text.slice(name.length + 1).trimStart().length;
  if (!/^[|>][-+]?\s*$/.test(key.text.slice(lead))) return [unquoted(cut(key, lead))];
  const end = lines.findIndex(({ text }, index) => index > at && /^\S/.test(text));
  const value = lines.slice(at + 1, end < 0 ? undefined : end);
  const indent = Math.min(...value.filter(({ text }) => text.trim() !== '').map(({ text }) => text.search(/\S/)));
  return value.map((line) => cut(line, Math.min(indent, line.text.length)));
}

/** A value of YAML without the quotes around it. */
function unquoted(line: SourceLine): SourceLine {
  const inner = /^(["'])(.*)\1\s*$/.exec(line.text)?.[2];
  if (inner === undefined) return line;
  const start = line.range.start + 1;
  return { ...line, text: inner, range: { start, end: start + inner.length } };
}

function keyed(name: string, lines: readonly SourceLine[]): string | null {
  const line = lines.find(({ text }) => text.startsWith(`${name}:`))?.text;
  return (
    line
      ?.slice(name.length + 1)
      .trim()
      .replace(/^["'](.*)["']$/, '$1') || null
  );
}

function cut(line: SourceLine, columns: number): SourceLine {
  return { ...line, text: line.text.slice(columns), range: { ...line.range, start: line.range.start + columns } };
}
