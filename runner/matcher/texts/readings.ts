import { mayPrint, type PrintedBy } from '../../command/index.ts';
import type { CommandFacts } from '../facts.ts';
import { textCanons } from './index.ts';

export type Lines = readonly string[];

/**
 * One way to show a whole output, taken back to what all ways to show it have in common: what a canon is for a line. It
 * is tried where the texts differ as they are written, by itself and on what those before it in the list have read.
 * Where the texts agree then, each of the chapter's lines stays as it is.
 */
export interface TextCanon extends PrintedBy {
  /** The tolerance under which it is listed. */
  readonly name: string;
  /** Only a chapter is ever shown so. */
  readonly authors?: true;
  /** @returns null, or the same lines, where there is nothing to read otherwise */
  readonly read: (lines: Lines, other: Lines, facts: CommandFacts) => Lines | null;
}

/** Two texts as canons read them. */
interface ReadTexts {
  readonly name: string;
  readonly expected: Lines;
  readonly actual: Lines;
}

/**
 * Two texts as they may be meant, the likeliest reading first: by each canon on what those before it have read, and by
 * itself; in both texts, and in one of them. None is read before it is asked for.
 */
export function* readings(expected: Lines, actual: Lines, facts: CommandFacts): Generator<ReadTexts> {
  const written = { expected, actual };
  let folded = written;
  for (const canon of textCanons) {
    if (!mayPrint(facts.shown, canon)) continue;
    const read = (lines: Lines, other: Lines) => changed(canon.read(lines, other, facts), lines);
    const { name, authors = false } = canon;
    for (const texts of new Set([folded, written])) {
      const mine = read(texts.expected, texts.actual);
      const real = authors ? texts.actual : read(texts.actual, texts.expected);
      if (mine !== texts.expected && real !== texts.actual) yield { name, expected: mine, actual: real };
      if (real !== texts.actual) yield { name, expected: texts.expected, actual: real };
      if (mine !== texts.expected) yield { name, expected: mine, actual: texts.actual };
      if (texts === folded && (mine !== texts.expected || real !== texts.actual))
        folded = { expected: mine, actual: real };
    }
  }
}

/** What was read, or the very same lines where nothing was. */
function changed(read: Lines | null, lines: Lines): Lines {
  return read === null || (read.length === lines.length && read.every((line, at) => line === lines[at])) ? lines : read;
}
