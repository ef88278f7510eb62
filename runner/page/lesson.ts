import type { Engine } from '../core/engine.ts';
import { type Locale, type Told, wording } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import { isLeftOut, type Plan, type Step } from '../core/plan.ts';
import { isRelated, isSame, judgeByHand } from '../guide/by-hand.ts';
import { Guide } from '../guide/guide.ts';
import { forgetJournal, recallJournal } from '../guide/journal.ts';
import type { ChapterRun } from '../pipeline/chapter-run.ts';
import { LentTerminal } from './lent-terminal.ts';
import type { FromPage, PageModel, Service, StepState, ToPage } from './model.ts';
import { stateBefore, stateOf } from './read-model.ts';
import { Screens } from './screens.ts';
import { Services } from './services.ts';

export interface LessonOptions {
  /** Absolute. */
  readonly chapterPath: string;
  readonly locale: Locale;
  /** Tells every open page. */
  readonly tell: (message: ToPage) => void;
}

/**
 * The way through a chapter on a page: what its reader clicks and types, and what comes of it. It lives as long as the
 * pages; the run of the chapter that it drives may be another one after each new start.
 */
export class Lesson {
  readonly #options: LessonOptions;
  readonly #screens = new Screens();
  readonly #wishes: FromPage[] = [];
  #wake: () => void = () => {};
  #plan: Plan | null = null;
  #model: Extract<ToPage, { type: 'model' }> | null = null;
  #states: StepState[] = [];
  #engine: Extract<ToPage, { type: 'engine' }> = { type: 'engine', engine: 'starting' };
  #services: Extract<ToPage, { type: 'services' }> = { type: 'services', services: [] };
  #resumable: Extract<ToPage, { type: 'resumable' }> = { type: 'resumable', count: 0 };
  #run: ChapterRun | null = null;
  #running = false;
  #isFollowed = false;
  #lent: LentTerminal | null = null;
  #size = { columns: 100, rows: 30 };

  constructor(options: LessonOptions) {
    this.#options = options;
  }

