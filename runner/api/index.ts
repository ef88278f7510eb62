import { dirname, resolve } from 'node:path';
import { readConfig } from '../config/config-file.ts';
import { linesOf, withoutEnd } from '../core/lines.ts';
import type { Match } from '../core/match.ts';
import { type Locale, type Severity, wording } from '../core/message.ts';
import type { ChapterReport, RunReport } from '../core/report.ts';
import type { RunSettings } from '../core/run-settings.ts';
import { engineName, resolveEngines, startEngine } from '../engine/index.ts';
import { hasFileIn, hasFileOfCourse } from '../lint/course-files.ts';
import { lint as lintItinerary } from '../lint/lint.ts';
import { matchOutput } from '../matcher/index.ts';
import { findChapters } from '../pipeline/find-chapters.ts';
import { imagesOf } from '../pipeline/images.ts';
import { readItineraries } from '../pipeline/read-itinerary.ts';
import { refuseBadAnnotations } from '../pipeline/read-plan.ts';
import { runChapter } from '../pipeline/run-chapter.ts';
import { chapterOptions } from '../pipeline/run-settings.ts';
import { type PlanJson, planJson } from '../planner/plan-json.ts';
import { reports } from '../reporter/choice.ts';
import { headOfResult, stepReport, withVerdict } from '../reporter/report-of.ts';
import { runReport } from '../reporter/run-report.ts';

export type { DiffLine, Match, ToleranceUse } from '../core/match.ts';
export type { ChapterReport, ChapterVerdict, RunReport, StepReport, StepsOfChapter } from '../core/report.ts';
export type { PlanJson };

/** Where chapters are looked for, and what their variables are. */
export interface ReadOptions {
  /** Folder that paths are relative to. Default: the current one. */
  readonly cwd?: string;
  /** Values of variables, as `--set` gives them. */
  readonly set?: Readonly<Record<string, string>>;
}

/** Reads a chapter: what would be typed, into what, and what should come out; as `tutor plan --json`. Runs nothing. */
export async function plan(chapter: string, options: ReadOptions = {}): Promise<PlanJson> {
  const [itinerary] = await read([chapter], options);
  if (itinerary === undefined) throw new Error(`No chapter ${chapter}`);
  return planJson(itinerary.plan);
}

/** What a reader would stumble over. */
export interface LintFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly text: string;
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** Finds what a reader would stumble over, as `tutor lint`. Runs nothing. */
export async function lint(
  chapters: readonly string[],
  options: ReadOptions & { readonly locale?: Locale } = {},
): Promise<readonly LintFinding[]> {
  const { cwd = process.cwd(), locale = 'en' } = options;
  const config = await readConfig(cwd);
  const itineraries = await read(chapters, options);
  return itineraries.flatMap((itinerary) => {
    const roots = [dirname(resolve(cwd, itinerary.plan.chapter.path)), config.root];
    const hasFile = (path: string) =>
      roots.some((root) => hasFileIn(root, path)) || hasFileOfCourse(itinerary.course, path);
    return lintItinerary(itinerary, { hasFile, isUnversioned: (image) => config.unversioned.includes(image) }).map(
      ({ rule, message: { severity, path, line, column, ...told } }) => {
        return { rule, severity, text: wording(told, locale), path, line, column };
      },
    );
  });
}

/** Two texts to be compared. */
export interface MatchRequest {
  /** The command that printed the actual output. */
  readonly command: string;
  readonly expected: string;
  readonly actual: string;
  /** What the values of earlier outputs are here. */
  readonly bindings?: Readonly<Record<string, string>>;
  readonly strict?: readonly string[] | 'all';
  readonly loose?: readonly string[];
}

/** Compares two texts as tutor compares expected and actual output, as `tutor match`. */
export async function match({ command, expected, actual, bindings = {}, strict, loose }: MatchRequest): Promise<Match> {
  return matchOutput({
    command,
    expected: linesOf(withoutEnd(expected)),
    actual,
    bindings,
    options: { ...(strict === undefined ? {} : { strict }), ...(loose === undefined ? {} : { loose }) },
  });
}

/** How chapters are run. */
export interface RunOptions extends ReadOptions, RunSettings {
  /** Ends the run; what has come out until then is thrown away. */
  readonly signal?: AbortSignal;
}

/** Runs chapters from their first step to their last, each on a fresh engine, one after another. */
export async function run(chapters: readonly string[], options: RunOptions = {}): Promise<RunReport> {
  const { cwd = process.cwd(), signal = new AbortController().signal } = options;
  const startedAt = new Date();
  const config = await readConfig(cwd);
  const itineraries = await read(chapters, options);
  itineraries.forEach(refuseBadAnnotations);
  const done: ChapterReport[] = [];
  for (const spec of await resolveEngines(options.engine ?? config.engine ?? 'auto', 'test')) {
    for (const itinerary of itineraries) {
      const { allowDestructive = false } = options;
      const engine = await startEngine(spec, { signal, allowDestructive, images: imagesOf(itinerary) });
      try {
        const result = await runChapter(engine, {
          itinerary,
          chapterPath: resolve(cwd, itinerary.plan.chapter.path),
          assets: null,
          ...chapterOptions(options, config.secrets),
          snapshot: null,
          signal,
          reporter: {},
        });
        const head = { ...headOfResult(result), engine: engineName(spec) };
        done.push(
          withVerdict(
            head,
            result.outcomes.map((outcome) => stepReport(outcome, itinerary.plan)),
          ),
        );
      } finally {
        await engine.stop();
      }
    }
  }
  const durationMs = Date.now() - startedAt.getTime();
  return runReport(done, { startedAt: startedAt.toISOString(), durationMs }, false);
}

/** The reports that `tutor test` writes. */
export type ReportName = 'junit' | 'json' | 'sarif' | 'markdown';

/** A run as a report: the text that `tutor test --reporter NAME=FILE` writes. */
export async function report(of: RunReport, name: ReportName, locale: Locale = 'en'): Promise<string> {
  const write = reports[name];
  if (write == null) throw new Error(`No report ${name}`);
  return write(of, locale);
}

async function read(chapters: readonly string[], { cwd = process.cwd(), set = {} }: ReadOptions) {
  const config = await readConfig(cwd);
  return readItineraries(await findChapters(chapters, config, cwd), cwd, set);
}
