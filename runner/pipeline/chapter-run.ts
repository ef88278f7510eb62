import { chapterSettings } from '../config/front-matter.ts';
import type { Engine } from '../core/engine.ts';
import type { Bindings } from '../core/match.ts';
import { type Message, message } from '../core/message.ts';
import type { ChapterResult, Outcome } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import { type CommandStep, type Plan, prepares, type ScriptOfStep, type Step } from '../core/plan.ts';
import { outliving, substituteBindings } from '../matcher/index.ts';
import type { Secrets, Session, StepRequest } from '../session/index.ts';
import { PersonalValues } from '../updater/index.ts';
import { at, kindOfSkip, notTyped } from '../verdict/index.ts';
import { AroundStep } from './around-step.ts';
import { Belongings } from './belongings.ts';
import type { ChapterOptions } from './chapter-options.ts';
import { unmet } from './condition.ts';
import { writeFileStep } from './file-step.ts';
import type { Journey } from './journey.ts';
import { isHeld, maskedMatch } from './masked-match.ts';
import { isAttached, OpenInTerminals } from './open-programs.ts';
import { PageScripts } from './page-scripts.ts';
import { personalOf } from './personal.ts';
import { withUntoldIds } from './probe.ts';
import { Recorder } from './recorder.ts';
import { refusalOf, scriptRefused, unlessStopped } from './refusal.ts';
import { endsThings, Standing } from './standing.ts';
import { promiseOf, quoted, requestOf } from './step-options.ts';
import type { Terminals } from './terminals.ts';

/**
 * A chapter being run on an engine: its terminals, its bindings, what is still missing. Steps are run one by one and in
 * order, by whoever holds it: a loop, a learner's Enter, a test runner.
 */
export class ChapterRun {
  readonly #plan: Plan;
  readonly #engine: Engine;
  readonly #options: ChapterOptions;
  /** Where the steps are typed. */
  readonly terminals: Terminals;
  readonly #journey: Journey;
  readonly #opened = new OpenInTerminals();
  readonly #recorder: Recorder;
  readonly secrets: Secrets;
  readonly #outcomes: Outcome[] = [];
  /** What became of the files that were written at their editor's line. */
  readonly #written = new Map<Step, Outcome>();
  readonly #scripts: PageScripts;
  /** The folder in which each step was done. */
  readonly #folders = new Map<Step, string>();
  readonly #startedAt = performance.now();
  readonly #around: AroundStep;
  readonly #standing: Standing;
  #bindings: Bindings = {};
  /** The bindings as they are where what was attempted last is accepted. */
  #attempted: Bindings = {};
  /** The person at the keyboard has done something that the chapter does not say. */
  astray = false;

  /**
   * @param plan one of the journey's chapters; those before it have been run
   * @param terminals those in which it is typed; whoever has opened them closes them
   */
  constructor(journey: Journey, plan: Plan, engine: Engine, options: ChapterOptions, terminals: Terminals) {
    this.#journey = journey;
    this.#plan = plan;
    this.#engine = engine;
    this.#options = options;
    this.secrets = terminals.secrets;
    this.terminals = terminals;
    this.#scripts = new PageScripts(engine, plan, options);
    this.#around = new AroundStep(engine, journey, options);
    this.#standing = new Standing(engine, journey, this.#around);
    const personal = new PersonalValues(personalOf(engine), plan);
    this.#recorder = new Recorder(plan, options.snapshot, (text) => personal.neutralLines(text));
  }

  /** Path of the chapter, as reports name it. */
  get path(): string {
    return this.#plan.chapter.path;
  }

  get outcomes(): readonly Outcome[] {
    return this.#outcomes;
  }

  /** Whether a file was written already, at the line that opens it in an editor. */
  isWritten(step: Step): boolean {
    return this.#written.has(step);
  }

  /**
   * Runs the next step. Resolves to null when there is none left.
   *
   * @param instead what the person at the keyboard types or writes; `byHand`: it is more than another spelling
   */
  async next(instead: string | null = null, byHand = instead !== null): Promise<Outcome | null> {
    const step = this.#plan.steps[this.#outcomes.length];
    if (!step) return null;
    this.#options.signal.throwIfAborted();
    const outcome = this.#keep(this.#record(await this.#run(step, instead, byHand)));
    // A script goes on where a command of its own has failed, and says nothing of that at its end.
    if (prepares(step) && outcome.output?.ended === 'exit') await this.belongings.notMadeBy(step);
    if (this.#outcomes.length < this.#plan.steps.length) return outcome;
    await this.#standing.settle();
    await this.#lookBack();
    return this.#outcomes.at(-1) ?? null;
  }

  /** Steps that were judged anew since this was last asked: what they had started has ended by itself. */
  takeRevised(): readonly Outcome[] {
    return this.#standing.takeRevised();
  }

  #lookBack(): Promise<void> {
    const now = { folder: this.terminals.folder, astray: this.astray };
    return this.#standing.lookBack(this.#outcomes, now, (one) => this.#keep(one, one.step.index));
  }

