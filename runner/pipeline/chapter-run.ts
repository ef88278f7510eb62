import { canonicalImage, effectsOf } from '../command/index.ts';
import { chapterSettings } from '../config/front-matter.ts';
import type { Engine } from '../core/engine.ts';
import type { Bindings, Match } from '../core/match.ts';
import { type Message, message } from '../core/message.ts';
import type { ChapterResult, Outcome } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep, Plan, Step } from '../core/plan.ts';
import { refusalIn } from '../engine/index.ts';
import { outliving, substituteBindings } from '../matcher/index.ts';
import { Secrets, type Session, type StepRequest } from '../session/index.ts';
import { PersonalValues } from '../updater/index.ts';
import { at, kindOfSkip, notTyped, type Surroundings } from '../verdict/index.ts';
import type { ChapterOptions } from './chapter-options.ts';
import { unmet } from './condition.ts';
import { writeFileStep } from './file-step.ts';
import { imagesOf } from './images.ts';
import type { Journey } from './journey.ts';
import { maskedMatch } from './masked-match.ts';
import { isAttached, OpenPrograms } from './open-programs.ts';
import { personalOf } from './personal.ts';
import { probe, withUntoldIds } from './probe.ts';
import { Recorder } from './recorder.ts';
import { quoted, requestOf } from './step-options.ts';
import { Terminals } from './terminals.ts';

/** A server that was started within this time may still be getting ready. */
const readyMs = 20_000;

/**
 * A chapter being run on an engine: its terminals, its bindings, what is still missing. Steps are run one by one and in
 * order, by whoever holds it: a loop, a learner's Enter, a test runner.
 */
export class ChapterRun {
  readonly #plan: Plan;
  readonly #engine: Engine;
  readonly #options: ChapterOptions;
  readonly #terminals: Terminals;
  readonly #journey: Journey;
  readonly #opened = new Map<number, OpenPrograms>();
  readonly #recorder: Recorder;
  readonly secrets: Secrets;
  readonly #outcomes: Outcome[] = [];
  /** What became of the files that were written at their editor's line. */
  readonly #written = new Map<Step, Outcome>();
  readonly #startedAt = performance.now();
  readonly #images: ReadonlySet<string>;
  #bindings: Bindings = {};
  /** The bindings as they are where what was attempted last is accepted. */
  #attempted: Bindings = {};
  #startedContainersAt = Number.NEGATIVE_INFINITY;

