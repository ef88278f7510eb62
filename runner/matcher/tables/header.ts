import { indentOf, stretchesOf } from '../../core/lines.ts';
import { type Column, columnOf, headings } from './columns.ts';
import type { Cell } from './row.ts';

/** A heading and where it begins. */
export interface Heading {
  readonly name: string;
  readonly column: Column | null;
  readonly start: number;
  /** Its cells follow those of the heading before, with this sign between them. */
  readonly sign?: string;
}

/**
 * Reads the header of a table.
 *
 * @returns its headings, or null for a line that is no header
 */
export function readHeader(line: string): readonly Heading[] | null {
  if (line.length > 400 || !/^[\s#]*[\p{Lu}\p{Lo}.…<]/u.test(line)) return null;
  // What a prune of the build cache removed says nothing that a chapter could promise.
  if (/^ID\s+RECLAIMABLE\s+SIZE\s+LAST ACCESSED/.test(line)) return null;
  const wide = splitWide(line);
  if (isHeader(wide)) return wide;
  const narrow = splitKnown(line);
  return narrow !== null && isHeader(narrow) ? narrow : null;
}

function isHeader(found: readonly Heading[]): boolean {
  const known = found.filter((heading) => heading.column !== null).length;
  if (found.length === 1)
    return (
      known === 1 && ['NAMES', 'REPOSITORY', 'CONTAINER ID', 'IMAGE ID', 'VOLUME NAME'].includes(found[0]?.name ?? '')
    );
  const unknown = found.filter((heading) => heading.column === null && !isGap(heading.name));
  return (
    known >= 2 && unknown.every((heading) => /^[\p{Lu}\p{Lo} %/().-]+$/u.test(heading.name)) && known > unknown.length
  );
}

/** A heading for columns that the author left out. */
export function isGap(name: string): boolean {
  return /^(?:\.{3}|…)$/.test(name);
}

function splitWide(line: string): Heading[] {
  const found = stretchesOf(line).map(({ text, start }) => ({ name: text, column: columnOf(text), start }));
  // A heading that fills its column touches the next one: `IMAGE ID CREATED`.
  return found.flatMap((heading) => {
    if (heading.column !== null || isGap(heading.name)) return [heading];
    const parts = splitKnown(heading.name);
    return parts?.map((part) => ({ ...part, start: part.start + heading.start })) ?? [heading];
  });
}

/** Headings with a single blank between them. */
function splitKnown(line: string): Heading[] | null {
  const found: Heading[] = [];
  let at = line.length - line.trimStart().length;
  const text = line.trimEnd();
  while (at < text.length) {
    const rest = text.slice(at);
    const name = headings.find((each) => rest.startsWith(each) && /^(?:\s|$)/.test(rest.slice(each.length)));
    const gap = /^(?:\.{3}|…)(?=\s|$)/.exec(rest)?.[0];
    const taken = name ?? gap;
    if (taken === undefined) return null;
    found.push({ name: taken, column: columnOf(taken), start: at });
    at += taken.length;
    at += indentOf(text.slice(at));
  }
  return found.length > 0 ? found : null;
}

/** A column that both tables have. */
export interface SharedColumn {
  readonly heading: Heading;
  /** Its index in the chapter's table and in the real one. */
  readonly expected: number;
  readonly actual: number;
}

/**
 * Finds the columns of the chapter's table in the real one; null where too few are there.
 *
 * @param chosen the command names the columns: then all are there, and no others
 */
export function matchColumns(
  expected: readonly Heading[],
  actual: readonly Heading[],
  chosen: boolean,
): readonly SharedColumn[] | null {
  const named = expected.filter((heading) => !isGap(heading.name));
  const shared = expected.flatMap((heading, index): SharedColumn[] => {
    if (isGap(heading.name)) return [];
    const exact = actual.findIndex(({ name }) => name.toUpperCase() === heading.name.toUpperCase());
    const other = exact >= 0 ? exact : actual.findIndex((candidate) => sameHeading(heading, candidate));
    return other < 0 ? [] : [{ heading, expected: index, actual: other }];
  });
  if (chosen && (shared.length < named.length || (named.length === expected.length && shared.length < actual.length)))
    return null;
  return shared.length > 0 && shared.length * 2 >= named.length ? shared : null;
}

function sameHeading(left: Heading, right: Heading): boolean {
  const translated = /\p{Lo}/u.test(`${left.name}${right.name}`);
  if (translated && left.column !== null && left.column === right.column) return true;
  return kin.some((names) => names.includes(left.name.toUpperCase()) && names.includes(right.name.toUpperCase()));
}

/** Headings that other generations have for one thing. */
const kin: readonly (readonly string[])[] = [
  ['NAME', 'NAMES', '이름'],
  ['ID', 'CONTAINER ID', 'CONTAINER'],
  ['ID', 'IMAGE ID'],
  ['ID', 'NETWORK ID'],
  ['STATUS', 'STATE'],
  ['SIZE', 'DISK USAGE'],
  ['CREATED', 'CREATED AT', 'CREATED SINCE'],
  ['UPDATED', 'UPDATED AT', 'LAST UPDATED'],
  ['UID', 'USER'],
  ['TTY', 'TT'],
];

/** Another way in which a generation writes a table: two columns of others as one. */
interface Spelling {
  /** Headings by which it is known. */
  readonly headings: readonly string[];
  /** The heading of the joined column, and those that other generations have for its parts. */
  readonly joined: string;
  readonly parts: readonly string[];
  /** What stands between the parts of a cell, at its last place. */
  readonly sign: string;
  /** A cell that stands for no parts, and how others write that in each column. */
  readonly absent: readonly [string, string];
}

const spellings: readonly Spelling[] = [
  {
    // `docker image ls` since Docker 29.
    headings: ['IMAGE', 'ID', 'DISK USAGE'],
    joined: 'IMAGE',
    parts: ['REPOSITORY', 'TAG'],
    sign: ':',
    absent: ['<untagged>', '<none>'],
  },
];

/** The headings of a table as most generations write it, and how the cells of a row become theirs. */
interface Respelled {
  readonly headings: readonly Heading[];
  readonly cells: (cells: readonly Cell[]) => readonly Cell[];
  /** What a row that is hidden unless asked for has in its first cell; null where none is. */
  readonly hidden: string | null;
}

/** Reads a table that one generation writes otherwise as the others write it. */
export function respelled(headings: readonly Heading[]): Respelled {
  const spelling = spellings.find((each) => each.headings.every((name) => headings.some((own) => own.name === name)));
  const at = headings.findIndex(({ name }) => name === spelling?.joined);
  const joined = headings[at];
  if (spelling === undefined || joined === undefined) return { headings, cells: (cells) => cells, hidden: null };
  const { parts, sign, absent } = spelling;
  const own = parts.map((name, index) => ({
    name,
    column: columnOf(name),
    start: joined.start,
    ...(index > 0 && { sign }),
  }));
  return {
    hidden: absent[1],
    headings: headings.toSpliced(at, 1, ...own),
    cells: (cells) => cells.toSpliced(at, 1, ...cells.slice(at, at + 1).flatMap((cell) => partsOf(cell, spelling))),
  };
}

function partsOf({ text, start, end }: Cell, { sign, absent: [none, each] }: Spelling): readonly Cell[] {
  const place = text === none ? -1 : text.lastIndexOf(sign);
  if (place < 0) return [text === none ? each : text, each].map((part) => ({ text: part, start, end }));
  const next = place + sign.length;
  return [
    { text: text.slice(0, place), start, end: start + place },
    { text: text.slice(next), start: start + next, end },
  ];
}
