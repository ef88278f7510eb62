import type { AnnotationKeys } from '../core/chapter.ts';
import type { CommandStep } from '../core/plan.ts';
import type { MatchOptions } from '../matcher/index.ts';
import type { StepRequest } from '../session/index.ts';

/** How the session is to run a step, as far as the chapter alone says. */
export function requestOf(
  { into, annotation, expected, answers, failureExpected, staysOn }: CommandStep,
  timeoutMs: number,
): Omit<StepRequest, 'text' | 'depth' | 'holds' | 'holdsSoFar'> {
  return {
    into,
    answers: annotation.answer ?? answers,
    timeoutMs: annotation.timeoutMs ?? timeoutMs,
    ...(annotation.interruptAfterMs === undefined ? {} : { interruptAfterMs: annotation.interruptAfterMs }),
    ...(annotation.waitFor === undefined ? {} : { waitFor: annotation.waitFor }),
    // What the chapter says will not answer is not waited for.
    ...(failureExpected && expected === null ? { retryForMs: 0 } : {}),
    ...(staysOn ? { leaveRunning: true } : {}),
    ...(expected === null || annotation.answer !== undefined ? {} : { shown: expected.text }),
  };
}

/** A key that ends a program, as a terminal shows it. */
const pressed = /^\s*\^[CZ\\]/;

/**
 * What the output of a step is held against: all that the chapter shows, and, where it shows Ctrl-C pressed, what came
 * before that.
 */
export function promiseOf(
  step: CommandStep,
  isHeld: (step: CommandStep, text: string) => boolean,
): Pick<StepRequest, 'holds' | 'holdsSoFar'> {
  const { expected } = step;
  if (expected === null) return {};
  const holds = (text: string) => isHeld(step, text);
  const key = expected.lines.findIndex(({ text }) => pressed.test(text));
  if (key <= 0 || key === expected.lines.length - 1) return { holds };
  const lines = expected.lines.slice(0, key);
  const before = { ...step, expected: { ...expected, lines, text: lines.map(({ text }) => text).join('\n') } };
  return { holds, holdsSoFar: (text) => isHeld(before, text) };
}

/** What is tolerated at a step: what the command line says, and what the annotation adds. */
export function matchOptions(general: MatchOptions, { expect, strict, loose }: AnnotationKeys): MatchOptions {
  return {
    ...general,
    ...(strict && general.strict !== true ? { strict: [...(general.strict ?? []), ...strict] } : {}),
    ...(loose ? { loose: [...(general.loose ?? []), ...loose] } : {}),
    ...(expect && expect !== 'none' ? { expect } : {}),
  };
}

/** A path as one word of the shell; `~` still means HOME. */
export function quoted(path: string): string {
  const [home, rest] = /^~(?=\/|$)/.test(path) ? ['~', path.slice(1)] : ['', path];
  return `${home}${rest === '' ? '' : `'${rest.replaceAll("'", "'\\''")}'`}`;
}
