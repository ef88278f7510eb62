import type { DiffLine } from './match.ts';
import type { Message } from './message.ts';
import type { Cause, OutcomeStatus } from './outcome.ts';

/**
 * How a step came out, as every report tells it. Plain data: it crosses processes and is written to files, whose form
 * (`docs/schemas/report.json`) is a promise.
 */
export interface StepReport {
  /** `set-up`: what has to be done before the first step, where it went wrong: the engine, or the chapter's own set-up. */
  readonly type: 'command' | 'file' | 'set-up';
  /** Where the command or the file stands, from 1. */
  readonly line: number;
  readonly column: number;
  /** Title of the section. */
  readonly section: string;
  /** The command, or the path of the file. */
  readonly text: string;
  readonly status: OutcomeStatus;
  readonly cause: Cause | null;
  /** The author's own annotation or condition says that it is not for this run. */
  readonly byAuthor: boolean;
  /** Why it is not `passed`; warnings where it is. */
  readonly messages: readonly Message[];
  /** The row that is wrong: of the expected output where it is known, else of the command. */
  readonly at: { readonly line: number; readonly column: number };
  /** Null where nothing was compared. */
  readonly compared: {
    /** Line of the chapter in which the expected output begins. */
    readonly line: number;
    readonly expected: string;
    /** The expected text as it would have to be. */
    readonly actual: string;
    readonly diff: readonly DiffLine[];
  } | null;
  /** What was printed, secrets masked; null where nothing was typed. */
  readonly output: string | null;
  /** Null where nothing was typed. */
  readonly durationMs: number | null;
}

/** The steps of one chapter. */
export interface StepsOfChapter {
  /** As reports name it: relative to where tutor was started. */
  readonly path: string;
  readonly steps: readonly StepReport[];
}

/**
 * What a chapter's run came to. `unchecked`: there is something to type, and none of it was; `left-out`: so its author
 * wants it; `empty`: there is nothing to type; `unchanged`: not run again, as nothing it hangs on has changed.
 */
export type ChapterVerdict =
  | 'passed'
  | 'failed'
  | 'broken'
  | 'unchecked'
  | 'left-out'
  | 'empty'
  | 'unchanged'
  | 'interrupted';

/** One chapter on one engine. */
export interface ChapterReport extends StepsOfChapter {
  readonly id: string;
  readonly title: string;
  /** `sandbox:28`, `host`. */
  readonly engine: string;
  /** Of a pool, the one of its machines on which it ran; null where the engine is no pool, or none was had. */
  readonly machine: string | null;
  /** As the engine says: `28.5.2`; null where it did not answer. */
  readonly dockerVersion: string | null;
  readonly verdict: ChapterVerdict;
  /** The chapters that it builds on, in their order. */
  readonly before: readonly StepsOfChapter[];
  /** Images of the shelf that stood in for real ones. */
  readonly standIns: readonly string[];
  /** Commands in running text that were not typed. */
  readonly unread: number;
  /** What else there is to say of it: entries of its snapshot without a step. */
  readonly notes: readonly Message[];
  readonly durationMs: number;
}

/** A run of `tutor test`. */
export interface RunReport {
  /** Of the form of this report. */
  readonly version: 1;
  /** Version of tutor. */
  readonly tutor: string;
  /** When it began (ISO 8601). */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly exitCode: number;
  readonly chapters: readonly ChapterReport[];
}
