import type { Told } from '../../core/message.ts';
import type { SkipCode, Step } from '../../core/plan.ts';
import type { Draft, DraftCommand } from '../draft.ts';

/** One reason to leave commands out. */
export interface SkipRule {
  readonly code: SkipCode;
  /**
   * The commands that are left out for it, in order. What is found is noted before the next one is looked for:
   * `skip` of a command says whether it is left out by now. Changes nothing itself.
   *
   * @param before steps of what this chapter builds on
   */
  find(drafts: readonly Draft[], before: readonly Step[]): Iterable<LeftOut>;
}

/** A command that is left out, and why. */
export interface LeftOut {
  readonly draft: Draft;
  readonly command: DraftCommand;
  readonly reason: Told;
}

/** Shorthand for one that was found. */
export function leftOut(draft: Draft, command: DraftCommand, reason: Told): LeftOut {
  return { draft, command, reason };
}