  /** @param plan one of the journey's chapters; those before it have been run */
  constructor(journey: Journey, plan: Plan, engine: Engine, options: ChapterOptions) {
    this.#journey = journey;
    this.#plan = plan;
    this.#engine = engine;
    this.#options = options;
    this.secrets = new Secrets(options.secrets);
    this.#terminals = new Terminals(engine, { ...options, secrets: this.secrets });
    this.#images = new Set(imagesOf(journey.itinerary).map(canonicalImage));
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
   * @param instead what the person at the keyboard types in place of the chapter's command
   */
  async next(instead: string | null = null): Promise<Outcome | null> {
    const step = this.#plan.steps[this.#outcomes.length];
    if (!step) return null;
    this.#options.signal.throwIfAborted();
    return this.#keep(this.#record(await this.#run(step, instead)));
  }

  /** Runs the last step once more, in the place of what came of it before. */
  async again(instead: string | null = null): Promise<Outcome | null> {
    this.#outcomes.pop();
    return this.next(instead);
  }

  /**
   * Types a command of the person at the keyboard where the next step, a command, would be typed. It counts as that step
   * only where its outcome is accepted.
   *
   * @param same it is the step's own command, in another spelling
   */
  async attempt(text: string, same: boolean): Promise<Outcome> {
    const step = this.#plan.steps[this.#outcomes.length];
    if (step?.type !== 'command') throw new Error('No command is to be typed here.');
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

  /** Where the steps are typed, for the person at the keyboard. */
  get terminals(): Terminals {
    return this.#terminals;
  }

  /** Counts the next step as skipped, because the person at the keyboard wants it so. */
  skip(why: Message): Outcome | null {
    const step = this.#plan.steps[this.#outcomes.length];
    if (!step) return null;
    return this.#keep(notTyped(step, 'reader', why));
  }

  #keep(outcome: Outcome): Outcome {
    this.#journey.record(outcome);
    this.#outcomes.push(outcome);
    return outcome;
  }

  /** Types a command that is no step: of a set-up, or to be in the right folder. */
  async typeHidden(text: string, terminal = 1): Promise<Output> {
    const session = await this.#terminals.get(terminal);
    return session.run({ text, into: 'shell', answers: [], timeoutMs: this.#options.timeoutMs });
  }

  /** Closes the terminals. The engine is the caller's. */
  async close(): Promise<void> {
    await this.#terminals.close();
  }

  /** What has come out so far. */
  result(): ChapterResult {
    return {
      before: this.#journey.finished,
      plan: this.#plan,
      outcomes: this.#outcomes,
      engine: this.#engine.name,
      dockerVersion: this.#engine.dockerVersion,
      standIns: this.#standIns,
      durationMs: performance.now() - this.#startedAt,
    };
  }

  get #standIns(): readonly string[] {
    return this.#engine.standIns.filter((name) => this.#images.has(name));
  }

  /** What the steps printed, for the snapshot of this engine's generation. */
  get recorder(): Recorder {
    return this.#recorder;
  }

  #record(outcome: Outcome): Outcome {
    return this.#recorder.hold(outcome, { strict: this.#options.strictSnapshots, place: this.#place(outcome.step) });
  }

  async #run(step: Step, instead: string | null): Promise<Outcome> {
    const place = this.#place(step);
    const written = this.#written.get(step);
    if (written !== undefined) return written;
    const file = step.type === 'command' ? this.#plan.steps[step.writes ?? -1] : undefined;
    if (file !== undefined) return this.#edit(step, file);
    if (step.skip) {
      const why = message('step-skipped', { reason: step.skip.reason }, place, 'info');
      return notTyped(step, kindOfSkip[step.skip.code], why);
    }
    const unfit = unmet(chapterSettings(this.#plan.chapter).requires, this.#engine, place);
    if (unfit) return notTyped(step, 'chapter', unfit);
    const hindered = this.#journey.hindrance(step);
    if (step.type === 'file') {
      if (hindered) return hindered;
      const folders = { start: this.#options.start, current: this.#terminals.folder };
      return writeFileStep(step, this.#plan.chapter.path, this.#engine, folders);
    }
    const unwanted = unmet(step.annotation.if, this.#engine, place);
    if (unwanted) return notTyped(step, 'chapter', unwanted);
    if (hindered) return hindered;
    const refusal = this.#refusal(step);
    if (refusal) return notTyped(step, 'surroundings', refusal);
    return this.#type(step, instead);
  }

  /** An editor's line does what its reader does there: it writes the file, which comes out as this does. */
  async #edit(step: Step, file: Step): Promise<Outcome> {
    const outcome = this.#outcomes[file.index] ?? (await this.#run(file, null));
    this.#written.set(file, outcome);
    if (outcome.status !== 'passed' || step.skip === null) return { ...outcome, step };
    const edited = message('step-edited', { reason: step.skip.reason }, this.#place(step), 'info');
    return { ...outcome, step, messages: [edited] };
  }

  async #type(step: CommandStep, instead: string | null, byHand = instead !== null): Promise<Outcome> {
    const depth = this.#depthFor(step);
    if (depth === null) return this.#notOpen(step);
    this.#journey.enter(step.terminal);
    const session = await this.#terminals.get(step.terminal);
    const { cwd } = step.annotation;
    if (cwd !== undefined && step.into === 'shell') await this.typeHidden(`cd ${quoted(cwd)}`, step.terminal);
    const { text, used } = substituteBindings(instead ?? step.text, this.#bindings);
    const output = await this.#answer(session, step, { text, ...(depth !== undefined && { depth }) });
    if (output.exitCode === 0 && effectsOf(step.text).starts.length > 0) this.#startedContainersAt = performance.now();
    this.#openIn(step.terminal).after(step.index, session.open);
    if (output.ended === 'not-typed')
      return notTyped(step, 'chapter', ...output.messages.map((told) => at(told, this.#place(step))));
    const match = this.#match(step, output);
    this.#bindings = match?.bindings ?? outliving(this.#bindings, step.text);
    this.#bindings = await withUntoldIds(this.#bindings, this.#journey.untoldIds(step), this.#engine, { text, output });
    const outcome = this.#journey.decide(step, {
      typed: text === step.text ? null : this.secrets.mask(text),
      byHand,
      output,
      match,
      chapterName: (real) => used.find(({ actual }) => actual === real)?.expected ?? real,
      surroundings: await this.#probe(step, output, match),
    });
    const refused = this.#engine.spec.kind === 'host' ? refusalIn(output.text) : null;
    if (refused === null) return outcome;
    const messages = [this.#refused(step, refused)];
    return { ...outcome, status: 'skipped', cause: { kind: 'surroundings', evidence: messages }, messages };
  }

  #openIn(terminal: number): OpenPrograms {
    const known = this.#opened.get(terminal) ?? new OpenPrograms();
    this.#opened.set(terminal, known);
    return known;
  }

  /** The place among the open programs that a step is meant for; null where its own opener's is not open. */
  #depthFor({ into, opener, terminal, annotation }: CommandStep): number | null | undefined {
    if (into === 'shell' || (opener === undefined && annotation.run === true)) return undefined;
    return opener === undefined ? null : this.#openIn(terminal).depthOf(opener);
  }

  #notOpen(step: CommandStep): Outcome {
    const opener = this.#plan.steps[step.opener ?? -1];
    const place = this.#place(step);
    if (opener === undefined) return notTyped(step, 'chapter', message('step-nothing-open', {}, place, 'info'));
    return this.#journey.withoutOpener(step, opener);
  }

  #probe(step: CommandStep, output: Output, match: Match | null): Promise<Surroundings> {
    const met = new Set(this.#journey.imagesMet(step));
    const standIns = this.#standIns.filter((name) => met.has(name));
    return probe(this.#engine, { step, output, match, images: this.#images, standIns, locale: this.#options.locale });
  }

  #answer(session: Session, step: CommandStep, typed: Pick<StepRequest, 'text' | 'depth'>): Promise<Output> {
    return session.run({
      ...typed,
      ...requestOf(step, this.#options.timeoutMs),
      ...(step.detachFirst || isAttached(step, this.#openIn(step.terminal), this.#plan.steps)
        ? { detachFirst: true }
        : {}),
      ...(performance.now() - this.#startedContainersAt < readyMs ? { justStarted: true } : {}),
      ...(step.expected === null ? {} : { holds: (soFar: string) => this.#holds(step, soFar) }),
    });
  }

  #holds(step: CommandStep, text: string): boolean {
    const match = this.#match(step, { text, exitCode: null });
    return match !== null && match.verdict !== 'mismatch';
  }

  #match(step: CommandStep, output: Pick<Output, 'text' | 'exitCode'>) {
    const context = { path: this.path, bindings: this.#bindings, options: this.#options.match };
    return maskedMatch(step, output, context, this.secrets);
  }

  #refusal(step: CommandStep): Message | null {
    if (this.#engine.spec.kind !== 'host' || this.#options.allowDestructive) return null;
    const why = effectsOf(step.text).destructive;
    return why === null ? null : this.#refused(step, why);
  }

  #refused(step: CommandStep, why: string): Message {
    return message('step-refused', { why }, this.#place(step), 'warning');
  }

  #place(step: Step) {
    return { path: this.#plan.chapter.path, line: step.line, column: step.column };
  }
}
