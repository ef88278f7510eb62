import type { Match } from './match.ts';
import type { Message, Told } from './message.ts';
import type { Output } from './output.ts';
import type { Plan, Step } from './plan.ts';

export type OutcomeStatus =
  | 'passed'
  /** It ran, and the chapter is wrong about it. */
  | 'failed'
  /** It could not be run: no engine, no network, a stand-in image, a registry's limit. */
  | 'broken'
  | 'skipped';

/** A line of a chapter. */
export interface Site {
  /** Path of the chapter, as reports name it. */
  readonly chapter: string;
  /** From 1. */
  readonly line: number;
}

/** Who or what an outcome comes from, with what shows it: sentences that name facts, the most telling first. */
export type Cause = { readonly evidence: readonly Told[] } & (
  | {
      /** The chapter is wrong; where the step was skipped, the chapter itself says that it is not for this reader. */
      readonly kind: 'chapter';
    }
  | {
      /** It follows from an earlier step, of this chapter or of one that it builds on: the first in a row of them. */
      readonly kind: 'step';
      readonly of: Site;
    }
  | {
      /** Engine, network, registry, machine, a stand-in image. */
      readonly kind: 'surroundings';
    }
  | {
      /** What only the reader can bring or decide: a value, a file, an account, another machine. */
      readonly kind: 'reader';
    }
);

/** All that a reporter or the updater needs to know of a step. */
export interface Outcome {
  readonly step: Step;
  readonly status: OutcomeStatus;
  /** Null where it passed. A consequence is `skipped` where it was not typed and `broken` where it ran. */
  readonly cause: Cause | null;
  /** Null where nothing was typed. */
  readonly output: Output | null;
  /** Null where there was nothing to compare. */
  readonly match: Match | null;
  /** What was typed, where it differs from the chapter's text (a real ID in place of the chapter's). */
  readonly typed: string | null;
  /** Why it is not `passed`; warnings where it is. */
  readonly messages: readonly Message[];
}

/** What has come out of one chapter. */
export interface ChapterOutcomes {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
}

export interface ChapterResult extends ChapterOutcomes {
  /** The chapters that it builds on, in their order. */
  readonly before: readonly ChapterOutcomes[];
  /** `sandbox:28`, `host`. */
  readonly engine: string;
  /** As the engine says: `28.5.2`. */
  readonly dockerVersion: string;
  /** Images of the shelf that stood in for real ones in this run. */
  readonly standIns: readonly string[];
  readonly durationMs: number;
}

/** Whether an output differs and nothing shows that the chapter is to blame: another reader's may be as the chapter has it. */
export function isUnproven({ cause }: Pick<Outcome, 'cause'>): boolean {
  return cause?.evidence.some(({ code }) => code === 'not-proven') ?? false;
}