  /** Everything that a page which is opened now has to know. */
  get news(): readonly ToPage[] {
    return [
      ...(this.#model === null ? [] : [this.#model]),
      { type: 'states', states: this.#states },
      this.#engine,
      this.#services,
      this.#resumable,
      ...this.#screens.all.map(([terminal, data]): ToPage => ({ type: 'terminal', terminal, data, anew: true })),
    ];
  }

  get size(): { readonly columns: number; readonly rows: number } {
    return this.#size;
  }

  /** The chapter is at its beginning, as it is now. */
  begin(plan: Plan, model: PageModel): void {
    this.#plan = plan;
    this.#model = { type: 'model', model };
    this.#options.tell(this.#model);
    this.#wishes.length = 0;
    this.#screens.clear();
    this.#states = plan.steps.map(({ index }) => stateBefore(index, 'waiting'));
    this.#options.tell({ type: 'states', states: this.#states });
    this.#servicesAre([]);
    this.#engineIs('starting');
  }

  /** A page asks for something. */
  receive(message: FromPage): void {
    switch (message.type) {
      case 'press':
        this.#press(message.terminal, message.keys);
        return;
      case 'resize':
        this.#size = { columns: message.columns, rows: message.rows };
        this.#run?.terminals.resize(message.columns, message.rows);
        return;
      default:
        this.#wish(message);
    }
  }

  /** Whether the reader follows the step that is running: those on the way to another are ended without them. */
  isThere(): boolean {
    return this.#isFollowed;
  }

  /** The program of the step has shown what it shows, and goes on. */
  onRunsOn(): void {
    this.notice({ code: 'guide-runs-on', args: {} });
  }

  /** What the terminal shows. */
  show(data: string, terminal: number): void {
    this.#screens.add(terminal, data);
    this.#options.tell({ type: 'terminal', terminal, data });
  }

  /** Something that every page shows for a while. */
  notice(told: Told): void {
    this.#options.tell({ type: 'notice', text: wording(told, this.#options.locale) });
  }

  /** The chapter cannot be run as it is: waits until its reader wants to begin anew, or `signal` ends it. */
  async stopped(why: Told, signal: AbortSignal): Promise<void> {
    this.#engineIs('stopped', wording(why, this.#options.locale));
    let wish = await this.#nextWish(signal);
    while (wish !== null && wish.type !== 'reset') wish = await this.#nextWish(signal);
  }

  /** Goes through a run of the chapter, until its reader wants to begin anew or `signal` ends it. */
  async drive(run: ChapterRun, engine: Engine, signal: AbortSignal): Promise<void> {
    if (this.#plan === null) return;
    const { chapterPath } = this.#options;
    const guide = new Guide({ run, plan: this.#plan, chapterPath, journal: await recallJournal(chapterPath) });
    const services = new Services(engine);
    this.#run = run;
    this.#lent = new LentTerminal(run, (text, terminal) => this.#isAttempt(text, terminal));
    try {
      // The first terminal is open before the first step: a reader may look around.
      await run.terminals.get(1);
      this.#tellResumable(guide.goneThrough);
      await this.#ready(guide);
      this.#engineIs('ready');
      let wish = await this.#nextWish(signal);
      while (wish !== null && wish.type !== 'reset') {
        this.#engineIs('running');
        await this.#follow(wish, guide);
        this.#engineIs('ready');
        const published = await services.look();
        if (published !== null) this.#servicesAre(published);
        wish = await this.#nextWish(signal);
      }
    } finally {
      services.close();
      this.#run = null;
      this.#lent = null;
    }
  }

  /** Waits for what a page asks for; null where `signal` ends it. */
  async #nextWish(signal: AbortSignal): Promise<FromPage | null> {
    const end = () => this.#wake();
    signal.addEventListener('abort', end, { once: true });
    while (this.#wishes.length === 0 && !signal.aborted)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    signal.removeEventListener('abort', end);
    return signal.aborted ? null : (this.#wishes.shift() ?? null);
  }

  /** What is going on is not gone on with: the reader begins anew. */
  get #wantsAnew(): boolean {
    return this.#wishes.some(({ type }) => type === 'reset');
  }

  async #follow(wish: FromPage, guide: Guide): Promise<void> {
    this.#tellResumable(0);
    if ((await this.#lent?.takeBack()) === false) return this.notice({ code: 'page-busy', args: {} });
    switch (wish.type) {
      case 'attempt':
        await this.#attempt(wish.text, guide);
        break;
      case 'run':
        await this.#runUpTo(wish.upTo, guide);
        break;
      case 'again':
        this.#isFollowed = true;
        await this.#again(guide);
        break;
      case 'skip':
        if (guide.step !== null) await this.#do(guide.step, () => guide.leaveOut());
        break;
      case 'resume':
        await this.#resume(guide);
        break;
      default:
    }
    await this.#ready(guide);
    // At the end there is nothing to go on with.
    if (guide.step === null) await forgetJournal(this.#options.chapterPath);
  }

  /** The last step once more, with what it needs. */
  async #again(guide: Guide): Promise<void> {
    const { last } = guide;
    if (last === null) return;
    for (const step of [...guide.makersFor(last.step), last.step]) await this.#do(step, () => guide.again(step));
  }

  async #runUpTo(upTo: number, guide: Guide): Promise<void> {
    for (let { step } = guide; step !== null && step.index <= upTo; { step } = guide) {
      this.#isFollowed = step.index === upTo;
      const outcome = await this.#do(step, () => guide.run());
      if (this.#wantsAnew) return;
      const isWrong = outcome?.status === 'failed' || outcome?.status === 'broken';
      if (!isWrong || step.index === upTo) continue;
      this.notice({ code: 'page-stopped-here', args: { line: step.line } });
      return;
    }
  }

  /** The reader has typed a command themselves that may be the step. */
  async #attempt(text: string, guide: Guide): Promise<void> {
    const { step } = guide;
    const run = this.#run;
    if (step?.type !== 'command' || run === null) return;
    const told: Told[] = [];
    this.#isFollowed = true;
    await this.#do(step, async () => {
      const outcome = await run.attempt(text, isSame(step, text));
      const by = judgeByHand(step, text, outcome);
      if (by.how !== 'not-yet') return guide.accept(outcome, text);
      if (by.why !== null) told.push({ code: 'guide-not-yet', args: { what: by.why } });
      return null;
    });
    for (const one of told) this.notice(one);
  }

  /** Does a step, and tells its states. */
  async #do(step: Step, act: () => Promise<Outcome | null>): Promise<Outcome | null> {
    this.#running = true;
    this.#set({ ...stateBefore(step.index, 'running') });
    try {
      const outcome = await act();
      if (outcome !== null) this.#set(stateOf(outcome, this.#options.locale));
      return outcome;
    } finally {
      this.#running = false;
    }
  }

  /** Steps that are left out pass by; the next one that a reader would type is ready. */
  async #ready(guide: Guide): Promise<void> {
    for (let { step } = guide; step !== null; { step } = guide) {
      if (!isLeftOut(step) && !guide.isWritten(step)) return this.#set(stateBefore(step.index, 'ready'));
      await this.#do(step, () => guide.run());
    }
  }

  /** Makes again what was done at an earlier time. */
  async #resume(guide: Guide): Promise<void> {
    this.#isFollowed = false;
    for (let left = guide.goneThrough - guide.done; left > 0 && guide.step !== null; left -= 1) {
      if (this.#wantsAnew) return;
      await this.#do(guide.step, () => guide.makeAgain());
    }
  }

  /** Keys go to the program that is running, else to the shell, whose terminal is then in the reader's hands. */
  #press(terminal: number, keys: string): void {
    if (!this.#running) return void this.#lent?.press(terminal, keys);
    this.#isFollowed = true;
    this.#run?.terminals.press(keys);
  }

  /** A line that may be the step is typed as the step. */
  #isAttempt(text: string, terminal: number): boolean {
    const next = this.#plan?.steps[this.#run?.outcomes.length ?? -1];
    if (next?.type !== 'command' || next.terminal !== terminal || !isRelated(next, text)) return false;
    this.#wish({ type: 'attempt', text });
    return true;
  }

  #wish(wish: FromPage): void {
    this.#wishes.push(wish);
    this.#wake();
  }

  /** So many steps of an earlier time can be made again; none once the reader has begun otherwise. */
  #tellResumable(count: number): void {
    this.#resumable = { type: 'resumable', count };
    this.#options.tell(this.#resumable);
  }

  #set(state: StepState): void {
    this.#states[state.index] = state;
    this.#options.tell({ type: 'states', states: [state] });
  }

  #servicesAre(services: readonly Service[]): void {
    this.#services = { type: 'services', services };
    this.#options.tell(this.#services);
  }

  #engineIs(engine: 'starting' | 'ready' | 'running' | 'stopped', why?: string): void {
    this.#engine = { type: 'engine', engine, ...(why === undefined ? {} : { why }) };
    this.#options.tell(this.#engine);
  }
}
