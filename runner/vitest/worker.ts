import { resolve } from 'node:path';
import type { afterAll, beforeAll, inject, TaskMeta, TestContext } from 'vitest';
import { isMarkdown } from '../config/chapter-files.ts';
import type { Engine, EngineSpec } from '../core/engine.ts';
import { type Locale, type Message, message, UserError, wording } from '../core/message.ts';
import type { Plan } from '../core/plan.ts';
import type { StepReport } from '../core/report.ts';
import { engineName } from '../engine/index.ts';
import type { ChapterOptions } from '../pipeline/chapter-options.ts';
import type { ChapterRun } from '../pipeline/chapter-run.ts';
import { imagesOf } from '../pipeline/images.ts';
import { rememberRun } from '../pipeline/last-run.ts';
import type { SetValues } from '../pipeline/read-itinerary.ts';
import { Stay } from '../pipeline/stay.ts';
import { TerminalRecorder } from '../pipeline/terminal-recorder.ts';
import { headOf, headOfResult, hinderedSteps, stepReport } from '../reporter/report-of.ts';
import { reasonOf } from '../reporter/wording.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { generationOf, readSnapshot } from '../snapshot/store.ts';
import { borrowEngine } from './broker.ts';
import { type ChapterMeta, judgedAnew } from './observer.ts';
import { readModule } from './read-module.ts';

/** Of the terminal, as where nobody looks at it. */
const rows = 50;

/** What the parent process gives its workers; plain data. */
export interface WorkerOptions
  extends Omit<ChapterOptions, 'start' | 'chapterPath' | 'signal' | 'onData' | 'snapshot'> {
  /** Folder of the snapshots, absolute. */
  readonly snapshots: string;
  readonly socket: string;
  readonly assets: string | null;
  readonly cwd: string;
  /** Values of variables. */
  readonly set: SetValues;
  /** What the terminals show is kept. */
  readonly records: boolean;
}

declare module 'vitest' {
  interface ProvidedContext {
    tutor: WorkerOptions;
    tutorEngine: EngineSpec;
  }
  interface TaskMeta {
    /** How the step came out: vitest itself knows no `broken` and no cause. */
    tutor?: StepReport;
    /** When it came out, in milliseconds since 1970: vitest may tell it much later. */
    tutorAt?: number;
    /** Of the file: what there is to say of its chapters. */
    tutorChapters?: readonly ChapterMeta[];
  }
}

/** Chapters in a test file. Their steps run in order; a test asks for the outcome of its own. */
export interface ChaptersUnderTest {
  /**
   * @param number the chapter, from 0
   * @param site made at the test's place in the chapter; what goes wrong is reported there
   */
  step(number: number, index: number, context: TestContext, site: Error): Promise<void>;
}

/** Of the vitest that runs the tests; a project may have another one than tutor. */
export interface Vitest {
  readonly afterAll: typeof afterAll;
  readonly beforeAll: typeof beforeAll;
  readonly inject: typeof inject;
}

