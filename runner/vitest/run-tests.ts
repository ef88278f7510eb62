import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { createVitest, type TestCase, type TestModule, type Vitest } from 'vitest/node';
import type { EngineSpec } from '../core/engine.ts';
import { shown } from '../core/terminal-text.ts';
import { makeScratch } from '../engine/index.ts';
import { type ExitCode, exitCodeOf, worst } from '../reporter/exit-code.ts';
import { type HostOptions, openBroker } from './broker.ts';
import { chapters } from './plugin.ts';
import type { StepEnding, WorkerOptions } from './worker.ts';

export interface TestJob {
  /** Absolute paths of the chapters. */
  readonly files: readonly string[];
  readonly engines: readonly { readonly name: string; readonly spec: EngineSpec }[];
  readonly root: string;
  readonly worker: Omit<WorkerOptions, 'socket'>;
  /** Names of vitest reporters. */
  readonly reporters: readonly string[];
  /** File for reporters that write one. */
  readonly outputFile: string | null;
  /** Only steps whose title fits (vitest's `-t`). */
  readonly pattern: string | null;
  /** Chapters at a time. */
  readonly workers: number;
  readonly host: HostOptions;
  readonly signal: AbortSignal;
}

/** Runs chapters as vitest test files, on each engine. Resolves to the exit code of each chapter on each engine. */
export async function runTests(job: TestJob): Promise<ExitCode[]> {
  const broker = await openBroker(job.signal, job.host);
  const scratch = makeScratch();
  try {
    const vitest = await withTemporaryFolder(scratch, () => createQuietly(job, broker.socket));
    const cancel = () => void vitest.cancelCurrentRun('keyboard-input');
    job.signal.addEventListener('abort', cancel);
    try {
      await vitest.start();
      return vitest.state.getTestModules().map(exitCodeOfModule);
    } finally {
      job.signal.removeEventListener('abort', cancel);
      await vitest.close();
    }
  } finally {
    await broker.close();
    await rm(scratch, { recursive: true, force: true });
  }
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
async function createQuietly(job: TestJob, socket: string): Promise<Vitest> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = new Map(signals.map((name) => [name, new Set(process.listeners(name))]));
  const vitest = await createVitest('test', configOf(job), {
    root: job.root,
    test: { projects: job.engines.map((engine) => projectOf(job, engine, socket)) },
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

/** What holds for the whole run. */
function configOf(job: TestJob) {
  return {
    root: job.root,
    watch: false,
    config: false as const,
    maxWorkers: job.workers,
    passWithNoTests: true,
    reporters: [...job.reporters],
    ...(job.outputFile ? { outputFile: job.outputFile } : {}),
    ...(job.pattern ? { testNamePattern: job.pattern } : {}),
  };
}

/** The chapters on one engine. */
function projectOf(job: TestJob, { name, spec }: TestJob['engines'][number], socket: string) {
  return {
    plugins: [chapters(job.worker.set)],
    root: job.root,
    test: {
      name,
      include: job.files.map((file) => relative(job.root, file)),
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

function exitCodeOfModule(module: TestModule): ExitCode {
  const endings = [...module.children.allTests()].flatMap((test) => endingOfTest(test) ?? []);
  const broken = module.errors().length > 0 ? [unknown] : [];
  return worst([exitCodeOf([...endings, ...broken]), ...endings.map(({ before }) => before)]);
}

/** A test that vitest itself ended, or whose engine did not come. */
const unknown: StepEnding = { status: 'broken', cause: 'surroundings', byAuthor: false, before: 0 };

/** Null for one that a filter left out. */
function endingOfTest(test: TestCase): StepEnding | null {
  const known = test.meta().tutor;
  if (known) return known;
  return test.result().state === 'failed' ? unknown : null;
}
