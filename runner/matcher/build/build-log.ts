/** A build as its log tells it, whatever builder and display it came from. */
export interface BuildLog {
  readonly display: Display;
  readonly steps: readonly BuildStep[];
  /** Names that the image got. */
  readonly tags: readonly string[];
  /** ID of the built image, short or long. */
  readonly image: string | null;
  readonly failure: BuildFailure | null;
  /** The log says that it came to an end, good or bad. */
  readonly ended: boolean;
}

export type Display = 'classic' | 'plain' | 'terminal';

export interface BuildStep {
  /** Name of the stage; empty where there is only one or the builder does not say. */
  readonly stage: string;
  readonly number: number;
  readonly total: number;
  readonly instruction: string;
  /** The display cut the instruction at the terminal's edge. */
  readonly cut: boolean;
  readonly cached: boolean;
  /** What it printed; null where the display does not show it. */
  readonly output: readonly string[] | null;
  /** IDs in the order of the log: containers, layers. */
  readonly ids: readonly string[];
  /** Lines left out directly before it, or among its own. */
  readonly elidedBefore: boolean;
  readonly elidedWithin: boolean;
  /** Index of its first line within the log. */
  readonly at: number;
}

export interface BuildFailure {
  /** What went wrong, in words that are the same for every builder. */
  readonly cause: string;
  /** What the failing command printed; null where the display does not show it. */
  readonly output: readonly string[] | null;
}
