import { indentOf, stretchesOf } from '../../core/lines.ts';
import { type Column, columnOf, headings } from './columns.ts';

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
