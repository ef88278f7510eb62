import { message } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import type { CommandStep, Plan, Step } from '../core/plan.ts';
import type { Lost } from '../pipeline/belongings.ts';
import type { ChapterRun } from '../pipeline/chapter-run.ts';
import type { Subject } from '../world/index.ts';
import { changesNothing, isSame } from './by-hand.ts';
import { entriesThatHold, type Journal, type JournalEntry, keepJournal, keyOf } from './journal.ts';
import { leftMs } from './pace.ts';
import type { Task } from './task.ts';

export interface GuideOptions {
  readonly run: ChapterRun;
  readonly plan: Plan;
  /** Absolute. */
  readonly chapterPath: string;
  /** The way so far, of an earlier time. */
  readonly journal: Journal;
}

/** What a task's check says now. */
export interface Asked {
  readonly outcome: Outcome;
  /** Of what it asks for, what is not there. */
  readonly missing: readonly Subject[];
}

/** What something beside the way was: a step after all, only a look, or something that may change what later steps find. */
export type Aside = 'step' | 'look' | 'deed';

/** What is no longer as the chapter left it, after the learner did something beside it. */
export interface Missed {
  readonly lost: readonly Lost[];
  readonly stopped: readonly Lost[];
  readonly early: readonly Lost[];
  /** The folder that the shell was led back to; null where it had not left it. */
  readonly folder: string | null;
}

/**
 * The way through a chapter, step by step, without a screen: the terminal and the page draw it. A step is ready, runs,
 * and is judged; then it can be run again, or the next one is ready. After each step the way is kept.
 */
export class Guide {
  readonly plan: Plan;
  readonly #run: ChapterRun;
  readonly #chapterPath: string;
  readonly #before: readonly JournalEntry[];
  readonly #entries: JournalEntry[] = [];
  /** When the step before was done. */
  #doneAt = performance.now();
  /** Whether the step that is ready was shown to the learner, and waits for them. */
  #waits = false;

  constructor({ run, plan, chapterPath, journal }: GuideOptions) {
    this.plan = plan;
    this.#run = run;
    this.#chapterPath = chapterPath;
    this.#before = entriesThatHold(journal, plan);
  }

  /** Steps that were gone through at an earlier time and can be made again. */
  get goneThrough(): number {
    return this.#before.length;
  }

  /** How many steps were judged so far. */
  get done(): number {
    return this.#run.outcomes.length;
  }

