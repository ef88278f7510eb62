import { canonicalImage, effectsOf } from '../command/index.ts';
import { chapterSettings } from '../config/front-matter.ts';
import type { Engine } from '../core/engine.ts';
import type { Bindings } from '../core/match.ts';
import { type Locale, type Message, message } from '../core/message.ts';
import type { Cause, ChapterOutcomes, ChapterResult, Outcome, Site } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep, Itinerary, Plan, Step } from '../core/plan.ts';
import { refusalIn } from '../engine/index.ts';
import { type MatchOptions, outliving, substituteBindings } from '../matcher/index.ts';
import { Secrets, type Session } from '../session/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { PersonalValues } from '../updater/index.ts';
import { holdsOn } from './condition.ts';
import { Dependencies } from './dependencies.ts';
import { Explanations } from './explanation.ts';
import { writeFileStep } from './file-step.ts';
import { imagesOf } from './images.ts';
import { at, judge } from './judge.ts';
import { kindOfSkip } from './kind-of-skip.ts';
import { maskedMatch } from './masked-match.ts';
import { missingImages, wantedImage } from './missing-image.ts';
import { personalOf } from './personal.ts';
import { Recorder } from './recorder.ts';
import { hangsOnStandIn } from './stand-in.ts';
import { quoted } from './step-options.ts';
import { Terminals } from './terminals.ts';

export interface RunOptions {
  /** Absolute. */
  readonly chapterPath: string;
  /** Folder on the engine's machine in which the chapter starts. */
  readonly start: string;
  readonly columns: number;
  readonly locale: Locale;
  /** For each step that has no limit of its own. */
  readonly timeoutMs: number;
  /** Values that are masked wherever they are printed. */
  readonly secrets: readonly string[];
  readonly match: MatchOptions;
  readonly allowDestructive: boolean;
  /** What each step printed when it was last recorded; null where nothing was. */
  readonly snapshot: Snapshot | null;
  /** A difference from the snapshot is a failure, not a warning. */
  readonly strictSnapshots: boolean;
  readonly signal: AbortSignal;
  /** What the terminal prints, while it prints it; without control sequences. */
  readonly onData?: (text: string) => void;
}

/**
 * A chapter being run on an engine: its terminals, its bindings, what is still missing. Steps are run one by one and in
 * order, by whoever holds it: a loop, a learner's Enter, a test runner.
 */
export class ChapterRun {
  readonly #plan: Plan;
  readonly #engine: Engine;
  readonly #options: RunOptions;
  readonly #terminals: Terminals;
  readonly #dependencies: Dependencies;
  readonly #recorder: Recorder;
  readonly #explanations: Explanations;
  readonly #secrets: Secrets;
  readonly #outcomes: Outcome[] = [];
  readonly #before: readonly ChapterOutcomes[];
  readonly #startedAt = performance.now();
  readonly #images: ReadonlySet<string>;
  #bindings: Bindings = {};

  /** @param earlier the runs of the chapters that it builds on, in their order */
  constructor(itinerary: Itinerary, engine: Engine, options: RunOptions, earlier: readonly ChapterRun[] = []) {
    const { plan } = itinerary;
    this.#plan = plan;
    const last = earlier.at(-1);
    this.#before = earlier.map((run) => ({ plan: run.#plan, outcomes: run.#outcomes }));
    this.#dependencies = last === undefined ? new Dependencies() : last.#dependencies;
    this.#engine = engine;
    this.#options = options;
    this.#secrets = new Secrets(options.secrets);
    this.#terminals = new Terminals(engine, { ...options, secrets: this.#secrets });
    this.#images = new Set(imagesOf(itinerary).map(canonicalImage));
    const personal = new PersonalValues(personalOf(engine), plan.chapter.source);
    this.#recorder = new Recorder(plan, options.snapshot, (text) => personal.neutralLines(text));
    this.#explanations = new Explanations(itinerary, options.chapterPath);
  }

