import type { Match } from './match.ts';
import type { Message } from './message.ts';
import type { Output } from './output.ts';
import type { Plan, Step } from './plan.ts';

export type OutcomeStatus =
  | 'passed'
  /** It ran, and the chapter is wrong about it. */
  | 'failed'
  /** It could not be run: no engine, no network, a stand-in image, a registry's limit. */
  | 'broken'
  | 'skipped';

/** All that a reporter or the updater needs to know of a step. */
export interface Outcome {
  readonly step: Step;
  readonly status: OutcomeStatus;
  /** Null where nothing was typed. */
  readonly output: Output | null;
  /** Null where there was nothing to compare. */
  readonly match: Match | null;
  /** What was typed, where it differs from the chapter's text (a real ID in place of the chapter's). */
  readonly typed: string | null;
  /** Why it is not `passed`; warnings where it is. */
  readonly messages: readonly Message[];
}

export interface ChapterResult {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  /** `sandbox:28`, `host`. */
  readonly engine: string;
  /** As the engine says: `28.5.2`. */
  readonly dockerVersion: string;
  /** Images of the shelf that stood in for real ones in this run. */
  readonly standIns: readonly string[];
  readonly durationMs: number;
}
