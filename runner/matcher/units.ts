import type { Binder, Claim } from './bindings/bindings.ts';
import type { CommandFacts } from './command/command-facts.ts';
import type { Use } from './line/line.ts';

/** A part of a text that is compared as one: a line, an elision, or a block of lines with a meaning of its own. */
export type Unit = LineUnit | ElisionUnit | BlockUnit;

export interface LineUnit {
  readonly kind: 'line';
  /** Index of the line in its text. */
  readonly at: number;
  readonly text: string;
  /** The tolerance by which it may be missing on the other side; null for a line that counts. */
  readonly noise: string | null;
  /** It may be missing only where the other text has none of its kind. */
  readonly alone?: true;
}

export interface ElisionUnit {
  readonly kind: 'elision';
  readonly at: number;
  readonly text: string;
}

export interface BlockUnit {
  readonly kind: 'block';
  readonly at: number;
  readonly block: Block;
}

/** Lines that belong together: a table, a build log, a JSON document. */
export interface Block {
  /** Only blocks of the same form are compared. */
  readonly form: string;
  readonly lines: readonly string[];
  /** It stands for as little as noise does: it may be missing on the other side. */
  readonly noise: string | null;
  /** It may be missing only where the other text has none of its form. */
  readonly alone?: true;
  /** Compares this block, the chapter's, with a real one. `at`: index of this block's first line. */
  compare(actual: Block, at: number, env: Env): BlockMatch;
}

export interface Env {
  readonly facts: CommandFacts;
  readonly binder: Binder;
}

/** One line of the comparison, for the diff and the update at once. */
export interface Pair {
  /** Index of the chapter's line; null for a line that the chapter lacks. */
  readonly at: number | null;
  readonly expected: string | null;
  readonly actual: string | null;
  /** The line as it would have to be; null for one that has to go. */
  readonly resolved: string | null;
  /** It holds, if only by a tolerance. */
  readonly holds: boolean;
}

export interface LocatedUse extends Use {
  /** Index of the chapter's line. */
  readonly at: number;
}

export interface BlockMatch {
  readonly holds: boolean;
  readonly uses: readonly LocatedUse[];
  readonly claims: readonly Claim[];
  readonly pairs: readonly Pair[];
}
