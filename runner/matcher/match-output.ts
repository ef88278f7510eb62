import type { Bindings, Match } from '../core/match.ts';
import { Binder } from './bindings.ts';
import { readCommand } from './command-facts.ts';
import { Comparison } from './comparison.ts';
import { toMatch } from './to-match.ts';

/** Changes to what is tolerated. */
export interface MatchOptions {
  /** Tolerances that are turned off. */
  readonly strict?: readonly string[] | 'all';
  /** Tolerances that are off by default and turned on. */
  readonly loose?: readonly string[];
  readonly expect?: 'exact' | 'contains' | 'regex';
}

export interface MatchInput {
  /** What the reader types. */
  readonly command: string;
  /** The chapter's lines, without comment marks. */
  readonly expected: readonly string[];
  readonly actual: string;
  /** From the steps before. */
  readonly bindings: Bindings;
  /** The author announced an excerpt: further actual lines do not count. */
  readonly partial?: boolean;
  readonly exitCode?: number | null;
  readonly failureExpected?: boolean;
  /** Names the place of a line (from 1) of the expected text, for a later contradiction: `docs/ch04.md:212`. */
  readonly placeOf?: (line: number) => string;
  readonly options?: MatchOptions;
}

/** Compares a step's expected output with its actual one. */
export function matchOutput(input: MatchInput): Match {
  const facts = readCommand(input.command);
  const actual = linesOf(input.actual);
  const binder = new Binder(input.bindings, input.placeOf);
  const comparison = new Comparison(input.expected, actual, { facts, binder });
  return toMatch(comparison.run(), binder, facts);
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}
