import type { afterAll, beforeAll, inject, TaskMeta, TestContext } from 'vitest';
import { chapterId } from '../config/chapter-files.ts';
import type { Engine, EngineSpec } from '../core/engine.ts';
import { type Locale, type Message, message, UserError, wording } from '../core/message.ts';
import type { Itinerary } from '../core/plan.ts';
import type { StepReport } from '../core/report.ts';
import { engineName } from '../engine/index.ts';
import type { ChapterOptions } from '../pipeline/chapter-options.ts';
import type { ChapterRun } from '../pipeline/chapter-run.ts';
import { imagesOf } from '../pipeline/images.ts';
import { rememberRun } from '../pipeline/last-run.ts';
import { openChapter as openRun } from '../pipeline/open-chapter.ts';
import { readItinerary, type SetValues } from '../pipeline/read-itinerary.ts';
import { headOf, headOfResult, hinderedSteps, stepReport } from '../reporter/report-of.ts';
import { reasonOf } from '../reporter/wording.ts';
import { generationOf, readSnapshot } from '../snapshot/store.ts';
import { borrowEngine } from './broker.ts';
import type { ChapterMeta } from './observer.ts';

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
}

declare module 'vitest' {
  interface ProvidedContext {
    tutor: WorkerOptions;
    tutorEngine: EngineSpec;
  }
  interface TaskMeta {
    /** How the step came out: vitest itself knows no `broken` and no cause. */
    tutor?: StepReport;
    /** Of the file: what there is to say of the chapter. */
    tutorChapter?: ChapterMeta;
  }
}

/** A chapter in a test file. Its steps run in order; a test asks for the outcome of its own. */
export interface ChapterUnderTest {
  /**
   * @param site made at the test's place in the chapter; what goes wrong is reported there
   */
  step(index: number, context: TestContext, site: Error): Promise<void>;
}

/** Of the vitest that runs the tests; a project may have another one than tutor. */
export interface Vitest {
  readonly afterAll: typeof afterAll;
  readonly beforeAll: typeof beforeAll;
  readonly inject: typeof inject;
}

/** Opens a chapter for the tests of a generated module, and closes it after the last. */
export function openChapter(file: string, { afterAll, beforeAll, inject }: Vitest): ChapterUnderTest {
  const options = inject('tutor');
  const spec = inject('tutorEngine');
  const stop = new AbortController();
  let itinerary: Itinerary;
  let run: ChapterRun | null = null;
  let engine: Engine | null = null;
  /** In place of the steps, where something stood in the way of all of them: that, then each of them. */
  let hindered: readonly StepReport[] | null = null;
  const open = async (...given: readonly unknown[]) => {
    const suite = suiteIn(given);
    itinerary = await readItinerary({ id: chapterId(file), path: file, section: null }, options.cwd, options.set);
    const { plan } = itinerary;
    suite.meta.tutorChapter = { head: headOf(plan, engineName(spec)), hindered: null };
    try {
      engine = await borrowEngine(options.socket, { spec, images: imagesOf(itinerary) });
      const snapshot = await readSnapshot(options.snapshots, plan.chapter.id, generationOf(engine));
      run = await openRun(itinerary, engine, { ...options, chapterPath: file, snapshot, signal: stop.signal });
    } catch (error) {
      // A set-up that fails is the chapter's fault, at its own line.
      const isOfChapter = error instanceof UserError && error.exitCode === 1;
      hindered = hinderedSteps(plan, hindranceIn(error, engineName(spec), options.locale), isOfChapter);
    }
  };
  const close = async (...given: readonly unknown[]) => {
    const suite = suiteIn(given);
    stop.abort();
    await run?.close();
    if (run !== null) {
      const result = run.result();
      await rememberRun(file, result, (text) => run?.secrets.mask(text) ?? text);
      // A step that is gone has no test to be annotated.
      const notes = run.recorder
        .obsolete()
        .map(({ command }) => message('snapshot-stale', { command, path: result.plan.chapter.path }, {}, 'warning'));
      suite.meta.tutorChapter = { head: headOfResult(result, notes), hindered: null };
    } else if (suite.meta.tutorChapter !== undefined && hindered !== null) {
      suite.meta.tutorChapter = { ...suite.meta.tutorChapter, hindered: hindered[0] ?? null };
    }
    await engine?.stop();
  };
  // Bound, they show vitest no parameters, in whose text it would look for fixtures.
  beforeAll(open.bind(null), 0);
  afterAll(close.bind(null), 0);
  return {
    async step(index, context, site) {
      const report = hindered === null ? await reportOf(index) : hindered[index + 1];
      if (report === undefined) return;
      context.task.meta.tutor = report;
      const told = hindered !== null && index === 0 ? (hindered[0] ?? report) : report;
      await settle(told, context, site, { locale: options.locale, path: itinerary.plan.chapter.path });
    },
  };

  async function reportOf(index: number): Promise<StepReport | undefined> {
    if (run === null) return undefined;
    // A filter may leave tests out, but a step needs those before it.
    while (run.outcomes.length <= index && (await run.next()) !== null);
    const outcome = run.outcomes[index];
    return outcome && stepReport(outcome, itinerary.plan);
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
