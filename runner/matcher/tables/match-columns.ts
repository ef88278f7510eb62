import { type Heading, isGap } from './read-header.ts';

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
