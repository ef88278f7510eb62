import { isElision } from '../core/elision.ts';
import { indentOf } from '../core/lines.ts';

/** What a diff comes to on a file: its new content, or why it has none. */
export type Change =
  | { readonly fits: 'once'; readonly content: string }
  /** The file lacks the lines from `line` on, the first of the part that does not fit. */
  | { readonly fits: 'nowhere'; readonly line: string }
  /** No lines around it, or lines that stand there several times: a reader must choose the place. */
  | { readonly fits: 'anywhere' };

interface Hunk {
  /** Lines that must be there, in order: kept and removed ones. */
  readonly before: readonly string[];
  readonly lines: readonly MarkedLine[];
}

interface MarkedLine {
  readonly mark: '+' | '-' | ' ';
  readonly body: string;
}

const heading = /^(?:diff --git |index [\da-f]+\.\.|--- |\+\+\+ |\\ No newline|(?:new|deleted) file mode )/;

/** Whether a text is a diff: marked lines, at least one of them added or below an `@@` heading. */
export function isDiff(text: string): boolean {
  return /^(?:\+|@@ )/m.test(text);
}

/**
 * Applies a diff as a reader does: each part goes where its kept and removed lines stand in the file. How far they are
 * moved in does not count, as pages shift what they print; what is added is moved in as its neighbours are in the
 * file. A part that is there already changes nothing.
 */
export function applyDiff(content: string, diff: string): Change {
  let lines = content.split('\n');
  for (const hunk of hunksOf(diff)) {
    if (!hunk.lines.some(({ mark }) => mark !== ' ')) continue;
    const after = hunk.lines.flatMap(({ mark, body }) => (mark === '-' ? [] : [body]));
    const [at, ...others] = placesOf(hunk.before, lines);
    const isThere = placesOf(after, lines).length > 0;
    if (isThere && (at === undefined || after.length > hunk.before.length)) continue;
    if (at === undefined) return { fits: 'nowhere', line: hunk.before.find((line) => line.trim() !== '') ?? '' };
    if (others.length > 0 || hunk.before.every((line) => line.trim() === '')) return { fits: 'anywhere' };
    lines = [...lines.slice(0, at), ...changed(hunk, lines.slice(at)), ...lines.slice(at + hunk.before.length)];
  }
  return { fits: 'once', content: lines.join('\n') };
}

/** The parts of a diff: an `@@` heading or an elision begins another. */
function hunksOf(diff: string): readonly Hunk[] {
  const parts: string[][] = [[]];
  const text = diff.replace(/\n+$/, '').split('\n');
  for (const line of text.filter((one, at) => !(heading.test(one) && isHeading(text, at)))) {
    if (line.startsWith('@@ ') || isElision(line)) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  const context = parts.flat().filter((line) => line !== '' && !/^[+-]/.test(line));
  const shift = context.every((line) => line.startsWith(' ')) ? 1 : 0;
  const marked = parts.flat().filter((line) => /^[+-]\s*\S/.test(line));
  // `+ text`: the blank belongs to the mark.
  const gap = Math.min(...marked.map((line) => indentOf(line.slice(1)))) === 1 ? 1 : 0;
  return parts.map((part) => {
    const lines = part.map((line) => markedLine(line, shift, gap));
    return { lines, before: lines.flatMap(({ mark, body }) => (mark === '+' ? [] : [body])) };
  });
}

/** `--- a/x` and `+++ b/x` belong together; alone, such a line is content. */
function isHeading(text: readonly string[], at: number): boolean {
  if (text[at]?.startsWith('--- ')) return text[at + 1]?.startsWith('+++ ') ?? false;
  if (text[at]?.startsWith('+++ ')) return text[at - 1]?.startsWith('--- ') ?? false;
  return true;
}

function markedLine(line: string, shift: number, gap: number): MarkedLine {
  const [first] = line;
  if (first === '+' || first === '-')
    return { mark: first, body: line.slice(1).replace(new RegExp(`^ {0,${gap}}`), '') };
  return { mark: ' ', body: line.slice(shift) };
}

/** Every place at which lines stand one below the other. */
function placesOf(wanted: readonly string[], lines: readonly string[]): readonly number[] {
  return lines.flatMap((_, at) =>
    at + wanted.length <= lines.length && wanted.every((line, index) => line.trim() === lines[at + index]?.trim())
      ? [at]
      : [],
  );
}

/** A part with the lines that it keeps as the file has them. */
function changed(hunk: Hunk, there: readonly string[]): readonly string[] {
  let next = 0;
  let moved = movedIn(hunk.before, there);
  return hunk.lines.flatMap(({ mark, body }) => {
    if (mark === '+') return [body.trim() === '' ? '' : ' '.repeat(Math.max(0, indentOf(body) + moved)) + body.trim()];
    const own = there[next++] ?? '';
    if (body.trim() !== '') moved = indentOf(own) - indentOf(body);
    return mark === ' ' ? [own] : [];
  });
}

/** How much further in the first line stands in the file than in the diff. */
function movedIn(before: readonly string[], there: readonly string[]): number {
  const at = before.findIndex((line) => line.trim() !== '');
  return at === -1 ? 0 : indentOf(there[at] ?? '') - indentOf(before[at] ?? '');
}
