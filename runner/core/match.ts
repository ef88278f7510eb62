import type { Told } from './message.ts';

/** The comparison of a step's expected output with its actual one. */

export type Verdict = 'exact' | 'tolerated' | 'mismatch';

/** A difference that does not count, and why. */
export interface ToleranceUse {
  /** Name of the tolerance: `id`, `age`, `size`, `elision`, `row-order`, … */
  readonly name: string;
  /** Line of the expected text, from 1. */
  readonly line: number;
  readonly expected: string;
  readonly actual: string;
}

/**
 * Values of the chapter tied to real ones, both ways: `id:5e4f3a2b1c0d` → `8f58ed56c6ca`. The key is the type of the
 * value, a colon and the chapter's value.
 */
export type Bindings = Readonly<Record<string, string>>;

/** One line of the comparison, in the order of the chapter. */
export type DiffLine =
  | { readonly op: 'same'; readonly expectedLine: number; readonly expected: string; readonly actual: string }
  | {
      readonly op: 'changed';
      readonly expectedLine: number;
      readonly expected: string;
      readonly actual: string;
      /** Only the real differences: what stands in `expected` there, and what in `actual`. Offsets into each string. */
      readonly spans: readonly {
        readonly expected: readonly [number, number];
        readonly actual: readonly [number, number];
      }[];
    }
  | { readonly op: 'missing'; readonly expectedLine: number; readonly expected: string }
  | { readonly op: 'unexpected'; readonly afterExpectedLine: number; readonly actual: string };

/**
 * The expected text as it would have to be for the actual output: a line that still holds is the chapter's own, byte
 * for byte, also where it was only tolerated; a line that does not is that line with only its wrong parts replaced.
 */
export interface ResolvedLine {
  /** The expected line (from 1) it stands for; null for one that the chapter lacks. */
  readonly from: number | null;
  readonly text: string;
}

export interface Match {
  readonly verdict: Verdict;
  readonly tolerances: readonly ToleranceUse[];
  /** All bindings after this step, those from earlier steps included. */
  readonly bindings: Bindings;
  readonly diff: readonly DiffLine[];
  readonly resolved: readonly ResolvedLine[];
  /** One sentence for the reader on a mismatch; null otherwise. */
  readonly reason: Told | null;
}
