import { stripVTControlCharacters } from 'node:util';
import type { afterAll, beforeAll, inject, TestContext } from 'vitest';
import { chapterId } from '../config/chapter-files.ts';
import type { Engine, EngineSpec } from '../core/engine.ts';
import { type Locale, UserError, wording } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import { shown } from '../core/terminal-text.ts';
import type { ChapterOptions } from '../pipeline/chapter-options.ts';
import type { ChapterRun } from '../pipeline/chapter-run.ts';
import { imagesOf } from '../pipeline/images.ts';
import { rememberRun } from '../pipeline/last-run.ts';
import { openChapter as openRun } from '../pipeline/open-chapter.ts';
import { readItinerary, type SetValues } from '../pipeline/read-itinerary.ts';
import { type Ending, type ExitCode, endingOf, exitCodeOfPrerequisites } from '../reporter/exit-code.ts';
import { generationOf, readSnapshot } from '../snapshot/store.ts';
import { borrowEngine } from './broker.ts';

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
    tutor?: StepEnding;
  }
}

/** How a step came out, and the chapters that its chapter builds on. */
export interface StepEnding extends Ending {
  /** Exit code of those chapters. */
  readonly before: ExitCode;
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
  const stop = new AbortController();
  let run: ChapterRun;
  let engine: Engine;
  let unready: UserError | null = null;
  beforeAll(async () => {
    const itinerary = await readItinerary({ id: chapterId(file), path: file, section: null }, options.cwd, options.set);
    engine = await borrowEngine(options.socket, { spec: inject('tutorEngine'), images: imagesOf(itinerary) });
    const snapshot = await readSnapshot(options.snapshots, itinerary.plan.chapter.id, generationOf(engine));
    try {
      run = await openRun(itinerary, engine, { ...options, chapterPath: file, snapshot, signal: stop.signal });
    } catch (error) {
      // A set-up that fails is the chapter's fault, at its own line.
      if (!(error instanceof UserError)) throw error;
      unready = error;
    }
  }, 0);
  afterAll(async () => {
    stop.abort();
    await run?.close();
    if (run) await rememberRun(file, run.result(), (text) => run.secrets.mask(text));
    for (const { command } of run?.recorder.obsolete() ?? []) {
      // vitest shows what a test file prints; a step that is gone has no test to be annotated.
      process.stderr.write(
        shown(`${wording({ code: 'snapshot-stale', args: { command, path: run.path } }, options.locale)}\n`),
      );
    }
    await engine?.stop();
  }, 0);
  return {
    async step(index, context, site) {
      if (unready !== null) refuse(unready, context, site, options.locale);
      // A filter may leave tests out, but a step needs those before it.
      while (run.outcomes.length <= index && (await run.next()) !== null);
      const outcome = run.outcomes[index];
      if (!outcome) return;
      context.task.meta.tutor = { ...endingOf(outcome), before: exitCodeOfPrerequisites(run.result().before) };
      await settle(outcome, context, site, { locale: options.locale, path: run.path });
    },
  };
}

/** Fails the test at the line of the set-up that failed. */
function refuse({ details }: UserError, context: TestContext, site: Error, locale: Locale): never {
  context.task.meta.tutor = { status: 'failed', cause: 'chapter', byAuthor: false, before: 0 };
  place(site, { path: details.path ?? '', line: details.line ?? 1, column: 1 }, wording(details, locale));
  throw site;
}

interface ChapterPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Gives an error its words and its place in a chapter, and no other: the rest of the stack tells tutor's user nothing. */
function place(site: Error, { path, line, column }: ChapterPlace, text: string): void {
  site.name = shown(`${path}:${line}`);
  site.message = shown(text);
  site.stack = `${site.name}: ${site.message}\n    at ${path}:${line}:${column}`;
}

async function settle(
  outcome: Outcome,
  context: TestContext,
  site: Error,
  { locale, path }: { readonly locale: Locale; readonly path: string },
): Promise<void> {
  const { status, step, match } = outcome;
  const text = outcome.messages.map((told) => wording(told, locale)).join('\n');
  for (const told of outcome.messages) {
    if (told.severity === 'warning') await context.annotate(shown(wording(told, locale)), 'warning');
  }
  if (status === 'passed') return;
  if (status === 'skipped') context.skip(shown(text));
  const [told] = outcome.messages.filter(({ severity, line }) => severity === 'error' && line !== null);
  const { line, column } = { line: told?.line ?? step.line, column: told?.column ?? 1 };
  place(site, { path, line, column }, `${status === 'broken' ? 'broken: ' : ''}${stripVTControlCharacters(text)}`);
  if (match && step.type === 'command' && outcome.messages.some(({ code }) => code === 'step-mismatch')) {
    Object.assign(site, {
      expected: shown(step.expected?.text ?? ''),
      actual: shown(match.resolved.map((line) => line.text).join('\n')),
      showDiff: true,
    });
  }
  throw site;
}
