import { isElision } from '../../core/elision.ts';
import { widthOf } from '../../core/width.ts';
import { type Heading, readHeader } from './read-header.ts';
import { readRow } from './read-row.ts';

/** Where the lines of a table were broken, and whether a line that fills this width goes on in the next one. */
interface Break {
  readonly width: number;
  readonly overflows: boolean;
}

/** More parts than this no author's page makes of a row. */
const mostParts = 4;

/**
 * The lines with a table put together again whose header and rows an author's page or terminal broke into several
 * lines each, at whatever width, perhaps without the blanks at their ends.
 *
 * @returns null where no header is broken, or the rows are not broken like it
 */
export function withWholeTable(lines: readonly string[]): readonly string[] | null {
  for (const at of lines.keys()) {
    const parts = partsOfHeader(lines.slice(at, at + mostParts));
    if (parts < 2) continue;
    const end = lines.findIndex((text, index) => index > at && text.trim() === '');
    const body = lines.slice(at, end < 0 ? lines.length : end);
    const rest = end < 0 ? [] : lines.slice(end);
    for (const broken of breaksOf(body, parts)) {
      const whole = joined(body, parts, broken);
      if (whole !== null) return [...lines.slice(0, at), ...whole, ...rest];
    }
    return null;
  }
  return null;
}

/** How many lines a header is broken into: each adds headings that Docker has. */
function partsOfHeader(lines: readonly string[]): number {
  let parts = 0;
  let known = 0;
  for (const index of lines.keys()) {
    const found = readHeader(lines.slice(0, index + 1).join('   '))?.filter(({ column }) => column !== null).length;
    if (found === undefined || found <= known || !/^\s*\p{Lu}/u.test(lines[index] ?? '')) break;
    parts = index + 1;
    known = found;
  }
  return parts;
}

/** With the width of the longest line, of the longest that goes on, and where blanks at its end were lost. */
function breaksOf(body: readonly string[], parts: number): readonly Break[] {
  const all = Math.max(...body.map(widthOf));
  const first = Math.max(...body.filter((_, index) => index % parts < parts - 1).map(widthOf));
  return [
    { width: all, overflows: true },
    { width: first, overflows: false },
    { width: first + 3, overflows: false },
  ];
}

function joined(body: readonly string[], parts: number, { width, overflows }: Break): readonly string[] | null {
  const whole: string[] = [];
  let headings: readonly Heading[] | null = null;
  for (let at = 0; at < body.length; ) {
    const line = body[at] ?? '';
    if (at > 0 && isElision(line)) {
      whole.push(line);
      at += 1;
      continue;
    }
    let end = at + parts;
    while (overflows && at > 0 && end < body.length && widthOf(body[end - 1] ?? '') === width) end += 1;
    const text = body
      .slice(at, end)
      .reduce((before, part, index) => `${before}${pad(part, at + index + 1 < end ? width : 0)}`, '');
    headings ??= readHeader(text);
    if (end > body.length || headings === null || (at > 0 && readRow(text, headings) === null)) return null;
    whole.push(text);
    at = end;
  }
  return whole.length > 1 ? whole : null;
}

function pad(text: string, width: number): string {
  return `${text}${' '.repeat(Math.max(0, width - widthOf(text)))}`;
}