  /** Runs a step that came before once more, where it was run, in the place of what came of it. */
  async again(index: number): Promise<Outcome | null> {
    const step = this.#plan.steps[index];
    if (step === undefined || index >= this.#outcomes.length) return null;
    this.#written.delete(step);
    const [here, there] = [this.terminals.folder, this.#folders.get(step)];
    const elsewhere = there !== undefined && there !== here && this.terminals.open === 1;
    if (elsewhere) await this.goTo(there);
    const leads = this.#journey.beginAgain(step);
    const outcome = this.#record(await this.#run(step, null, false));
    if (elsewhere && !leads) await this.goTo(here);
    return this.#keep(outcome, index);
  }

  /** Steps before one that make what it needs and is not there: they can be run again for it. */
  makersFor(step: Step): readonly Step[] {
    return this.#journey.makersFor(step).filter(({ index }) => index < Math.min(step.index, this.#outcomes.length));
  }

  /** What the steps so far have made and is really there, to be compared with later. */
  get belongings(): Belongings {
    return new Belongings(this.#engine, this.#journey, this.#plan, this.#options.start);
  }

  /**
   * Types a command of the person at the keyboard at the next step, a command; it counts where its outcome is accepted.
   * `same`: it is the step's own command, in another spelling.
   */
  async attempt(text: string, same: boolean): Promise<Outcome> {
    const step = this.#plan.steps[this.#outcomes.length];
    if (step?.type !== 'command') throw new Error('No command is to be typed here.');
    this.#folders.set(step, this.terminals.folder);
    const bindings = this.#bindings;
    const outcome = await this.#type(step, text, !same);
    this.#attempted = this.#bindings;
    this.#bindings = bindings;
    return outcome;
  }

  /** Counts what was attempted as the next step. */
  accept(outcome: Outcome): Outcome {
    this.#bindings = this.#attempted;
    return this.#keep(this.#record(outcome));
  }

  /** Counts the next step as skipped, because the person at the keyboard wants it so. */
  skip(why: Message): Outcome | null {
    const step = this.#plan.steps[this.#outcomes.length];
    return step ? this.#keep(notTyped(step, 'reader', why)) : null;
  }

  #keep(outcome: Outcome, index = this.#outcomes.length): Outcome {
    this.#journey.record(outcome);
    this.#outcomes[index] = outcome;
    return outcome;
  }

  /** Types a command that is no step: of a set-up, or to be in the right folder. */
  async typeHidden(text: string, terminal = 1): Promise<Output> {
    return this.terminals.typeHidden(text, this.#options.timeoutMs, terminal);
  }

  async goTo(folder: string, terminal = this.terminals.latest): Promise<void> {
    await this.typeHidden(`cd ${quoted(folder)}`, terminal);
  }

  /** What has come out so far. */
  result(): ChapterResult {
    return {
      before: this.#journey.finished,
      plan: this.#plan,
      outcomes: this.#outcomes,
      engine: this.#engine.name,
      dockerVersion: this.#engine.dockerVersion,
      standIns: this.#around.standIns,
      durationMs: performance.now() - this.#startedAt,
    };
  }

  /** What the steps printed, for the snapshot of this engine's generation. */
  get recorder(): Recorder {
    return this.#recorder;
  }

  #record(outcome: Outcome): Outcome {
    return this.#recorder.hold(outcome, { strict: this.#options.strictSnapshots, place: this.#place(outcome.step) });
  }

  async #run(step: Step, instead: string | null, byHand: boolean): Promise<Outcome> {
    const place = this.#place(step);
    const written = this.#written.get(step);
    if (written !== undefined) return written;
    const file = step.type === 'command' ? this.#plan.steps[step.writes ?? -1] : undefined;
    if (file !== undefined) return this.#edit(step, file);
    if (step.skip) {
      const why = message('step-skipped', { reason: step.skip.reason }, place, 'info');
      return notTyped(step, kindOfSkip[step.skip.code], why);
    }
    if (step.type === 'command' && step.script !== undefined) return this.runScript(step, step.script);
    const unfit = unmet(chapterSettings(this.#plan.chapter).requires, this.#engine, place);
    if (unfit) return notTyped(step, 'chapter', unfit);
    const hindered = this.#journey.hindrance(step);
    if (hindered === null) this.#folders.set(step, this.#folders.get(step) ?? this.terminals.folder);
    if (step.type === 'file') {
      if (hindered) return hindered;
      const folders = { start: this.#options.start, current: this.terminals.folder };
      return writeFileStep(step, this.#plan.chapter.path, this.#engine, folders, instead);
    }
    const unwanted = unmet(step.annotation.if, this.#engine, place);
    if (unwanted) return notTyped(step, 'chapter', unwanted);
    if (hindered) return hindered;
    const refusal = refusalOf(step, this.#engine, this.#options.allowDestructive, place);
    if (refusal) return notTyped(step, 'surroundings', refusal);
    return this.#type(step, instead, byHand);
  }

  /** An editor's line does what its reader does there: it writes the file, which comes out as this does. */
  async #edit(step: Step, file: Step): Promise<Outcome> {
    const outcome = this.#outcomes[file.index] ?? (await this.#run(file, null, false));
    this.#written.set(file, outcome);
    if (outcome.status !== 'passed' || step.skip === null) return { ...outcome, step };
    const edited = message('step-edited', { reason: step.skip.reason }, this.#place(step), 'info');
    return { ...outcome, step, messages: [edited] };
  }

  async #type(step: CommandStep, instead: string | null, byHand: boolean): Promise<Outcome> {
    const depth = this.#opened.depthFor(step);
    if (depth === null) return this.#journey.withoutOpener(step, this.#plan.steps[step.opener ?? -1]);
    this.#journey.enter(step.terminal);
    const session = await this.terminals.get(step.terminal, step.text);
    if (step.annotation.cwd && step.into === 'shell') await this.goTo(step.annotation.cwd, step.terminal);
    if (endsThings(step)) await this.#lookBack();
    const { text, used } = substituteBindings(instead ?? step.text, this.#bindings);
    const startedAt = Date.now();
    const output = await this.#answer(session, step, { text, ...(depth !== undefined && { depth }) });
    this.#standing.note(step, output, startedAt);
    this.#journey.leave(this.#plan, this.#opened.in(step.terminal).left(step.index, session.open, output.messages));
    if (output.ended === 'not-typed')
      return notTyped(step, 'chapter', ...output.messages.map((told) => at(told, this.#place(step))));
    const match = this.#match(step, output);
    if ((output.exitCode ?? 0) !== 0 || match?.verdict === 'mismatch') await this.#lookBack();
    this.#bindings = match?.bindings ?? outliving(this.#bindings, step.text);
    this.#bindings = await withUntoldIds(this.#bindings, this.#journey.untoldIds(step), this.#engine, { text, output });
    const outcome = this.#journey.decide(step, {
      typed: text === step.text ? null : this.secrets.mask(text),
      byHand,
      astray: this.astray,
      output,
      match,
      chapterName: (real) => used.find(({ actual }) => actual === real)?.expected ?? real,
      surroundings: await this.#around.of(step, output, match, this.terminals.folder),
    });
    return unlessStopped(outcome, this.#engine, this.#place(step));
  }

  /** A script that prepares the machine, or checks what the reader has done, as the course's platform runs it. */
  async runScript(step: CommandStep, script: ScriptOfStep, byHand = this.astray): Promise<Outcome> {
    const refused = scriptRefused(script, this.#engine, this.#place(step));
    if (refused) return notTyped(step, 'surroundings', refused);
    const output = await this.#scripts.run(step, script, this);
    return this.#journey.decideScript(step, output, this.#outcomes, byHand);
  }

  #answer(session: Session, step: CommandStep, typed: Pick<StepRequest, 'text' | 'depth'>): Promise<Output> {
    const detachFirst = step.detachFirst ?? isAttached(step, this.#opened.in(step.terminal), this.#plan.steps);
    return session.run({
      ...typed,
      ...requestOf(step, this.#options.timeoutMs),
      ...(detachFirst && { detachFirst }),
      ...(this.#standing.isYoung && { justStarted: true as const }),
      ...promiseOf(step, (one, text) => isHeld(this.#match(one, { text, exitCode: null }))),
    });
  }

  #match(step: CommandStep, output: Pick<Output, 'text' | 'exitCode'>) {
    const context = { path: this.path, bindings: this.#bindings, options: this.#options.match };
    return maskedMatch(step, output, context, this.secrets);
  }

  #place(step: Step) {
    return { path: this.#plan.chapter.path, line: step.line, column: step.column };
  }
}
