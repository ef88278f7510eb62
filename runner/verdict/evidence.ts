import { isRelay, printersOf } from '../command/index.ts';
import type { Match } from '../core/match.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep } from '../core/plan.ts';
import type { Fates, StepFacts, World } from '../world/index.ts';

/** All that is known of a step that was typed when it has ended. */
export interface Evidence {
  readonly step: CommandStep;
  readonly facts: StepFacts;
  readonly world: World;
  readonly fates: Fates;
  /** What was typed, where it is not the chapter's own text. */
  readonly typed: string | null;
  /** Whether the person at the keyboard typed something else than the chapter's command. */
  readonly byHand?: boolean;
  /** Whether they have done something before that the chapter does not say. */
  readonly astray?: boolean;
  readonly output: Output;
  /** Null where the chapter shows no output. */
  readonly match: Match | null;
  /** The chapter's name or ID for a real one; the same where it is no other. */
  readonly chapterName: (real: string) => string;
  readonly surroundings: Surroundings;
  /** It went well, and what it had started ended by itself afterwards; `output` is then what that has printed. */
  readonly death?: Death;
}

/** How a container ended that was to go on. */
export interface Death {
  readonly name: string;
  /** Its service, where Compose started it. */
  readonly service: string | null;
  readonly exitCode: number;
  /** The last lines of its log. */
  readonly log: string;
  /** The one that tells why; empty where none does. */
  readonly line: string;
}

/** Whether a step's programs run in a container. */
export function isContained({ into, text }: CommandStep): boolean {
  return into !== 'shell' || printersOf(text).some((one) => one.shown && (one.where === 'inside' || isRelay(one)));
}

/** What was found out about machine and engine, where a failure asked for it. */
export interface Surroundings {
  /** Whether dockerd still answers; asked only where the command did not end well. */
  readonly engineAnswers: boolean;
  /** Bytes of memory that the engine's machine has, where the command was killed and they were all in use. */
  readonly memoryUsedUp: number | null;
  /** Why the result hangs on what a stand-in image is not; `always`: also where the step went well. */
  readonly standIn: { readonly why: string; readonly always: boolean } | null;
  /** Stand-ins that the step ran in or looked at. */
  readonly standInsMet: readonly string[];
  /** Whether hardly anything is free where Docker stores images; asked where one could not be had. */
  readonly diskFull: boolean;
  /** Images of Docker Hub that are nowhere to be had. */
  readonly missingImages: readonly string[];
  /** The folder that a build copies holds nothing but what tells how it is built. */
  readonly bareContext: boolean;
  /** What the output misses by a relative path, of a course's files: it lies where the course begins, and the shell has left that. */
  readonly leftBehind: readonly string[];
  /** Programs of the reader's machine that this one has not, among those that the output misses. */
  readonly missingPrograms: readonly string[];
  /** Plugins of the Docker client that the command calls and this machine has not. */
  readonly missingPlugins: readonly string[];
}
