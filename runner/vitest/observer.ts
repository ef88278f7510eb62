import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { message } from '../core/message.ts';
import type { Plan } from '../core/plan.ts';
import type { ChapterReport, StepReport } from '../core/report.ts';
import type { ChapterPlace, TestReporter } from '../reporter/log.ts';
import { type ChapterHead, headOf, hinderedSteps, withVerdict } from '../reporter/report-of.ts';

/** What a worker says of a chapter besides its steps. */
export interface ChapterMeta {
  readonly head: ChapterHead;
  /** Why none of its steps could be run. */
  readonly hindered: StepReport | null;
}

/** A chapter that is to be run on an engine. */
export interface Expected {
  /** Absolute. */
  readonly file: string;
  readonly engine: string;
  readonly plan: Plan;
  /** How many of its steps are reported. */
  readonly steps: number;
}

interface Seen {
  readonly steps: StepReport[];
  report: ChapterReport | null;
}

/** What vitest's events come to: the report of each chapter. It passes on what happens to those who show it. */
export class Observer implements Reporter {
  readonly #expected: readonly Expected[];
  readonly #shown: readonly TestReporter[];
  readonly #signal: AbortSignal;
  readonly #seen = new Map<string, Seen>();
  #faults: string[] = [];

  constructor(expected: readonly Expected[], shown: readonly TestReporter[], signal: AbortSignal) {
    this.#expected = expected;
    this.#shown = shown;
    this.#signal = signal;
  }

  /** What has come out, for every chapter that was to be run. */
  get reports(): readonly ChapterReport[] {
    return this.#expected.flatMap(({ file, engine, plan }) => {
      const seen = this.#seen.get(keyOf(file, engine));
      if (seen?.report != null) return [seen.report];
      return seen === undefined && !this.#signal.aborted
        ? []
        : [withVerdict(headOf(plan, engine), seen?.steps ?? [], true)];
    });
  }

  /** What went wrong outside of every chapter. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  onTestRunStart(): void {
    this.#faults = [];
  }

  onTestModuleQueued(module: TestModule): void {
    this.#seen.set(keyOf(module.moduleId, module.project.name), { steps: [], report: null });
    const place = this.#placeOf(module);
    for (const reporter of this.#shown) reporter.onChapterStart?.(place);
  }

  onTestCaseReady(test: TestCase): void {
    const place = this.#placeOf(test.module);
    for (const reporter of this.#shown) reporter.onStepStart?.(place, test.name);
  }

  onTestCaseResult(test: TestCase): void {
    const step = test.meta().tutor;
    // What ended because all was ended says nothing.
    if (step === undefined || this.#signal.aborted) return;
    this.#seen.get(keyOf(test.module.moduleId, test.project.name))?.steps.push(step);
    const place = this.#placeOf(test.module);
    for (const reporter of this.#shown) reporter.onStep?.(place, step);
  }

  onTestModuleEnd(module: TestModule): void {
    const seen = this.#seen.get(keyOf(module.moduleId, module.project.name));
    const expected = this.#expectedOf(module);
    if (seen === undefined || expected === undefined) return;
    seen.report = this.#reportOf(module, expected, seen.steps);
    // A filter has left out every step of it.
    if (seen.report === null) this.#seen.delete(keyOf(module.moduleId, module.project.name));
    else for (const reporter of this.#shown) reporter.onChapterEnd?.(seen.report);
  }

  onTestRunEnd(_modules: readonly TestModule[], errors: readonly { readonly message: string }[]): void {
    this.#faults = errors.map((error) => error.message);
  }

  #reportOf(module: TestModule, { plan, engine }: Expected, steps: readonly StepReport[]): ChapterReport | null {
    const meta = module.meta().tutorChapter;
    const head = meta?.head ?? headOf(plan, engine);
    const tests = [...module.children.allTests()];
    const started = tests.filter((test) => test.result().state !== 'skipped' || test.meta().tutor !== undefined);
    const left = tests.filter((test) => test.result().state === 'pending').length;
    if (this.#signal.aborted) return withVerdict(head, steps, true);
    const [error] = module.errors();
    if (error !== undefined) {
      const why = message('worker-failed', { why: error.message }, { path: plan.chapter.path, line: 1, column: 1 });
      const [root] = hinderedSteps(plan, why, false);
      return withVerdict(head, root === undefined ? steps : [root, ...steps]);
    }
    if (started.length === 0 && meta?.hindered == null) return null;
    const all = meta?.hindered == null ? steps : [meta.hindered, ...steps];
    return withVerdict(head, all, left > 0);
  }

  #expectedOf(module: TestModule): Expected | undefined {
    return this.#expected.find(({ file, engine }) => file === module.moduleId && engine === module.project.name);
  }

  #placeOf(module: TestModule): ChapterPlace {
    const path = this.#expectedOf(module)?.plan.chapter.path ?? module.relativeModuleId;
    return { path, engine: module.project.name };
  }
}

function keyOf(file: string, engine: string): string {
  return `${engine} ${file}`;
}
