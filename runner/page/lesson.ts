import type { Engine } from '../core/engine.ts';
import { type Locale, type Told, wording } from '../core/message.ts';
import type { Plan } from '../core/plan.ts';
import { Guide } from '../guide/guide.ts';
import { entriesThatHold, forgetJournal, recallJournal } from '../guide/journal.ts';
import type { ChapterRun } from '../pipeline/chapter-run.ts';
import { personalOf } from '../pipeline/personal.ts';
import type { Board } from './board.ts';
import type { FromPage, PageModel } from './model.ts';
import { Rewriting } from './rewriting.ts';
import { Services } from './services.ts';
import { Walk } from './walk.ts';
import { Wishes } from './wishes.ts';

export interface LessonOptions {
  /** What the pages are told. */
  readonly board: Board;
  readonly locale: Locale;
  /** A chapter was rewritten here: resolves to it as it reads now. */
  readonly reread: (page: number) => Promise<PageModel>;
}

/** A chapter of a lesson. */
export interface LessonPage {
  readonly plan: Plan;
  /** Absolute. */
  readonly path: string;
  readonly model: PageModel;
}

/** How a chapter is left: for a fresh engine, for the next chapter, for good. */
export type Left = 'anew' | 'onward' | 'over';

/**
 * What its reader goes through on a page: a chapter, or those of a course. It lives as long as the pages; the run that it drives may be
 * another one after each new start.
 */
export class Lesson {
  readonly #options: LessonOptions;
  readonly #board: Board;
  readonly #wishes = new Wishes();
  #pages: readonly LessonPage[] = [];
  #walk: Walk | null = null;
  /** The reader goes on with the way of an earlier time, which leads into the next chapter. */
  #resumes = false;
  #size = { columns: 100, rows: 30 };
  /** The text of each chapter, by its path, as it was read or written here last. */
  readonly #texts = new Map<string, string>();

  constructor(options: LessonOptions) {
    this.#options = options;
    this.#board = options.board;
  }

  get size(): { readonly columns: number; readonly rows: number } {
    return this.#size;
  }

  /** Everything is at its beginning, as it is now; the board is as well. */
  begin(pages: readonly LessonPage[]): void {
    this.#pages = pages;
    for (const { path, plan } of pages) this.#texts.set(path, plan.chapter.source);
    this.#wishes.clear();
    this.#resumes = false;
  }

  /** Whether a chapter's text is no news. */
  knows(path: string, source: string): boolean {
    return this.#texts.get(path) === source;
  }

  /** A page asks for something. */
  receive(message: FromPage): void {
    switch (message.type) {
      case 'press':
        this.#walk?.press(message.terminal, message.keys);
        return;
      case 'resize':
        this.#size = { columns: message.columns, rows: message.rows };
        this.#walk?.resize(message.columns, message.rows);
        return;
      default:
        this.#wishes.add(message);
    }
  }

  /** Whether the reader follows the step that is running. */
  isThere(): boolean {
    return this.#walk?.isFollowed ?? false;
  }

  /** The program of the step has shown what it shows, and goes on. */
  onRunsOn(): void {
    this.notice({ code: 'guide-runs-on', args: {} });
  }

  /** What the terminal shows. */
  show(data: string, terminal: number): void {
    this.#board.show(data, terminal);
  }

  /** Something that every page shows for a while. */
  notice(told: Told): void {
    this.#board.notice(told);
  }

  /** The chapter cannot be run as it is: waits until its reader wants to begin anew, or `signal` ends it. */
  async stopped(why: Told, signal: AbortSignal): Promise<void> {
    this.#board.engineIs('stopped', wording(why, this.#options.locale));
    let wish = await this.#wishes.next(signal);
    while (wish !== null && wish.type !== 'reset') wish = await this.#wishes.next(signal);
  }

  /** Goes through a run of a chapter, until its reader wants to leave it or `signal` ends it. */
  async drive(number: number, run: ChapterRun, engine: Engine, signal: AbortSignal): Promise<Left> {
    const page = this.#pages[number];
    if (page === undefined) return 'over';
    const board = this.#board;
    const { plan, path } = page;
    const guide = new Guide({ run, plan, chapterPath: path, journal: await recallJournal(path) });
    const walk = new Walk({
      run,
      guide,
      rewriting: new Rewriting(path, plan, personalOf(engine)),
      board,
      wishes: this.#wishes,
      locale: this.#options.locale,
      onWrite: (source) => void this.#texts.set(path, source),
      redraw: async () => board.redraw(number, await this.#options.reread(number)),
      onEnd: () => this.#onEnd(number),
    });
    const services = new Services(engine);
    this.#walk = walk;
    board.current = number;
    try {
      // The first terminal is open before the first step: a reader may look around.
      await run.terminals.get(1);
      const wayBefore = await this.#wayBefore(number);
      if (this.#resumes && wayBefore > 0) this.#wishes.add({ type: 'resume' });
      else board.resumable = wayBefore;
      await walk.ready();
      for (;;) {
        board.engineIs('ready');
        const wish = await this.#wishes.next(signal);
        if (wish === null) return 'over';
        if (wish.type === 'reset') return 'anew';
        board.engineIs('running');
        const isDone = await walk.follow(wish);
        const published = await services.look();
        if (published !== null) board.services = published;
        this.#resumes = wish.type === 'resume' && (await this.#wayBefore(number + 1)) > 0;
        const isOver = isDone && guide.step === null && number + 1 < this.#pages.length;
        if (isOver && (wish.type === 'onward' || this.#resumes)) return 'onward';
      }
    } finally {
      services.close();
      this.#walk = null;
    }
  }

  /** How many steps were gone through at an earlier time, from this chapter on. */
  async #wayBefore(number: number): Promise<number> {
    let count = 0;
    for (const { plan, path } of this.#pages.slice(number)) {
      const entries = entriesThatHold(await recallJournal(path), plan).length;
      count += entries;
      if (entries < plan.steps.length) break;
    }
    return count;
  }

  /** At the end of all there is nothing to go on with. */
  async #onEnd(number: number): Promise<void> {
    if (number + 1 < this.#pages.length) return;
    for (const { path } of this.#pages) await forgetJournal(path);
  }
}
