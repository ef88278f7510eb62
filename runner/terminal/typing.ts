import type { Told } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import type { CommandStep } from '../core/plan.ts';
import { type ByHand, changesNothing, isPart, isSame, judgeByHand, partIn, restOf } from '../guide/by-hand.ts';
import type { Aside } from '../guide/guide.ts';
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
  #part = '';
  /** They have typed something here that was not the step and may be in its way. */
  #tried = false;
  #folder = '';

  constructor(options: LearnerOptions, doing: Doing, beside: Beside) {
    this.#options = options;
    this.#doing = doing;
    this.#beside = beside;
  }

  /** Another step is ready. */
  begin(): void {
    this.#part = '';
    this.#tried = false;
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
      if (this.#beside.tellLack(step) || once) return false;
    }
  }

  async #attempt(step: CommandStep, typed: string): Promise<'done' | 'not-yet'> {
    const { guide, hands, voice } = this.#options;
    const joined = this.#part === '' ? typed : `${this.#part} && ${typed}`;
    const whole = isSame(step, typed) ? typed : joined;
    const same = isSame(step, whole);
    const judged: { by: ByHand; changed: boolean } = {
      ...{ by: { how: 'not-yet', failed: false, why: null }, changed: true },
    };
    const act = async (): Promise<Aside> => {
      const outcome = await this.#doing.run(async () => {
        const attempt = await hands.attempt(typed, same);
        judged.by = this.#judge(step, whole, attempt);
        judged.changed = attempt.output === null || !changesNothing(typed, attempt.output);
        return judged.by.how === 'same' || judged.by.how === 'otherwise' ? guide.accept(attempt, whole) : null;
      });
      if (outcome?.status === 'passed' && whole.trim() !== step.text)
        voice.praise(judged.by.how === 'same' ? 'guide-done' : 'guide-done-otherwise');
      if (outcome !== null) return 'step';
      return judged.changed ? 'deed' : 'look';
    };
    if (same || isPart(step, whole)) {
      await this.#beside.leadBack(this.#folder);
      await act();
      this.#folder = guide.folder;
    } else await this.#beside.stay(act);
    const { by } = judged;
    if (by.how === 'part') voice.say('guide-part');
    else if (judged.changed) this.#tried = true;
    // Its first commands are done, although the whole was not the step.
    if (by.how === 'part' || (by.how === 'not-yet' && !by.failed)) this.#part = partIn(step, whole) || this.#part;
    if (by.how === 'not-yet' && by.why !== null)
      voice.say(by.failed ? 'guide-failed-by-hand' : 'guide-not-yet', { what: by.why });
    return by.how === 'same' || by.how === 'otherwise' ? 'done' : 'not-yet';
  }

  /** The step's own command may fail only because of what was typed before it: that is no end of the step. */
  #judge(step: CommandStep, whole: string, attempt: Outcome): ByHand {
    const by = judgeByHand(step, whole, attempt);
    const failed = attempt.status !== 'passed' && (attempt.output?.exitCode ?? 0) !== 0;
    if (by.how !== 'same' || !failed || (!this.#tried && this.#part === '')) return by;
    const rest = restOf(step, this.#part);
    const why: Told = rest === '' ? { code: 'guide-earlier', args: {} } : { code: 'guide-rest', args: { rest } };
    return { how: 'not-yet', failed: true, why };
  }
}
