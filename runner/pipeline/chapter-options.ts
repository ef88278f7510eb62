import type { Locale } from '../core/message.ts';
import type { MatchOptions } from '../matcher/index.ts';
import type { Attended } from '../session/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** How a chapter is run. */
export interface ChapterOptions {
  /** Absolute. */
  readonly chapterPath: string;
  /** Folder on the engine's machine in which the chapter starts. */
  readonly start: string;
  readonly columns: number;
  readonly locale: Locale;
  /** For each step that has no limit of its own. */
  readonly timeoutMs: number;
  /** Values that are masked wherever they are printed. */
  readonly secrets: readonly string[];
  readonly match: MatchOptions;
  readonly allowDestructive: boolean;
  /** What each step printed when it was last recorded; null where nothing was. */
  readonly snapshot: Snapshot | null;
  /** A difference from the snapshot is a failure, not a warning. */
  readonly strictSnapshots: boolean;
  readonly signal: AbortSignal;
  /** What the terminal prints, while it prints it; without control sequences. */
  readonly onData?: (text: string, terminal: number) => void;
  /** That is the whole terminal, not what each step prints alone. */
  readonly showsAll?: boolean;
  /** Rows of the terminal; absent where nobody looks at it. */
  readonly rows?: number;
  /** Somebody is at the keyboard: questions that the chapter does not answer are theirs, and Ctrl-C is. */
  readonly attended?: Attended;
}
