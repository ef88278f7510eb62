import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';
import { isMarkdown } from '../config/chapter-files.ts';
import { message } from '../core/message.ts';
import { type Recording, recordingKey } from '../core/recording.ts';
import type { ChapterReport, StepReport } from '../core/report.ts';
import type { ChapterPlace, TestReporter } from '../reporter/log.ts';
import { type ChapterHead, endedSteps, headOf, hinderedSteps, withVerdict } from '../reporter/report-of.ts';
import type { TestedChapter } from './module.ts';

/** What a worker says of a chapter besides its steps. */
export interface ChapterMeta {
  readonly head: ChapterHead;
  /** Why none of its steps could be run. */
  readonly hindered: StepReport | null;
  /** Steps that were judged anew after their tests had ended. */
  readonly revised?: readonly StepReport[];
  /** Null where nobody wants it. */
  readonly recording: Recording | null;
}

/** A chapter, or the pages of a course, that are to be run on an engine. */
export interface Expected {
  /** Absolute. */
  readonly file: string;
  readonly engine: string;
  readonly chapters: readonly TestedChapter[];
}

interface Seen {
  /** How the steps of each chapter came out. */
  readonly steps: readonly StepReport[][];
  /** The tests of which that was heard. */
  readonly told: Set<string>;
  reports: readonly ChapterReport[] | null;
}

/** What came out of the chapters, and what went wrong outside of all of them. */
export interface Tested {
  readonly reports: readonly ChapterReport[];
  readonly recordings: ReadonlyMap<string, Recording>;
  readonly faults: readonly string[];
}

/** What vitest's events come to: the report of each chapter. It passes on what happens to those who show it. */
export class Observer implements Reporter, Tested {
  readonly #expected: readonly Expected[];
  readonly #shown: readonly TestReporter[];
  readonly #signal: AbortSignal;
  /** When the signal came. */
  #endedAt = Number.POSITIVE_INFINITY;
  readonly #seen = new Map<string, Seen>();
  /** Files of which a filter has left out every step. */
  readonly #filtered = new Set<string>();
  #faults: string[] = [];
  readonly #recordings = new Map<string, Recording>();
  readonly #afterRun: ((tested: Tested) => Promise<void>) | undefined;

