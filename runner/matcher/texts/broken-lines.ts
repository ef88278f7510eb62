import { isElision } from '../../core/elision.ts';
import { firstAfter } from '../../core/sorted.ts';
import { padTo, widthOf } from '../../core/width.ts';
import { formOf } from '../../printed/index.ts';
import { mostRead } from '../line/reading.ts';
import { readHeader } from '../tables/header.ts';
import { readRow } from '../tables/row.ts';
import type { Lines, TextCanon } from './readings.ts';

/** Nobody's terminal is narrower, and no author breaks a line that is shorter. In columns. */
const narrowest = 40;
/** Widths of terminals, besides multiples of ten. */
const usual = new Set([72, 76, 78, 79, 96, 132, 143, 144, 158, 168, 178, 189, 204, 211, 212, 213, 237, 238]);
/** Into more lines than this nobody breaks one, and nobody's page a row. */
const [mostParts, mostOfRow] = [6, 4];

/** How wide the first lines of rows are: as the widest of all, and a row may have more; as the widest first one. */
const rowWidths = [
  { of: 'all', more: 0 },
  { of: 'first', more: 0 },
  { of: 'first', more: 3 },
] as const;

const name = 'wrapped-line';

/**
 * Lines that a terminal broke at its width, or a page or an author anywhere, put together again: the rows of a table
 * whose header is broken too, what fills the width of a terminal, and what is one line in the other text. What the real
 * text has in two lines an author may not show as one, unless a terminal broke it.
 */
export const brokenLines: readonly TextCanon[] = [
  ...rowWidths.map((width): TextCanon => ({ name, read: (lines) => rows(lines, width) })),
  { name, read: atWidth },
  { name, authors: true, read: (lines, other) => asIn(other, lines, ' ') },
  { name, read: (lines, other) => asIn(other, lines, '') },
];

/** The lines with some put together; the same where none are. */
function merged(lines: Lines, partsAt: (at: number) => number, join: (parts: Lines) => string): Lines {
  const whole: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const parts = Math.max(1, partsAt(at));
    whole.push(parts === 1 ? (lines[at] ?? '') : join(lines.slice(at, at + parts)));
    at += parts;
  }
  return whole.length < lines.length ? whole : lines;
}

/** Lines that are one in another text, other values left out of account. */
function asIn(other: Lines, lines: Lines, glue: string): Lines {
  const whole = new Set(other.filter(isLine).map(masked));
  const inOrder = [...whole].sort();
  const join = ([first = '', ...next]: Lines) =>
    glue === '' ? [first, ...next].join('') : [first.trimEnd(), ...next.map((line) => line.trim())].join(glue);
  const partsAt = (at: number) => {
    const first = lines[at]?.trimEnd() ?? '';
    if (!isLine(first)) return 1;
    const start = masked(first);
    if (inOrder[firstAfter(inOrder, start)]?.startsWith(start) !== true) return 1;
    const found = Array.from({ length: mostParts - 1 }, (_, index) => index + 2);
    return found.find((parts) => whole.has(masked(join(lines.slice(at, at + parts))))) ?? 1;
  };
  return merged(lines, partsAt, join);
}

/** Long enough to be broken, and no data. */
function isLine({ length }: string): boolean {
  return length >= narrowest && length <= mostRead;
}

/** The line without what may be another value. */
function masked(line: string): string {
  return line.replace(/\b[0-9a-f]{12,64}\b|\d+/g, '#').trimEnd();
}

/** Lines that fill the width of a terminal go on in the next one. */
function atWidth(lines: Lines): Lines {
  const widths = lines.map(widthOf);
  const width = Math.max(...widths, 0);
  if (width < narrowest || !(usual.has(width) || width % 10 === 0)) return lines;
  // A display of progress cuts and pads its lines at the width itself.
  const ends = lines.map((line, index) => (widths[index] ?? 0) < width || formOf(line)?.role === 'progress');
  const partsAt = (at: number) => (ends.indexOf(true, at) + 1 || lines.length) - at;
  return merged(lines, partsAt, (parts) => parts.join(''));
}

/**
 * The rows of a table, if its header is broken: each into as many lines, or where it fills the width into more; the
 * blanks at their ends may be lost.
 */
function rows(lines: Lines, { of, more }: (typeof rowWidths)[number]): Lines {
  const at = lines.findIndex((_, index) => partsOfHeader(lines.slice(index, index + mostOfRow)) > 1);
  if (at < 0) return lines;
  const least = partsOfHeader(lines.slice(at, at + mostOfRow));
  const blank = lines.findIndex((text, index) => index > at && text.trim() === '');
  const body = lines.slice(at, blank < 0 ? lines.length : blank);
  const widths = body.map(widthOf);
  const width = Math.max(...(of === 'all' ? widths : widths.filter((_, index) => index % least < least - 1))) + more;
  const partsAt = (from: number) => {
    if (from > 0 && isElision(body[from] ?? '')) return 1;
    let parts = least;
    while (of === 'all' && from > 0 && from + parts < body.length && widths[from + parts - 1] === width) parts += 1;
    return parts;
  };
  const table = merged(body, partsAt, (parts) =>
    parts.map((part, index) => (index < parts.length - 1 ? padTo(part, width) : part)).join(''),
  );
  const [header = '', ...rest] = table;
  const headings = readHeader(header);
  const fits = headings !== null && rest.every((row) => isElision(row) || readRow(row, headings) !== null);
  return fits && rest.length > 0 ? lines.toSpliced(at, body.length, ...table) : lines;
}

/** How many lines a header is broken into: each adds headings that Docker has. */
function partsOfHeader(lines: Lines): number {
  let [parts, known] = [0, 0];
  for (const [index, line] of lines.entries()) {
    const found =
      readHeader(lines.slice(0, index + 1).join('   '))?.filter(({ column }) => column !== null).length ?? 0;
    if (found <= known || !/^\s*\p{Lu}/u.test(line)) break;
    [parts, known] = [index + 1, found];
  }
  return parts;
}
