import type { Outcome } from '../core/outcome.ts';
import type { Step } from '../core/plan.ts';
import type { LearnerOptions } from './learner.ts';
import { whereLine } from './looks.ts';
import { stepCard } from './step-card.ts';

/** Ctrl-C pressed again within this time is meant for tutor, not for a program that does not hear. */
const againMs = 700;

/** Shows steps and does them, on the learner's screen. */
export class Doing {
  readonly #options: LearnerOptions;

  constructor(options: LearnerOptions) {
    this.#options = options;
  }

  /** Does something that prints; what is pressed meanwhile is for the program. */
  async run(act: () => Promise<Outcome | null>): Promise<Outcome | null> {
    const { guide, keyboard, hands, reporter, voice, following } = this.#options;
    const { screen } = voice;
    screen.clear();
    let [presses, pressedAt] = [0, 0];
    const listen = (data: string) => {
      if (data === '\x03') {
        presses = performance.now() - pressedAt < againMs ? presses + 1 : 1;
        pressedAt = performance.now();
        if (presses === 2) voice.hint('guide-interrupt-again');
        if (presses > 2) keyboard.breakOff();
      }
      hands.terminals.press(data);
    };
    const outcome = await keyboard.passing(listen, () => following.step(act));
    for (const anew of guide.takeRevised()) if (anew !== outcome) reporter.onJudgedAnew(anew);
    if (outcome) reporter.onOutcome(outcome);
    return outcome;
  }

  /** Where a step stands and what it will do. */
  show(step: Step, what: 'where' | 'card' | 'whole'): void {
    const { guide, voice } = this.#options;
    const { screen } = voice;
    if (what !== 'card') screen.gap();
    screen.lines([
      ...(what === 'card' ? [] : [whereLine(step, guide, voice)]),
      ...(what === 'where' ? [] : stepCard(step, guide, voice)),
    ]);
  }
}
