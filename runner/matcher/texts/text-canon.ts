import type { PrintedBy } from '../../command/index.ts';
import type { CommandFacts } from '../facts.ts';

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
export interface ReadTexts {
  readonly name: string;
  readonly expected: Lines;
  readonly actual: Lines;
}
