import { columnOf } from './columns.ts';
import type { Heading } from './read-header.ts';
import type { Cell } from './read-row.ts';

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
export interface Respelled {
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
