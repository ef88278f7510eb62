import type { Bindings } from '../core/match.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep, Itinerary, Plan } from '../core/plan.ts';
import { type MatchOptions, outliving } from '../matcher/index.ts';
import { notTyped, type Surroundings } from '../verdict/index.ts';
import { Journey } from './journey.ts';
import { matchStep } from './match-step.ts';

/** What a command is said to have printed. */
export type ReplayedOutput = Pick<Output, 'text'> & Partial<Output>;

/** What holds for a whole replay. */
export interface ReplayOptions {
  readonly match?: MatchOptions;
  readonly surroundings?: Partial<Surroundings>;
}

/**
 * The outcomes that a chapter has where its commands print what is given: compared and judged as in a run, without a
 * terminal. A command without a given output counts as not run; a file as written.
 */
export function replay(
  { before, plan }: Itinerary,
  outputOf: (step: CommandStep) => ReplayedOutput | null,
  options: ReplayOptions = {},
): readonly Outcome[] {
  const journey = new Journey({ before, plan });
  for (const each of before) journey.finish({ plan: each, outcomes: replayOne(each, journey, outputOf, options) });
  return replayOne(plan, journey, outputOf, options);
}

function replayOne(
  { steps, chapter }: Plan,
  journey: Journey,
  outputOf: (step: CommandStep) => ReplayedOutput | null,
  { match: matching = {}, surroundings }: ReplayOptions,
): readonly Outcome[] {
  let bindings: Bindings = {};
  return steps.map((step) => {
    const given = step.type === 'command' && !step.skip ? outputOf(step) : null;
    const outcome = (): Outcome => {
      const hindered = journey.hindrance(step);
      if (hindered !== null) return hindered;
      if (step.type === 'file' || step.writes !== undefined)
        return { step, status: 'passed', cause: null, output: null, match: null, typed: null, messages: [] };
      if (given === null) return notTyped(step, 'reader');
      journey.enter(step.terminal);
      const output = { ...silence, ...given };
      const match = matchStep(step, output, { path: chapter.path, bindings, options: matching });
      bindings = match?.bindings ?? outliving(bindings, step.text);
      return journey.decide(step, {
        typed: null,
        output,
        match,
        chapterName: (real) => real,
        surroundings: { ...nothingWrong, ...surroundings },
      });
    };
    const found = outcome();
    // Of what is not given nothing is known: neither that it was done, nor that it was not.
    if (step.skip !== null || step.type === 'file' || given !== null || found.cause?.kind === 'step')
      journey.record(found);
    return found;
  });
}

const nothingWrong: Surroundings = {
  engineAnswers: true,
  memoryUsedUp: null,
  diskFull: false,
  standIn: null,
  standInsMet: [],
  missingImages: [],
  missingPrograms: [],
  missingPlugins: [],
  bareContext: false,
  leftBehind: [],
};

const silence: Output = {
  text: '',
  exitCode: 0,
  durationMs: 0,
  ended: 'exit',
  retries: 0,
  omittedLines: 0,
  messages: [],
};