  /** Path of the chapter, as reports name it. */
  get path(): string {
    return this.#plan.chapter.path;
  }

  get outcomes(): readonly Outcome[] {
    return this.#outcomes;
  }

  /** Runs the next step. Resolves to null when there is none left. */
  async next(): Promise<Outcome | null> {
    const step = this.#plan.steps[this.#outcomes.length];
    if (!step) return null;
    this.#options.signal.throwIfAborted();
    const outcome = this.#explain(this.#record(await this.#run(step)));
    this.#dependencies.record(step, didItsWork(outcome), this.path);
    this.#outcomes.push(outcome);
    return outcome;
  }

  /** Counts the next step as skipped, because the person at the keyboard wants it so. */
  skip(why: Message): Outcome | null {
    const step = this.#plan.steps[this.#outcomes.length];
    if (!step) return null;
    const outcome = this.#skipped(step, 'reader', why);
    this.#dependencies.record(step, false, this.path);
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
      before: this.#before,
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

  #explain(outcome: Outcome): Outcome {
    const messages = this.#explanations.of(outcome);
    return messages.length === 0 ? outcome : { ...outcome, messages: [...outcome.messages, ...messages] };
  }

  /** A step that shows no output is held against what it printed when it was last recorded. */
  #record(outcome: Outcome): Outcome {
    const { step, output, match, status } = outcome;
    if (step.type !== 'command' || output === null || status === 'broken') return outcome;
    const why = this.#recorder.record(step, output);
    if (why === null || match !== null) return outcome;
    const strict = this.#options.strictSnapshots;
    const told = message('snapshot-differs', { why }, this.#place(step), strict ? 'error' : 'warning');
    const messages = [...outcome.messages, told];
    if (!strict || status !== 'passed') return { ...outcome, messages };
    return { ...outcome, messages, status: 'failed', cause: { kind: 'chapter', evidence: [told] } };
  }

