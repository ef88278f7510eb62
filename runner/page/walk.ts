import { type Locale, type Told, UserError, wording } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import { isLeftOut, type Step } from '../core/plan.ts';
import { isRelated, isSame, judgeByHand } from '../guide/by-hand.ts';
import type { Guide } from '../guide/guide.ts';
import type { ChapterRun } from '../pipeline/chapter-run.ts';
import type { Board } from './board.ts';
import { LentTerminal } from './lent-terminal.ts';
import type { FromPage } from './model.ts';
import { stateBefore, stateOf } from './read-model.ts';
import type { Rewriting } from './rewriting.ts';
import type { Wishes } from './wishes.ts';

export interface WalkOptions {
  readonly run: ChapterRun;
  readonly guide: Guide;
  readonly rewriting: Rewriting;
  readonly board: Board;
  readonly wishes: Wishes;
  readonly locale: Locale;
  /** The chapter's text is this from now on. */
  readonly onWrite: (source: string) => void;
  /** Has it drawn anew. */
  readonly redraw: () => Promise<void>;
  /** The last step was done. */
  readonly onEnd: () => Promise<void>;
}

/** One chapter being gone through: does what its reader asks for, one thing at a time, and says what came of it. */
export class Walk {
  readonly #options: WalkOptions;
  readonly #lent: LentTerminal;
  #running = false;
  #isFollowed = false;

  constructor(options: WalkOptions) {
    this.#options = options;
    this.#lent = new LentTerminal(options.run, (text, terminal) => this.#isAttempt(text, terminal));
  }

  /** Whether the reader follows the step that is running: those on the way to another are ended without them. */
  get isFollowed(): boolean {
    return this.#isFollowed;
  }

  resize(columns: number, rows: number): void {
    this.#options.run.terminals.resize(columns, rows);
  }