  /** The step that is ready; null at the end. */
  get step(): Step | null {
    return this.plan.steps[this.#run.outcomes.length] ?? null;
  }

  /** The learner has come to the step that is ready and reads it. */
  wait(): void {
    this.#waits = true;
  }

  /** How long the rest takes at the learner's pace; null where that is not known yet. */
  get leftMs(): number | null {
    const { step } = this;
    return step === null ? null : leftMs(this.#entries, this.plan, step);
  }

  /** Whether the file was written already, at the line that opens it in an editor. */
  isWritten(step: Step): boolean {
    return this.#run.isWritten(step);
  }

  /** What came of the step before; null at the beginning. */
  get last(): Outcome | null {
    return this.#run.outcomes.at(-1) ?? null;
  }

  /** Runs the step that is ready. `instead` is what the learner types in its place. */
  async run(instead: string | null = null): Promise<Outcome | null> {
    const { step } = this;
    const isOwn = instead !== null && !(step?.type === 'command' && isSame(step, instead));
    return this.#keep(await this.#run.next(instead, isOwn), instead, isOwn);
  }

  /** Leaves out the step that is ready. */
  async leaveOut(): Promise<Outcome | null> {
    return this.#keep(this.#run.skip(message('skipped-by-reader', {}, {}, 'info')), null, true, true);
  }

  /** Asks a task's check, which counts for nothing yet; with what it asks for and is not there. */
  async ask({ check }: Task): Promise<Asked> {
    const outcome = await this.#run.runScript(check, check.script, true);
    const missing = outcome.status === 'passed' ? [] : await this.#run.belongings.missingFor(check);
    return { outcome, missing };
  }

  /** The learner has done a task in their own way: its solution is left out, and its check counts. */
  async solved({ solution }: Task): Promise<Outcome | null> {
    for (const { line, column } of solution) {
      const done = message('task-done', {}, { path: this.plan.chapter.path, line, column }, 'info');
      // Their own way is not known another time: then the page's is gone.
      await this.#keep(this.#run.skip(done), null, true);
    }
    return this.run();
  }

  /** Takes what the learner did by hand for the step that is ready. */
  async accept(outcome: Outcome, typed: string): Promise<Outcome | null> {
    const { step } = outcome;
    const isOwn = step.type === 'command' && !isSame(step, typed);
    return this.#keep(this.#run.accept(outcome), typed, isOwn);
  }

  /** Steps that have been gone through, the last one at the end. */
  get outcomes(): readonly Outcome[] {
    return this.#run.outcomes;
  }

  /** Steps before that were judged anew since this was last asked. */
  takeRevised(): readonly Outcome[] {
    return this.#run.takeRevised();
  }

  /** Steps before one that make what it needs and is not there, with what those need, in their order. */
  makersFor(step: Step): readonly Step[] {
    const found = new Set<Step>();
    const visit = (one: Step) => {
      for (const maker of this.#run.makersFor(one)) {
        if (found.has(maker)) continue;
        found.add(maker);
        visit(maker);
      }
    };
    visit(step);
    return [...found].sort((one, other) => one.index - other.index);
  }

  /** Runs a step that was gone through once more. */
  async again({ index }: Step): Promise<Outcome | null> {
    const before = this.outcomes[index];
    const outcome = await this.#run.again(index);
    if (outcome === null) return null;
    // What had been done well is done twice now.
    if (before?.status === 'passed' && !hasChangedNothing(before)) this.#run.astray = true;
    this.#entries[index] = { ...entryOf(outcome, null, false), spentMs: this.#entries[index]?.spentMs };
    await this.#keepEntries();
    return outcome;
  }

  /**
   * Lets the learner do something beside the way: what they took away or stopped and a later step needs is told then,
   * and no step that misses it is held against the chapter.
   *
   * @param act what it came to
   * @param stays the shell stays in the folder that it was led to
   */
  async beside(act: () => Promise<Aside>, stays = false): Promise<Missed> {
    const { belongings, terminals } = this.#run;
    await belongings.note();
    const { folder } = terminals;
    const was = await act();
    if (was === 'step') return { lost: [], stopped: [], early: [], folder: null };
    if (was === 'deed') this.#run.astray = true;
    const left = stays ? null : await this.leadBack(folder);
    return { ...(await belongings.compare(this.#run.outcomes.length)), folder: left };
  }

  /** Where the shell is, as the steps so far have left it. */
  get folder(): string {
    return this.#run.terminals.folder;
  }

  /** What stands in front of what is typed at a step: `$`, or the prompt of the program that is open. */
  promptAt({ into }: CommandStep): string {
    return into === 'shell' ? '$' : this.#run.terminals.prompt || '>';
  }

  /** Leads the shell back to a folder of the chapter. Resolves to that folder, to null where it had not left it. */
  async leadBack(folder: string): Promise<string | null> {
    const { terminals } = this.#run;
    if (terminals.folder === folder || terminals.open !== 1) return null;
    await this.#run.goTo(folder);
    return folder;
  }

  /** Containers that the learner stopped beside the way and that a step needs. */
  stoppedFor(step: Step): readonly string[] {
    return this.#run.belongings.stoppedFor(step).map(({ name }) => name);
  }

  /** Starts again what they stopped and a step needs: the names of what runs again. */
  async startFor(step: Step): Promise<readonly string[]> {
    return (await this.#run.belongings.startFor(step)).map(({ name }) => name);
  }

  /** Makes the next step of an earlier time again, as it was made then. Resolves to null when there is none left. */
  async makeAgain(): Promise<Outcome | null> {
    const entry = this.#before[this.#entries.length];
    if (entry === undefined) return null;
    return entry.leftOut ? this.leaveOut() : this.run(entry.typed);
  }

  /** @param isOwn it was not done as the chapter says */
  async #keep(outcome: Outcome | null, typed: string | null, isOwn: boolean, leftOut = false): Promise<Outcome | null> {
    if (outcome === null) return null;
    if (isOwn) this.#run.astray = true;
    const spentMs = this.#waits
      ? Math.round(performance.now() - this.#doneAt)
      : this.#before[this.#entries.length]?.spentMs;
    this.#entries.push({ ...entryOf(outcome, typed, leftOut), spentMs });
    this.#waits = false;
    this.#doneAt = performance.now();
    await this.#keepEntries();
    return outcome;
  }

  async #keepEntries(): Promise<void> {
    // Steps of an earlier time that were not made again yet are not forgotten either.
    const rest = this.#before.slice(this.#entries.length);
    await keepJournal(this.#chapterPath, { entries: [...this.#entries, ...rest] });
  }
}

function hasChangedNothing({ step, output }: Outcome): boolean {
  return step.type === 'command' && output !== null && changesNothing(step.text, output);
}

function entryOf({ step, status, output }: Outcome, typed: string | null, leftOut: boolean): JournalEntry {
  return { step: keyOf(step), status, typed, leftOut, ms: Math.round(output?.durationMs ?? 0) };
}
