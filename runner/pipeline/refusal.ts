import { effectsOf } from '../command/index.ts';
import type { CourseScript } from '../core/course.ts';
import type { Engine } from '../core/engine.ts';
import { type Message, message, type Place, type Told } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import type { CommandStep } from '../core/plan.ts';
import { refusalIn } from '../engine/index.ts';

/** Why a command is not typed on somebody's own engine; null where it may be. */
export function refusalOf(
  step: CommandStep,
  { spec }: Engine,
  allowDestructive: boolean,
  place: Place,
): Message | null {
  if (spec.kind !== 'host' || allowDestructive) return null;
  const why = effectsOf(step.text).destructive;
  return why === null ? null : refused(why, place);
}

/** The outcome of a command that the guard before somebody's own engine has stopped; as it is where it has not. */
export function unlessStopped(outcome: Outcome, { spec }: Engine, place: Place): Outcome {
  const why = spec.kind === 'host' ? refusalIn(outcome.output?.text ?? '') : null;
  if (why === null) return outcome;
  const messages = [refused(why, place)];
  return { ...outcome, status: 'skipped', cause: { kind: 'surroundings', evidence: messages }, messages };
}

function refused(why: string | Told, place: Place): Message {
  return message('step-refused', { why }, place, 'warning');
}

/** Why a script of a course is not run: it may do whatever it likes to a machine that is thrown away, and to no other. */
export function scriptRefused(
  { name }: Pick<CourseScript, 'name'>,
  { spec }: Pick<Engine, 'spec'>,
  place: Place,
): Message | null {
  return spec.kind === 'host' ? message('script-refused', { name }, place, 'info') : null;
}