  /** Keys go to the program that is running, else to the shell, whose terminal is then in the reader's hands. */
  press(terminal: number, keys: string): void {
    if (!this.#running) return void this.#lent.press(terminal, keys);
    this.#isFollowed = true;
    this.#options.run.terminals.press(keys);
  }

  /** Steps that are left out pass by; the next one that a reader would type is ready. */
  async ready(): Promise<void> {
    const { guide, board } = this.#options;
    for (let { step } = guide; step !== null; { step } = guide) {
      if (!isLeftOut(step) && !guide.isWritten(step)) return board.set(stateBefore(step.index, 'ready'));
      await this.#do(step, () => guide.run());
    }
  }

  /** Does what is asked for. Resolves to false where the reader's own command is still running. */
  async follow(wish: FromPage): Promise<boolean> {
    const { guide, board, onEnd } = this.#options;
    if (wish.type === 'propose' || wish.type === 'write') {
      await (wish.type === 'propose' ? this.#propose(wish.step) : this.#write(wish.step));
      return true;
    }
    board.resumable = 0;
    if (!(await this.#lent.takeBack())) {
      board.notice({ code: 'page-busy', args: {} });
      return false;
    }
    switch (wish.type) {
      case 'attempt':
        await this.#attempt(wish.text);
        break;
      case 'run':
        await this.#runUpTo(wish.upTo);
        break;
      case 'again':
        this.#isFollowed = true;
        await this.#again();
        break;
      case 'skip':
        if (guide.step !== null) await this.#do(guide.step, () => guide.leaveOut());
        break;
      case 'resume':
        await this.resume();
        break;
      case 'onward':
        await this.#finish();
        break;
      default:
    }
    await this.ready();
    if (guide.step === null) await onEnd();
    return true;
  }

  /** The last step once more, with what it needs. */
  async #again(): Promise<void> {
    const { guide } = this.#options;
    const { last } = guide;
    if (last === null) return;
    for (const step of [...guide.makersFor(last.step), last.step]) await this.#do(step, () => guide.again(step));
  }

  async #runUpTo(upTo: number): Promise<void> {
    const { guide, board, wishes } = this.#options;
    for (let { step } = guide; step !== null && step.index <= upTo; { step } = guide) {
      this.#isFollowed = step.index === upTo;
      const outcome = await this.#do(step, () => guide.run());
      if (wishes.holdsReset) return;
      const isWrong = outcome?.status === 'failed' || outcome?.status === 'broken';
      if (!isWrong || step.index === upTo) continue;
      board.notice({ code: 'page-stopped-here', args: { line: step.line } });
      return;
    }
  }

  /** The reader has typed a command themselves that may be the step. */
  async #attempt(text: string): Promise<void> {
    const { guide, run, board } = this.#options;
    const { step } = guide;
    if (step?.type !== 'command') return;
    const told: Told[] = [];
    this.#isFollowed = true;
    await this.#do(step, async () => {
      const outcome = await run.attempt(text, isSame(step, text));
      const by = judgeByHand(step, text, outcome);
      if (by.how !== 'not-yet') return guide.accept(outcome, text);
      if (by.why !== null) told.push({ code: 'guide-not-yet', args: { what: by.why } });
      return null;
    });
    for (const one of told) board.notice(one);
  }

  /** Makes again what was done at an earlier time. */
  async resume(): Promise<void> {
    const { guide, wishes } = this.#options;
    this.#isFollowed = false;
    for (let left = guide.goneThrough - guide.done; left > 0 && guide.step !== null; left -= 1) {
      if (wishes.holdsReset) return;
      await this.#do(guide.step, () => guide.makeAgain());
    }
  }

  /** Does all that is left, whatever comes of it. */
  async #finish(): Promise<void> {
    const { guide, wishes } = this.#options;
    this.#isFollowed = false;
    for (let { step } = guide; step !== null && !wishes.holdsReset; { step } = guide)
      await this.#do(step, () => guide.run());
  }

  /** Does a step, and tells its states. */
  async #do(step: Step, act: () => Promise<Outcome | null>): Promise<Outcome | null> {
    this.#running = true;
    this.#options.board.set(stateBefore(step.index, 'running'));
    try {
      const outcome = await act();
      for (const anew of this.#options.guide.takeRevised()) if (anew !== outcome) this.#judged(anew);
      if (outcome !== null) this.#judged(outcome);
      return outcome;
    } finally {
      this.#running = false;
    }
  }

  /** What differed from the chapter may be what it says by now. */
  #judged(outcome: Outcome): void {
    const { board, locale, rewriting } = this.#options;
    const state = stateOf(outcome, locale);
    const isMended = outcome.status === 'failed' && rewriting.holds(outcome);
    board.set(isMended ? { ...state, stage: 'passed', told: [], diff: [] } : state);
  }

  /** What an update would write for a step is shown first. */
  #propose(step: number): void {
    const { board, guide, rewriting } = this.#options;
    const state = board.stateOf(step);
    const patch = rewriting.proposal(step, guide.outcomes);
    if (patch === null) board.notice({ code: 'page-nothing-to-write', args: {} });
    else if (state !== undefined) board.set({ ...state, patch });
  }

  /** Writes it; the text is drawn anew, and the way goes on. */
  async #write(step: number): Promise<void> {
    const { board, guide, locale, onWrite, redraw, rewriting } = this.#options;
    const outcome = guide.outcomes[step];
    try {
      if (outcome === undefined || !(await rewriting.write(step, guide.outcomes, onWrite))) return;
      await redraw();
      const told = [wording({ code: 'page-written', args: {} }, locale)];
      board.set({ ...stateOf(outcome, locale), stage: 'passed', diff: [], told });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      board.notice(error.details);
    }
  }

  /** A line that may be the step is typed as the step. */
  #isAttempt(text: string, terminal: number): boolean {
    const { step } = this.#options.guide;
    if (step?.type !== 'command' || step.terminal !== terminal || !isRelated(step, text)) return false;
    this.#options.wishes.add({ type: 'attempt', text });
    return true;
  }
}
