import type { FileEdit } from '../core/chapter.ts';
import { withoutEnd } from '../core/lines.ts';

/**
 * A file with what an editor's button puts into it.
 *
 * @returns null where the place is not in the file
 */
export function applyEdit(content: string, { puts, place }: FileEdit, text: string): string | null {
  const found = placeIn(content, place);
  if (found === null) return null;
  const added = withoutEnd(text);
  const { start, end } = found;
  if (puts === 'instead') return `${content.slice(0, start)}${added}${content.slice(end)}`;
  const at = puts === 'before' ? lineStart(content, start) : lineEnd(content, end);
  if (puts === 'before') return `${content.slice(0, at)}${added}\n${content.slice(at)}`;
  const rest = content.slice(at);
  return `${content.slice(0, at)}\n${added}${rest === '' ? '\n' : rest}`;
}

/** Offsets in a file; those of whole lines hold no newline at their end. */
function placeIn(content: string, place: FileEdit['place']): { readonly start: number; readonly end: number } | null {
  if (place.of === 'file') return { start: 0, end: content.length };
  if (place.of === 'lines') return ofLines(content, place.from, place.to);
  const found = matchIn(content, place);
  if (found === null || place.lines === null) return found;
  const line = (offset: number) => content.slice(0, offset).split('\n').length;
  const count = content.split('\n').length;
  const { before, behind } = place.lines;
  // -1: as far as the file goes.
  const from = before < 0 ? 1 : Math.max(1, line(found.start) - before);
  const to = behind < 0 ? count : Math.min(count, line(found.end) + behind);
  return ofLines(content, from, to);
}

function ofLines(content: string, from: number, to: number): { readonly start: number; readonly end: number } | null {
  const lines = withoutEnd(content).split('\n');
  const [first, last] = [from, to].map((number) => (number < 0 ? lines.length + number : number - 1));
  if (first === undefined || last === undefined || first < 0 || first > last || last >= lines.length) return null;
  const offset = (line: number) => lines.slice(0, line).join('\n').length + (line === 0 ? 0 : 1);
  return { start: offset(first), end: offset(last) + (lines[last]?.length ?? 0) };
}

function matchIn(
  content: string,
  { text, isPattern, group }: Extract<FileEdit['place'], { readonly of: 'match' }>,
): { readonly start: number; readonly end: number } | null {
  if (!isPattern) {
    const start = content.indexOf(text);
    return start < 0 ? null : { start, end: start + text.length };
  }
  const [start, end] = patternOf(text)?.exec(content)?.indices?.[group] ?? [];
  return start === undefined || end === undefined ? null : { start, end };
}

/** The author's pattern, which may be none. */
function patternOf(text: string): RegExp | null {
  try {
    return new RegExp(text, 'dm');
  } catch {
    return null;
  }
}

function lineStart(content: string, offset: number): number {
  return content.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(content: string, offset: number): number {
  const end = content.indexOf('\n', offset);
  return end < 0 ? content.length : end;
}