  async #run(step: Step): Promise<Outcome> {
    const place = this.#place(step);
    if (step.skip)
      return this.#skipped(
        step,
        kindOfSkip[step.skip.code],
        message('step-skipped', { reason: step.skip.reason }, place, 'info'),
      );
    const unfit = this.#unmet(chapterSettings(this.#plan.chapter).requires, step);
    if (unfit) return this.#skipped(step, 'chapter', unfit);
    if (step.type === 'file') {
      const folders = { start: this.#options.start, current: this.#terminals.folder };
      return writeFileStep(step, this.#plan.chapter.path, this.#engine, folders);
    }
    const unmet = this.#unmet(step.annotation.if, step);
    if (unmet) return this.#skipped(step, 'chapter', unmet);
    const unmade = this.#dependencies.missingFor(step);
    if (unmade)
      return this.#skipped(
        step,
        unmade,
        message('step-depends', { what: unmade.what, line: unmade.line }, place, 'info'),
      );
    const refusal = this.#refusal(step);
    if (refusal) return this.#skipped(step, 'surroundings', refusal);
    return this.#type(step);
  }

  async #type(step: CommandStep): Promise<Outcome> {
    const session = await this.#terminals.get(step.terminal);
    if (step.into !== 'shell' && session.open.length <= 1) {
      return this.#skipped(step, 'chapter', message('step-nothing-open', {}, this.#place(step), 'info'));
    }
    const { cwd } = step.annotation;
    if (cwd !== undefined && step.into === 'shell') await this.typeHidden(`cd ${quoted(cwd)}`, step.terminal);
    const { text } = substituteBindings(step.text, this.#bindings);
    const output = await this.#answer(session, step, text);
    if (output.ended === 'not-typed')
      return this.#skipped(step, 'chapter', ...output.messages.map((told) => at(told, this.#place(step))));
    const match = this.#match(step, output);
    this.#bindings = match?.bindings ?? outliving(this.#bindings, step.text);
    const wentWell = output.exitCode === 0 && output.ended === 'exit';
    const missing = wentWell || this.#engine.spec.kind === 'host' ? [] : await missingImages(this.#images);
    const outcome = judge({
      step,
      path: this.#plan.chapter.path,
      typed: text === step.text ? null : this.#secrets.mask(text),
      output,
      match,
      engineAnswers: wentWell || (await this.#engine.alive()),
      standInFault: hangsOnStandIn({
        step,
        images: this.#standIns,
        output: output.text,
        match,
        locale: this.#options.locale,
      }),
      missingImage: wantedImage(missing, output.text),
    });
    const refused = this.#engine.spec.kind === 'host' ? refusalIn(output.text) : null;
    if (refused === null) return outcome;
    const messages = [this.#refused(step, refused)];
    return { ...outcome, status: 'skipped', cause: { kind: 'surroundings', evidence: messages }, messages };
  }

  #answer(session: Session, step: CommandStep, text: string): Promise<Output> {
    const { annotation, expected } = step;
    return session.run({
      text,
      into: step.into,
      answers: annotation.answer ?? step.answers,
      timeoutMs: annotation.timeoutMs ?? this.#options.timeoutMs,
      ...(annotation.interruptAfterMs === undefined ? {} : { interruptAfterMs: annotation.interruptAfterMs }),
      ...(annotation.waitFor === undefined ? {} : { waitFor: annotation.waitFor }),
      // What the chapter says will not answer is not waited for.
      ...(step.failureExpected && expected === null ? { retryForMs: 0 } : {}),
      ...(step.detachFirst ? { detachFirst: true } : {}),
      ...(expected === null || annotation.answer !== undefined ? {} : { shown: expected.text }),
      ...(expected === null ? {} : { holds: (soFar: string) => this.#holds(step, soFar) }),
    });
  }

  #holds(step: CommandStep, text: string): boolean {
    const match = this.#match(step, { text, exitCode: null });
    return match !== null && match.verdict !== 'mismatch';
  }

  #match(step: CommandStep, output: Pick<Output, 'text' | 'exitCode'>) {
    const { path } = this.#plan.chapter;
    const context = { path, bindings: this.#bindings, options: this.#options.match };
    return maskedMatch(step, output, context, this.#secrets);
  }

  #unmet(condition: string | undefined, step: Step): Message | null {
    if (condition === undefined) return null;
    const holds = holdsOn(condition, this.#engine);
    if (holds) return null;
    const code = holds === null ? 'condition-unreadable' : 'condition-unmet';
    return message(code, { condition }, this.#place(step), holds === null ? 'error' : 'info');
  }

  #refusal(step: CommandStep): Message | null {
    if (this.#engine.spec.kind !== 'host' || this.#options.allowDestructive) return null;
    const why = effectsOf(step.text).destructive;
    return why === null ? null : this.#refused(step, why);
  }

  #refused(step: CommandStep, why: string): Message {
    return message('step-refused', { why }, this.#place(step), 'warning');
  }

  #skipped(step: Step, of: Exclude<Cause['kind'], 'step'> | Site, ...why: Message[]): Outcome {
    const cause: Cause =
      typeof of === 'string'
        ? { kind: of, evidence: why }
        : { kind: 'step', of: { chapter: of.chapter, line: of.line }, evidence: why };
    return { step, status: 'skipped', cause, output: null, match: null, typed: null, messages: why };
  }

  #place(step: Step) {
    return { path: this.#plan.chapter.path, line: step.line, column: step.column };
  }
}

/** Whether what the step should have made is there: it ran and did not fail, or opened something. */
function didItsWork({ status, output, step }: Outcome): boolean {
  if (step.type === 'file') return status === 'passed';
  if (output === null) return false;
  return (
    output.exitCode === 0 || output.exitCode === null || output.ended === 'interrupted' || output.ended === 'detached'
  );
}
