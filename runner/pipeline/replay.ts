import type { Bindings } from '../core/match.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep, Plan, Step } from '../core/plan.ts';
import { type MatchOptions, outliving } from '../matcher/index.ts';
import { judge } from './judge.ts';
import { matchStep } from './match-step.ts';

/** What a command is said to have printed. */
export type ReplayedOutput = Pick<Output, 'text'> & Partial<Output>;

/**
 * The outcomes that a chapter has where its commands print what is given: compared and judged as in a run, without a
 * terminal. A command without a given output counts as not run.
 */
export function replay(
  plan: Plan,
  outputOf: (step: CommandStep) => ReplayedOutput | null,
  options: MatchOptions = {},
): readonly Outcome[] {
  let bindings: Bindings = {};
  return plan.steps.map((step) => {
    const given = step.type === 'command' && !step.skip ? outputOf(step) : null;
    if (step.type !== 'command' || given === null) return notRun(step);
    const output = { ...silence, ...given };
    const match = matchStep(step, output, { path: plan.chapter.path, bindings, options });
    bindings = match?.bindings ?? outliving(bindings, step.text);
    return judge({
      step,
      path: plan.chapter.path,
      typed: null,
      output,
      match,
      engineAnswers: true,
      standInFault: null,
      missingImage: null,
    });
  });
}

const silence: Output = {
  text: '',
  exitCode: 0,
  durationMs: 0,
  ended: 'exit',
  retries: 0,
  omittedLines: 0,
  messages: [],
};

function notRun(step: Step): Outcome {
  return {
    step,
    status: 'skipped',
    cause: { kind: 'reader', evidence: [] },
    output: null,
    match: null,
    typed: null,
    messages: [],
  };
}