  constructor(
    expected: readonly Expected[],
    shown: readonly TestReporter[],
    signal: AbortSignal,
    afterRun?: (tested: Tested) => Promise<void>,
  ) {
    this.#afterRun = afterRun;
    this.#expected = expected;
    this.#shown = shown;
    this.#signal = signal;
    signal.addEventListener('abort', () => (this.#endedAt = Date.now()), { once: true });
  }

  /** What has come out, for every chapter that was to be run. */
  get reports(): readonly ChapterReport[] {
    return this.#expected.flatMap(({ file, engine, chapters }) => {
      const key = keyOf(file, engine);
      const seen = this.#seen.get(key);
      if (this.#filtered.has(key)) return [];
      if (seen?.reports != null) return seen.reports;
      return chapters.map(({ plan, reported }, number) =>
        withVerdict(headOf(plan, engine), endedSteps(plan, reported, seen?.steps[number] ?? []), true),
      );
    });
  }

  /** What the terminals of the chapters showed, by {@link recordingKey}; none where nobody wants it. */
  get recordings(): ReadonlyMap<string, Recording> {
    return this.#recordings;
  }

  /** What went wrong outside of every chapter. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  onTestRunStart(): void {
    this.#faults = [];
  }

  onTestModuleQueued(module: TestModule): void {
    const steps = (this.#expectedOf(module)?.chapters ?? []).map(() => []);
    this.#seen.set(keyOf(fileOf(module), module.project.name), { steps, told: new Set(), reports: null });
    const place = this.#placeOf(module);
    for (const reporter of this.#shown) reporter.onChapterStart?.(place);
  }

  onTestCaseReady(test: TestCase): void {
    const place = this.#placeOf(test.module, this.#chapterOf(test));
    for (const reporter of this.#shown) reporter.onStepStart?.(place, test.name);
  }

  onTestCaseResult(test: TestCase): void {
    const { tutor: step, tutorAt = 0 } = test.meta();
    // What ended because all was ended says nothing.
    if (step === undefined || tutorAt >= this.#endedAt) return;
    const seen = this.#seen.get(keyOf(fileOf(test.module), test.project.name));
    // Of a file that it cancels vitest tells every test once more.
    if (seen === undefined || seen.told.has(test.id)) return;
    seen.told.add(test.id);
    seen.steps[this.#chapterOf(test)]?.push(step);
    const place = this.#placeOf(test.module, this.#chapterOf(test));
    for (const reporter of this.#shown) reporter.onStep?.(place, step);
  }

  onTestModuleEnd(module: TestModule): void {
    const key = keyOf(fileOf(module), module.project.name);
    const seen = this.#seen.get(key);
    const expected = this.#expectedOf(module);
    if (seen === undefined || expected === undefined) return;
    const reports = expected.chapters.flatMap(
      (_, number) => this.#reportOf(module, expected, number, seen.steps[number] ?? []) ?? [],
    );
    seen.reports = reports;
    if (reports.length === 0) this.#filtered.add(key);
    for (const report of reports) for (const reporter of this.#shown) reporter.onChapterEnd?.(report);
  }

  async onTestRunEnd(_modules: readonly TestModule[], errors: readonly { readonly message: string }[]): Promise<void> {
    this.#faults = errors.map((error) => error.message);
    await this.#afterRun?.(this);
  }

  #reportOf(
    module: TestModule,
    { chapters, engine }: Expected,
    number: number,
    steps: readonly StepReport[],
  ): ChapterReport | null {
    const tested = chapters[number];
    if (tested === undefined) return null;
    const { plan, reported } = tested;
    const meta = module.meta().tutorChapters?.[number];
    const head = meta?.head ?? headOf(plan, engine);
    const tests = [...module.children.allTests()].filter((test) => this.#chapterOf(test) === number);
    const started = tests.filter((test) => test.result().state !== 'skipped' || test.meta().tutor !== undefined);
    const left = tests.filter((test) => test.result().state === 'pending').length;
    if (this.#signal.aborted) return withVerdict(head, endedSteps(plan, reported, steps), true);
    const [error] = module.errors();
    if (error !== undefined && error.name !== judgedAnew) {
      const why = message('worker-failed', { why: error.message }, { path: plan.chapter.path, line: 1, column: 1 });
      const [root] = hinderedSteps(plan, why, false);
      return withVerdict(head, root === undefined ? steps : [root, ...steps]);
    }
    if (reported.length === 0) return withVerdict(head, []);
    if (started.length === 0 && meta?.hindered == null) return null;
    if (meta?.recording != null)
      this.#recordings.set(recordingKey({ path: plan.chapter.path, engine }), meta.recording);
    const latest = steps.map((step) => meta?.revised?.find((anew) => isSame(step, anew)) ?? step);
    const all = meta?.hindered == null ? latest : [meta.hindered, ...latest];
    return left > 0 ? withVerdict(head, endedSteps(plan, reported, all), true) : withVerdict(head, all);
  }

  /** Which of its file's chapters a test is of: each that has tests is a suite of its own. */
  #chapterOf(test: TestCase): number {
    const chapters = this.#expectedOf(test.module)?.chapters ?? [];
    if (isMarkdown(fileOf(test.module))) return 0;
    let top: TestCase | TestSuite = test;
    while (top.parent.type === 'suite') top = top.parent;
    const withTests = chapters.flatMap(({ reported }, number) => (reported.length > 0 ? [number] : []));
    return withTests[[...test.module.children].indexOf(top)] ?? 0;
  }

  #expectedOf(module: TestModule): Expected | undefined {
    return this.#expected.find(({ file, engine }) => file === fileOf(module) && engine === module.project.name);
  }

  #placeOf(module: TestModule, number = 0): ChapterPlace {
    const path = this.#expectedOf(module)?.chapters[number]?.plan.chapter.path ?? module.relativeModuleId;
    return { path, engine: module.project.name };
  }
}

/** Name of the error with which a module fails whose steps were judged anew after their tests. */
export const judgedAnew = 'JudgedAnew';

function isSame(step: StepReport, other: StepReport): boolean {
  return step.line === other.line && step.column === other.column && step.text === other.text;
}

/** The file that a module was made of. */
function fileOf({ moduleId }: TestModule): string {
  return moduleId.replace(/#course$/, '');
}

function keyOf(file: string, engine: string): string {
  return `${engine} ${file}`;
}
