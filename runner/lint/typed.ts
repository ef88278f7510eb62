import { type Effects, effectsOf } from '../command/index.ts';
import type { Place } from '../core/message.ts';
import type { CommandStep, Plan, SkipCode, Step } from '../core/plan.ts';

const stumbling = new Set<SkipCode>(['never-made', 'placeholder']);

/** A command that the reader types on the host, and what it does. */
export interface Typed {
  readonly step: CommandStep;
  readonly effects: Effects;
  readonly place: Place;
}

/** The commands typed into the host's shell, in order. */
export function typedCommands(plan: Plan): Typed[] {
  return commandsWhere(plan, ({ skip }) => skip === null);
}

/**
 * The commands that the author means to be typed there: also those that tutor leaves out because they cannot work. That
 * is what a reader stumbles over.
 */
export function meantCommands(plan: Plan): Typed[] {
  return commandsWhere(plan, ({ skip }) => skip === null || stumbling.has(skip.code));
}

function commandsWhere(plan: Plan, wanted: (step: CommandStep) => boolean): Typed[] {
  return plan.steps.flatMap((step) =>
    step.type === 'command' && step.into === 'shell' && wanted(step)
      ? [{ step, effects: effectsOf(step.text), place: placeOf(step, plan) }]
      : [],
  );
}

/** Where a step stands. */
export function placeOf(step: Step, plan: Plan): Place {
  return { path: plan.chapter.path, line: step.line, column: step.column };
}