/** Opens the chapters for the tests of a generated module, one after another, and closes them after the last test. */
export function openChapters(file: string, { afterAll, beforeAll, inject }: Vitest): ChaptersUnderTest {
  const options = inject('tutor');
  const spec = inject('tutorEngine');
  const stop = new AbortController();
  let plans: readonly Plan[] = [];
  let stay: Stay | null = null;
  let engine: Engine | null = null;
  const runs = new Map<number, ChapterRun>();
  const recorders = new Map<number, TerminalRecorder>();
  /** In place of a chapter's steps, where something stood in the way of all of them: that, then each of them. */
  const hindered = new Map<number, readonly StepReport[]>();
  const open = async (...given: readonly unknown[]) => {
    const suite = suiteIn(given);
    const { itinerary, told } = await readModule(file, options.cwd, options.set);
    plans = told;
    suite.meta.tutorChapters = plans.map((plan) => ({
      head: headOf(plan, engineName(spec)),
      hindered: null,
      recording: null,
    }));
    try {
      engine = await borrowEngine(options.socket, { spec, images: imagesOf(itinerary) });
      stay = await Stay.begin(engine, itinerary, optionsFor(null));
      // A set-up that fails, fails before the first step.
      await openOne(0);
    } catch (error) {
      for (const number of plans.keys()) hinder(number, error);
    }
  };
  const close = async (...given: readonly unknown[]) => {
    const suite = suiteIn(given);
    stop.abort();
    await stay?.close();
    const metas = [...(suite.meta.tutorChapters ?? [])];
    const late: { readonly step: StepReport; readonly path: string }[] = [];
    for (const [number, run] of runs) {
      const result = run.result();
      await rememberRun(pathOf(number), result, (text) => run.secrets.mask(text));
      // A step that is gone has no test to be annotated.
      const notes = run.recorder
        .obsolete()
        .map(({ command }) => message('snapshot-stale', { command, path: result.plan.chapter.path }, {}, 'warning'));
      const recording = recorders.get(number)?.recording ?? null;
      const own = headOfResult(result, notes);
      const asked = engineName(spec);
      // Of a pool it is not known before which of its engines it is.
      const head = { ...own, engine: asked, machine: own.engine === asked ? null : own.engine };
      const revised = run.takeRevised().map((outcome) => stepReport(outcome, result.plan));
      late.push(...revised.filter(({ status }) => status === 'failed').map((step) => ({ step, path: head.path })));
      metas[number] = { head, hindered: null, recording, revised };
    }
    for (const [number, [root]] of hindered) {
      const meta = metas[number];
      if (meta !== undefined) metas[number] = { ...meta, hindered: root ?? null };
    }
    suite.meta.tutorChapters = metas;
    await engine?.stop();
    if (late.length > 0) throw lateError(late, options.locale);
  };
  // Bound, they show vitest no parameters, in whose text it would look for fixtures.
  beforeAll(open.bind(null), 0);
  afterAll(close.bind(null), 0);
  return {
    async step(number, index, context, site) {
      const plan = plans[number];
      if (plan === undefined) return;
      await openOne(number).catch((error: unknown) => hinder(number, error));
      const all = hindered.get(number);
      const report = all === undefined ? await reportOf(number, index) : all[index + 1];
      if (report === undefined) return;
      context.task.meta.tutor = report;
      context.task.meta.tutorAt = Date.now();
      const told = all !== undefined && index === 0 ? (all[0] ?? report) : report;
      await settle(told, context, site, { locale: options.locale, path: plan.chapter.path });
    },
  };

  /** A filter may leave tests out, but a chapter needs those before it. */
  async function openOne(number: number): Promise<void> {
    const plan = plans[number];
    if (plan === undefined || stay === null || engine === null || runs.has(number) || hindered.has(number)) return;
    const snapshot = await readSnapshot(options.snapshots, plan.chapter.id, generationOf(engine));
    const recorder = new TerminalRecorder({ columns: options.columns, rows });
    if (options.records) recorders.set(number, recorder);
    const watched = options.records
      ? { rows, showsAll: true, onData: (text: string, terminal: number) => recorder.show(text, terminal) }
      : {};
    runs.set(number, await stay.open(plan, { ...optionsFor(snapshot), ...watched }));
  }

  function hinder(number: number, error: unknown): void {
    const plan = plans[number];
    if (plan === undefined) return;
    // A set-up that fails is the chapter's fault, at its own line.
    const isOfChapter = error instanceof UserError && error.exitCode === 1;
    hindered.set(number, hinderedSteps(plan, hindranceIn(error, engineName(spec), options.locale), isOfChapter));
  }

  async function reportOf(number: number, index: number): Promise<StepReport | undefined> {
    const run = runs.get(number);
    const plan = plans[number];
    if (run === undefined || plan === undefined) return undefined;
    // A filter may leave tests out, but a step needs those before it.
    while (run.outcomes.length <= index) {
      recorders.get(number)?.step(run.outcomes.length);
      if ((await run.next()) === null) break;
    }
    const outcome = run.outcomes[index];
    return outcome && stepReport(outcome, plan);
  }

  function optionsFor(snapshot: Snapshot | null) {
    return { ...options, chapterPath: file, snapshot, signal: stop.signal };
  }

  function pathOf(number: number): string {
    return isMarkdown(file) ? file : resolve(options.cwd, plans[number]?.chapter.path ?? '');
  }
}

/** What a hook is given of the file: vitest 4 gives it after the fixtures, earlier ones before. */
function suiteIn(given: readonly unknown[]): { readonly meta: TaskMeta } {
  return given.find((one) => typeof one === 'object' && one !== null && 'meta' in one) as { readonly meta: TaskMeta };
}

/** What stood in the way of a chapter, as a sentence. */
function hindranceIn(error: unknown, engine: string, locale: Locale): Message {
  if (error instanceof UserError && error.exitCode === 1) return error.details;
  const why = error instanceof UserError ? wording(error.details, locale) : (error as Error).message;
  return message('engine-unready', { engine, why });
}

/** Their tests have passed before it showed: the file fails in their place. */
function lateError(late: readonly { readonly step: StepReport; readonly path: string }[], locale: Locale): Error {
  const lines = late.map(({ step, path }) => `${path}:${step.at.line}: ${reasonOf(step, locale)}`);
  const error = new Error(lines.join('\n'));
  error.name = judgedAnew;
  error.stack = `${judgedAnew}: ${error.message}`;
  return error;
}

interface Telling {
  readonly locale: Locale;
  readonly path: string;
}

/** Tells vitest how a step came out: an error has its words and its place in the chapter, and no other stack. */
async function settle(step: StepReport, context: TestContext, site: Error, { locale, path }: Telling): Promise<void> {
  const { status, at, compared, messages } = step;
  for (const told of messages) {
    if (told.severity === 'warning') await context.annotate(wording(told, locale), 'warning');
  }
  if (status === 'passed') return;
  const text = reasonOf(step, locale);
  if (status === 'skipped') context.skip(text);
  site.name = `${path}:${at.line}`;
  site.message = `${status === 'broken' ? 'broken: ' : ''}${text}`;
  site.stack = `${site.name}: ${site.message}\n    at ${path}:${at.line}:${at.column}`;
  if (compared !== null) Object.assign(site, { expected: compared.expected, actual: compared.actual, showDiff: true });
  throw site;
}
