import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import type { EngineSpec } from '../core/engine.ts';
import { shown } from '../core/terminal-text.ts';
import { makeScratch } from '../engine/index.ts';
import type { TestReporter } from '../reporter/log.ts';
import { type HostOptions, openBroker } from './broker.ts';
import type { TestedChapter } from './module.ts';
import { Observer, type Tested } from './observer.ts';
import { chapters } from './plugin.ts';
import type { WorkerOptions } from './worker.ts';

/** A chapter, or the pages of a course, to be run on an engine. */
export interface Assignment {
  /** The chapter, or what describes the course; absolute. */
  readonly file: string;
  readonly chapters: readonly TestedChapter[];
  readonly engine: { readonly name: string; readonly spec: EngineSpec };
}

export interface TestJob {
  readonly assignments: readonly Assignment[];
  readonly root: string;
  readonly worker: Omit<WorkerOptions, 'socket'>;
  /** Names of vitest's own reporters. */
  readonly reporters: readonly string[];
  readonly shown: readonly TestReporter[];
  /** Only steps whose title fits (vitest's `-t`). */
  readonly pattern: string | null;
  /** Chapters at a time. */
  readonly workers: number;
  /** After how many steps that went wrong all ends; 0: never. */
  readonly bail: number;
  /** Chapters that could not be run are run once more. */
  readonly retryBroken: boolean;
  /** Goes on until the signal, and runs a chapter again when what it hangs on changes. */
  readonly watch: {
    /** The chapters, as absolute paths, that hang on a file. */
    readonly hanging: (file: string) => readonly string[];
    readonly afterRun: (tested: Tested) => Promise<void>;
  } | null;
  readonly host: HostOptions;
  readonly signal: AbortSignal;
}

/** Runs chapters as vitest test files, on each engine. */
export async function runTests(job: TestJob): Promise<Tested> {
  const broker = await openBroker(job.signal, job.host);
  const scratch = makeScratch();
  const expected = job.assignments.map(({ file, chapters: own, engine }) => ({
    file,
    chapters: own,
    engine: engine.name,
  }));
  const observer = new Observer(expected, job.shown, job.signal, job.watch?.afterRun);
  try {
    const vitest = await withTemporaryFolder(scratch, () => createQuietly(job, observer, broker.socket));
    const cancel = () => void vitest.cancelCurrentRun('keyboard-input');
    job.signal.addEventListener('abort', cancel);
    try {
      await vitest.start();
      if (job.watch !== null) await endOf(job.signal);
      else if (job.retryBroken && !job.signal.aborted) await runBrokenAgain(vitest, observer, job);
      return observer;
    } finally {
      job.signal.removeEventListener('abort', cancel);
      await vitest.close();
    }
  } finally {
    await broker.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

function endOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())));
}

async function runBrokenAgain(vitest: Vitest, { reports }: Observer, { assignments }: TestJob): Promise<void> {
  const broken = reports.filter(({ verdict }) => verdict === 'broken');
  const again = assignments.filter(({ chapters: own, engine }) =>
    broken.some((report) => report.engine === engine.name && own.some(({ plan }) => plan.chapter.path === report.path)),
  );
  const specifications = again.flatMap(({ file, engine }) =>
    vitest.getModuleSpecifications(file).filter(({ project }) => project.name === engine.name),
  );
  if (specifications.length > 0) await vitest.rerunTestSpecifications(specifications);
}

/** vitest chooses its temporary folders when it is made, and leaves them when it is killed; nobody else is to see ours. */
async function withTemporaryFolder<T>(folder: string, make: () => Promise<T>): Promise<T> {
  const users = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await make();
  } finally {
    if (users === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = users;
  }
}

/** vitest ends the process a millisecond after a signal; the engines need longer than that. */
async function createQuietly(job: TestJob, observer: Observer, socket: string): Promise<Vitest> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = new Map(signals.map((name) => [name, new Set(process.listeners(name))]));
  const engines = [...new Map(job.assignments.map(({ engine }) => [engine.name, engine])).values()];
  const vitest = await createVitest('test', configOf(job, observer), {
    root: job.root,
    test: { projects: engines.map((engine) => projectOf(job, engine, socket)) },
  });
  guardLog(vitest);
  for (const name of signals) {
    for (const listener of process.listeners(name)) if (!before.get(name)?.has(listener)) process.off(name, listener);
  }
  return vitest;
}

/** Titles and messages are clean already; the lines that vitest shows around a fault are the chapter's own, as they are. */
function guardLog({ logger }: Vitest): void {
  const print = logger.error.bind(logger);
  logger.highlight = (_path, source) => shown(source);
  logger.error = (...parts: unknown[]) =>
    print(...parts.map((part) => (typeof part === 'string' ? coloured(part) : part)));
}

/** Of what a terminal obeys only colours: of a chapter that is very long vitest asks for no `highlight`. */
function coloured(text: string): string {
  return text
    .split(/(\x1b\[(?:[1-47]|2[2-47-9]|[349]\d|0|39|49)?m)/)
    .map((part, index) => (index % 2 === 1 ? part : shown(part)))
    .join('');
}

function triggerOf({ hanging }: NonNullable<TestJob['watch']>) {
  return (file: string) => [...hanging(file)];
}

/** What holds for the whole run. */
function configOf(job: TestJob, observer: Observer) {
  return {
    root: job.root,
    watch: job.watch !== null,
    ...(job.watch === null ? {} : { watchTriggerPatterns: [{ pattern: /./, testsToRun: triggerOf(job.watch) }] }),
    bail: job.bail,
    // It would lie among the user's files; what came out the last time is remembered elsewhere.
    cache: false as const,
    sequence: { sequencer: inOrder(job.assignments) },
    config: false as const,
    maxWorkers: job.workers,
    passWithNoTests: true,
    reporters: [observer, ...job.reporters],
    ...(job.pattern ? { testNamePattern: job.pattern } : {}),
  };
}

/** Chapters are begun in the order in which they were given, whatever their size is and however they came out before. */
function inOrder(assignments: readonly Assignment[]) {
  const places = new Map(assignments.map(({ file, engine }, place) => [`${engine.name} ${file}`, place]));
  const placeOf = ({ moduleId, project }: TestSpecification) => places.get(`${project.name} ${moduleId}`) ?? 0;
  return class {
    async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      return [...files].sort((one, other) => placeOf(one) - placeOf(other));
    }
    async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
      return files;
    }
  };
}

/** The chapters on one engine. */
function projectOf(job: TestJob, { name, spec }: Assignment['engine'], socket: string) {
  const own = job.assignments.filter(({ engine }) => engine.name === name);
  return {
    plugins: [chapters(job.worker.set, new Map(own.map((one) => [one.file, one.chapters])), job.watch !== null)],
    root: job.root,
    test: {
      name,
      include: own.map(({ file }) => escapePath(relative(job.root, file))),
      exclude: [],
      pool: 'forks' as const,
      // Chapters share nothing but the program, which is loaded once: each opens an engine and terminals of its own.
      isolate: false,
      // Only chapters need vite; the worker runs as it was built.
      server: { deps: { external: [/\.js$/] } },
      provide: { tutor: { ...job.worker, socket }, tutorEngine: spec },
      // Steps have limits of their own, and a step's test may wait for those before it.
      testTimeout: 0,
      hookTimeout: 0,
      teardownTimeout: 30_000,
      includeTaskLocation: true,
      sequence: { shuffle: false, concurrent: false },
    },
  };
}

/** A path as a pattern that fits it alone. */
function escapePath(path: string): string {
  return path.replaceAll(/[()[\]{}!*+?@|\\]/g, '\\$&');
}
