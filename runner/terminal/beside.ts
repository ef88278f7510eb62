import type { Output } from '../core/output.ts';
import { isLeftOut, type Step } from '../core/plan.ts';
import { changesNothing } from '../guide/by-hand.ts';
import type { Aside, Missed } from '../guide/guide.ts';
import type { Lost } from '../pipeline/belongings.ts';
import type { Doing } from './doing.ts';
import type { Key } from './keyboard.ts';
import type { LearnerOptions } from './learner.ts';
import { comparedLines, whyLines } from './looks.ts';
import { visitShell } from './shell.ts';

/** What the learner does beside the way: looks back, compares, asks, visits the shell, does a step again. */
export class Beside {
  readonly #options: LearnerOptions;
  readonly #doing: Doing;
  #hinted = 0;
  /** The step that is being looked back at. */
  #lookedAt: number | null = null;

  constructor(options: LearnerOptions, doing: Doing) {
    this.#options = options;
    this.#doing = doing;
  }

  /** Another step is ready. */
  begin(): void {
    this.#hinted = 0;
    this.#lookedAt = null;
  }

  /**
   * Runs a step again, with what it needs: the one that is being looked at; what the next step lacks; else the last one.
   */
  async again(): Promise<boolean> {
    const { guide, voice } = this.#options;
    const { step, last, plan } = guide;
    const started = this.#lookedAt === null && step !== null ? await guide.startFor(step) : [];
    for (const name of started) voice.praise('guide-started', { what: name });
    if (started.length > 0) return true;
    const lookedAt = plan.steps[this.#lookedAt ?? -1];
    const lacking = lookedAt === undefined && step !== null ? guide.makersFor(step) : [];
    const target = lookedAt ?? last?.step;
    if (lacking.length === 0 && (target === undefined || isLeftOut(target))) {
      voice.say('guide-nothing-before');
      return false;
    }
    const steps = lacking.length > 0 || target === undefined ? lacking : [...guide.makersFor(target), target];
    this.#lookedAt = null;
    for (const one of steps) {
      this.#doing.show(one, one === last?.step ? 'card' : 'whole');
      await this.#doing.run(() => guide.again(one));
    }
    return true;
  }

  /** Keys that only look, or go beside the way for a while. */
  async look(key: Key, step: Step): Promise<void> {
    const { guide, hands, keyboard, following, voice } = this.#options;
    const { last } = guide;
    switch (key) {
      case 'b':
        return this.#lookBack();
      case 'x':
        return voice.screen.lines(comparedLines(last, voice));
      case 'w':
        return voice.screen.lines(whyLines(step, guide.plan, last, voice));
      case '!':
        return this.#beside(() =>
          following.watch(async () => {
            voice.say('guide-shell', { back: voice.back });
            await visitShell(await hands.terminals.handOver(), keyboard, voice);
            return 'deed' as const;
          }),
        );
      case 'h':
        return this.#giveHint(step);
      case 'a':
        return this.#doing.show(step, 'card');
      default:
        return voice.say('guide-keys', { back: voice.back });
    }
  }

  /** The step before the one that is ready; the one before that when asked once more. */
  #lookBack(): void {
    const { guide, reporter, voice } = this.#options;
    const outcome = guide.outcomes[(this.#lookedAt ?? guide.outcomes.length) - 1];
    if (outcome === undefined) {
      voice.say('guide-nothing-before');
      return;
    }
    this.#lookedAt = outcome.step.index;
    this.#doing.show(outcome.step, 'whole');
    reporter.onOutcome(outcome);
  }

  /** Something that is no step. What is missed afterwards is told at once, and not as the chapter's fault later. */
  async #beside(act: () => Promise<Aside>): Promise<void> {
    this.#tell(await this.#options.guide.beside(act));
  }

  /**
   * Something after which the learner stays where they are, in whichever folder.
   *
   * @param act what it came to
   */
  async stay(act: () => Promise<Aside>): Promise<void> {
    this.#tell(await this.#options.guide.beside(act, true));
  }

  /** Leads them back to where the step is typed. */
  async leadBack(folder: string): Promise<void> {
    const left = await this.#options.guide.leadBack(folder);
    if (left !== null) this.#tell({ lost: [], stopped: [], early: [], folder: left });
  }

  #tell({ lost, stopped, early, folder }: Missed): void {
    const { voice } = this.#options;
    if (folder !== null) voice.say('guide-folder-back', { folder });
    const steps = ({ neededBy }: Lost) => neededBy.map(({ index }) => index + 1).join(', ');
    for (const one of lost) voice.say('guide-lost', { what: one.thing.name, steps: steps(one) });
    for (const one of stopped) voice.say('guide-stopped', { what: one.thing.name, steps: steps(one) });
    for (const one of early) voice.say('guide-early', { what: one.thing.name, steps: steps(one) });
  }

  /** What was not made, was taken away or stopped can be made before the step is tried. Whether there is such a thing. */
  tellLack(step: Step): boolean {
    const { guide, voice } = this.#options;
    const stopped = guide.stoppedFor(step);
    if (stopped.length > 0) voice.say('guide-lacks-running', { what: stopped.join(', ') });
    const steps = guide.makersFor(step).map(({ index }) => index + 1);
    if (steps.length > 0) voice.say('guide-lacks', { steps: steps.join(', ') });
    return stopped.length > 0 || steps.length > 0;
  }

  /** A command beside the way. */
  async aside(text: string): Promise<void> {
    if (text.trim() === '') return;
    await this.#beside(async () => {
      const ended: { output: Output | null } = { output: null };
      await this.#doing.run(async () => {
        ended.output = await this.#options.hands.typeHidden(text);
        return null;
      });
      return ended.output !== null && changesNothing(text, ended.output) ? 'look' : 'deed';
    });
  }

  /** More of the command with each time that it is asked for. */
  #giveHint(step: Step): void {
    if (step.type !== 'command') return;
    this.#hinted += 1;
    const words = step.text.split(/\s+/);
    const text = words.slice(0, this.#hinted * 2).join(' ');
    this.#options.voice.say('guide-hint', { text: words.length > this.#hinted * 2 ? `${text} …` : text });
  }
}
