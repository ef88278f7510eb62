import type { Range } from '../core/source.ts';
import type { Carving, Page } from './dialects/dialect.ts';
import { dialects } from './dialects/index.ts';
import { shownText } from './dialects/preformatted.ts';
import { skipPrefix, textOf } from './lines.ts';

/** Code blocks found by their lines, comments in between, and the text that is left for CommonMark. */
export interface Carved {
  readonly blocks: readonly Carving[];
  /** HTML comments outside of code. */
  readonly comments: readonly Range[];
  /** As long as the source (without a BOM), code and comments blanked out. */
  readonly rest: string;
}

/**
 * Takes the code blocks out of a document before CommonMark reads it. CommonMark sees no fence in HTML that no empty
 * line precedes, none that is indented by four columns, and no end at ```` ```{{execute}} ````; a reader sees all three.
 *
 * @param from index of the first line after the front matter
 */
export function carve(page: Page, from: number): Carved {
  const blocks: Carving[] = [];
  const comments: Range[] = [];
  const blanks: Range[] = [];
  for (let index = from; index < page.lines.length; index++) {
    const comment = commentAt(page, index);
    const block = comment === null ? firstCarving(page, index) : null;
    if (comment !== null) {
      comments.push(comment);
      blanks.push(comment);
      while ((page.lines[index + 1]?.start ?? Number.POSITIVE_INFINITY) < comment.end) index++;
    } else if (block !== null) {
      blocks.push(block);
      blanks.push(...blanksOf(page, block));
      index = Math.max(index, block.last);
    }
  }
  return { blocks, comments, rest: blankOut(page.source, blanks) };
}

function firstCarving(page: Page, index: number): Carving | null {
  for (const dialect of dialects) {
    const found = dialect.carve(page, index);
    if (found !== null) return found;
  }
  return null;
}

/** A comment that begins a line; one in the middle of a paragraph hides no fence. */
function commentAt({ source, lines }: Page, index: number): Range | null {
  const line = lines[index];
  if (line === undefined) return null;
  const start = skipPrefix(source, line, Number.POSITIVE_INFINITY, 8);
  if (!source.startsWith('<!--', start) || start >= line.end) return null;
  const end = source.indexOf('-->', start + 4);
  return end === -1 ? { start, end: line.end } : { start, end: end + 3 };
}

/** Everything of a block but the prefixes of the lists and quotes it stands in: those keep their structure. */
function blanksOf({ source, lines }: Page, block: Carving): Range[] {
  const ranges: Range[] = [{ start: block.start, end: lines[block.open]?.end ?? block.start }];
  for (let at = block.open + 1; at <= block.last; at++) {
    const line = lines[at];
    if (line !== undefined)
      ranges.push({ start: skipPrefix(source, line, block.columns, block.quotes), end: line.end });
  }
  return ranges;
}

function blankOut(source: string, ranges: readonly Range[]): string {
  const bom = source.startsWith('\uFEFF') ? 1 : 0;
  const parts: string[] = [];
  let at = bom;
  for (const { start, end } of ranges) {
    parts.push(source.slice(at, start), source.slice(start, end).replace(/[^\r\n]/g, ' '));
    at = end;
  }
  parts.push(source.slice(at));
  return parts.join('');
}

/** The content lines of a carving, prefixes removed. */
export function contentOf({ source, lines }: Page, block: Carving): { text: string; range: Range; line: number }[] {
  const { start: from, end: to } = block.content ?? { start: 0, end: source.length };
  return lines.slice(block.from, block.to).map((line) => {
    const start = Math.max(from, skipPrefix(source, line, block.columns, block.quotes));
    const end = Math.max(start, Math.min(to, line.end));
    const text = textOf(source, { ...line, start, end });
    return { text: block.form === 'html' ? shownText(text) : text, range: { start, end }, line: line.number };
  });
}
