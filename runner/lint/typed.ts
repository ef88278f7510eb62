import { type Effects, effectsOf } from '../command/index.ts';
import type { Place } from '../core/message.ts';
import type { CommandStep, Plan, Step } from '../core/plan.ts';

/** A command that the reader types on the host, and what it does. */
export interface Typed {
  readonly step: CommandStep;
  readonly effects: Effects;
  readonly place: Place;
}

/** The commands typed into the host's shell, in order. Skipped ones are left out: nobody stumbles over them. */
export function typedCommands(plan: Plan): Typed[] {
  return plan.steps.flatMap((step) =>
    step.type === 'command' && !step.skip && step.into === 'shell'
      ? [{ step, effects: effectsOf(step.text), place: placeOf(step, plan) }]
      : [],
  );
}

/** Where a step stands. */
export function placeOf(step: Step, plan: Plan): Place {
  return { path: plan.chapter.path, line: step.line, column: step.column };
}
