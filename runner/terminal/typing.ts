import type { CommandStep } from '../core/plan.ts';
import { type ByHand, isPart, isSame, judgeByHand } from '../guide/by-hand.ts';
import type { Beside } from './beside.ts';
import type { Doing } from './doing.ts';
import type { LearnerOptions } from './learner.ts';
import { harmless } from './wrap.ts';

/** The learner types a step themselves, in the terminal where it belongs. */
export class Typing {
  readonly #options: LearnerOptions;
  readonly #doing: Doing;
  readonly #beside: Beside;
  /** They know how to come back to the keys. */
  #knows = false;
  /** What they have typed of a step that consists of several commands. */
  #parts: readonly string[] = [];
  #folder = '';

  constructor(options: LearnerOptions, doing: Doing, beside: Beside) {
    this.#options = options;
    this.#doing = doing;
    this.#beside = beside;
  }

  /** Another step is ready. */
  begin(): void {
    this.#parts = [];
    this.#folder = this.#options.guide.folder;
  }

  /** Where the step is to be typed. */
  get folder(): string {
    return this.#folder;
  }

  /**
   * Lets them type until it is the step. Resolves to true when it is done, to false when they want the keys.
   *
   * @param begun what they have typed already, in the place of a key
   * @param once one line of theirs leads back to the keys
   */
  async go(step: CommandStep, begun: string, once: boolean): Promise<boolean> {
    const { guide, voice, asking } = this.#options;
    if (begun === '' && !this.#knows) voice.say('guide-by-hand');
    this.#knows ||= begun === '';
    for (let first = begun; ; first = '') {
      const typed = await asking.line(`${harmless(guide.promptAt(step))} `, first);
      if (typed === null || typed.trim() === '') return false;
      const judged = await this.#attempt(step, typed);
      if (judged === 'done') return true;
      if (once) return false;
    }
  }

  async #attempt(step: CommandStep, typed: string): Promise<'done' | 'not-yet'> {
    const { guide, hands, voice } = this.#options;
    const whole = [...this.#parts, typed].join(' && ');
    const same = isSame(step, whole);
    const judged: { by: ByHand } = { by: { how: 'not-yet', failed: false, why: null } };
    const act = async () => {
      const outcome = await this.#doing.run(async () => {
        const attempt = await hands.attempt(typed, same);
        judged.by = judgeByHand(step, whole, attempt);
        return judged.by.how === 'same' || judged.by.how === 'otherwise' ? guide.accept(attempt, whole) : null;
      });
      if (outcome?.status === 'passed' && whole.trim() !== step.text)
        voice.praise(judged.by.how === 'same' ? 'guide-done' : 'guide-done-otherwise');
      return outcome === null;
    };
    if (same || isPart(step, whole)) {
      await this.#beside.leadBack(this.#folder);
      await act();
      this.#folder = guide.folder;
    } else await this.#beside.stay(act);
    const { by } = judged;
    if (by.how === 'part') {
      this.#parts = [...this.#parts, typed];
      voice.say('guide-part');
    }
    if (by.how === 'not-yet' && by.why !== null)
      voice.say(by.failed ? 'guide-failed-by-hand' : 'guide-not-yet', { what: by.why });
    return by.how === 'same' || by.how === 'otherwise' ? 'done' : 'not-yet';
  }
}
