import { isElision } from '../core/elision.ts';
import type { Match, ResolvedLine } from '../core/match.ts';
import type { SourceLine } from '../core/source.ts';

/** More new lines in a row than this are shown by their beginning and their end. */
const mostNew = 40;
const shownAtEnds = 8;

/** The mark that the chapter uses for lines left out; `...` where it uses none. */
export function elisionMark(lines: readonly string[]): string {
  return lines.find((line) => isElision(line) && line.trim().length <= 12)?.trim() ?? '...';
}

/** Takes away an elision that stands for nothing any more: what it stood beside is gone as well. */
export function dropEmptyElisions(
  lines: readonly SourceLine[],
  desired: readonly ResolvedLine[],
  { tolerances }: Pick<Match, 'tolerances'>,
): readonly ResolvedLine[] {
  const standing = new Set(tolerances.filter(({ name }) => name === 'elision').map(({ line }) => line));
  const kept = new Set(desired.map(({ from }) => from));
  const isGone = (line: number) => line >= 1 && line <= lines.length && !kept.has(line);
  return desired.filter(({ from, text }) => {
    if (from === null || standing.has(from) || !isElision(text) || lines[from - 1]?.text !== text) return true;
    return !isGone(from - 1) && !isGone(from + 1);
  });
}

/** Shows a long run of new lines by its beginning and its end, as an author would. */
export function shortenNew(desired: readonly ResolvedLine[], mark: string): readonly ResolvedLine[] {
  const result: ResolvedLine[] = [];
  let run: ResolvedLine[] = [];
  const flush = () => {
    result.push(...shorten(run, { from: null, text: mark }, mostNew, shownAtEnds));
    run = [];
  };
  for (const line of desired) {
    if (line.from === null) run.push(line);
    else {
      flush();
      result.push(line);
    }
  }
  flush();
  return result;
}

/** The first and the last of a list that is too long, with a mark between them. */
export function shorten<Item>(items: readonly Item[], mark: Item, most: number, atEnds: number): readonly Item[] {
  if (items.length <= most) return items;
  return [...items.slice(0, atEnds), mark, ...items.slice(-atEnds)];
}
