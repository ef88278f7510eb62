import { own } from '../core/terminal-text.ts';
import { widthOf } from '../core/width.ts';
import type { Paint } from '../reporter/paint.ts';

export type Format = Parameters<Paint>[0];

/** A piece of text that is shown in one format. */
export interface Span {
  readonly text: string;
  readonly format: Format | null;
  /** Where it leads, on a terminal that has links (OSC 8). */
  readonly link?: string;
}

/** What is drawn on. */
export interface Surface {
  readonly paint: Paint;
  readonly columns: number;
  /** Whether words and blanks stand in place of signs and lines. */
  readonly plain?: boolean;
}

/** What lines of a text begin with: the first one, and the others. */
export interface Margin {
  readonly first: string;
  readonly rest: string;
}

/** A stretch that is never broken, and whether a blank stands before it. */
interface Word {
  readonly spans: readonly Span[];
  readonly width: number;
  readonly spaced: boolean;
}

/** Chinese and Japanese are broken anywhere, Korean between words as English is. */
const anywhere = /[\u2e80-\u312f\u31a0-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/u;
const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;

/** Makes a text of a chapter harmless for the terminal that shows it. */
export function harmless(text: string): string {
  return text.replace(controls, '').replaceAll('\t', '    ');
}

/** Breaks spans into lines of at most so many columns. A newline in a span begins a line. */
export function wrap(spans: readonly Span[], columns: number, paint: Paint): string[] {
  const lines: string[] = [];
  for (const hard of splitLines(spans)) {
    let [line, width]: [Span[], number] = [[], 0];
    for (const word of wordsOf(hard, columns)) {
      const blank = word.spaced && width > 0 ? 1 : 0;
      if (width > 0 && width + blank + word.width > columns) {
        lines.push(painted(line, paint));
        [line, width] = [[], 0];
      }
      if (word.spaced && width > 0) {
        // A blank between two words of one format belongs to both.
        const [before, after] = [line.at(-1), word.spans[0]];
        line.push(before && after && isLike(before, after) ? { ...before, text: ' ' } : { text: ' ', format: null });
        width += 1;
      }
      line.push(...word.spans);
      width += word.width;
    }
    lines.push(painted(line, paint));
  }
  return lines;
}

/** Stretches of one format are painted as one. */
function painted(spans: readonly Span[], paint: Paint): string {
  const joined: { text: string; format: Format | null; link?: string }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && isLike(last, span)) last.text += span.text;
    else joined.push({ ...span });
  }
  return joined
    .map(({ text, format, link }) => {
      const shown = format === null ? text : paint(format, text);
      return link === undefined ? shown : own(`\x1b]8;;${link}\x1b\\`) + shown + own('\x1b]8;;\x1b\\');
    })
    .join('');
}

function isLike(one: Omit<Span, 'text'>, other: Omit<Span, 'text'>): boolean {
  return String(one.format) === String(other.format) && one.link === other.link;
}

function splitLines(spans: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    for (const [index, part] of span.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ ...span, text: part });
    }
  }
  return lines;
}

function wordsOf(spans: readonly Span[], columns: number): Word[] {
  const words: { spans: Span[]; width: number; spaced: boolean }[] = [];
  let open = false;
  let spaced = false;
  for (const span of spans) {
    for (const part of span.text.split(/(\s+)/)) {
      if (part === '') continue;
      if (part.trim() === '') {
        open = false;
        spaced = true;
        continue;
      }
      for (const piece of piecesOf(part, columns)) {
        const width = widthOf(piece);
        const last = words.at(-1);
        const breaks = anywhere.test(piece) && piece.length <= 2;
        if (open && last !== undefined && !breaks && last.width + width <= columns) {
          last.spans.push({ ...span, text: piece });
          last.width += width;
        } else words.push({ spans: [{ ...span, text: piece }], width, spaced });
        spaced = false;
        open = !breaks;
      }
    }
  }
  return words;
}

/** A word as it is where it fits; letter by letter where it may be broken anywhere, or must be. */
function piecesOf(word: string, columns: number): readonly string[] {
  return anywhere.test(word) || widthOf(word) > columns ? [...word] : [word];
}

/** Breaks spans into lines that begin with a margin. */
export function inMargin(
  spans: readonly Span[],
  { first, rest }: Margin,
  { columns, paint, plain }: Surface,
): string[] {
  return wrap(spans, Math.max(10, columns - widthOf(rest)), paint).map((line, index) => {
    const margin = index === 0 ? first : rest;
    const before = plain ? margin.replaceAll('│', '>') : margin;
    return before.trim() === '' ? before + line : paint('dim', before) + line;
  });
}
