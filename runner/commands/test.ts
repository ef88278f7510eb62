import { dirname, resolve, sep } from 'node:path';
import { type ChapterFile, isMarkdown } from '../config/chapter-files.ts';
import { readConfig } from '../config/config-file.ts';
import { message, UserError, wording } from '../core/message.ts';
import type { Itinerary, Plan, Step } from '../core/plan.ts';
import { cleanAbandoned, engineName, resolveEngines } from '../engine/index.ts';
import { findChapters, pagesOf, toursOf } from '../pipeline/find-chapters.ts';
import { hangsOn } from '../pipeline/hangs-on.ts';
import { imagesOf } from '../pipeline/images.ts';
import { readItineraries, readTour } from '../pipeline/read-itinerary.ts';
import { findSection, refuseBadAnnotations, stepsOfSection } from '../pipeline/read-plan.ts';
import { TestLog, type TestReporter } from '../reporter/log.ts';
import { paintFor } from '../reporter/paint.ts';
import { headOf, withVerdict } from '../reporter/report-of.ts';
import { runReport } from '../reporter/run-report.ts';
import type { TestedChapter } from '../vitest/module.ts';
import type { Tested } from '../vitest/observer.ts';
import { type Assignment, runTests } from '../vitest/run-tests.ts';
import { htmlOf } from './html-report.ts';
import { refuseClashes } from './refuse-clashes.ts';
import { hostOptions, runOptions } from './run-options.ts';
import { changedFiles, lastFailed, rememberVerdicts, shardOf } from './selection.ts';
import { setUp } from './set-up.ts';
import { tellProblems } from './tell-problems.ts';
import { readChoice, tellRun } from './tell-run.ts';
import type { Call, Io } from './verb.ts';

/** `tutor test [CHAPTER…]`: a maintainer checks that every chapter still works, on each engine. */
export async function run({ args, options, io }: Call): Promise<number> {
  const startedAt = new Date();
  const choice = await readChoice(options.reporter, io);
  await cleanAbandoned();
  const config = await readConfig(io.cwd);
  const files = await findChapters(args, config, io.cwd);
  const selected = await select(files, io.cwd, options.set);
  refuseEmpty(selected, args);
  const assets = options.assets ? resolve(io.cwd, options.assets) : null;
  const around = { config, assets, cwd: io.cwd };
  const changed = options.changed === undefined ? null : await changedFiles(options.changed, io.cwd);
  const touched = selected.filter(
    ({ path, itinerary }) =>
      changed === null || changed.some((file) => file === path || hangsOn(itinerary, file, around)),
  );
  const engines = await resolveEngines(options.engine ?? config.engine ?? 'auto', 'test');
  const failed = options.lastFailed ? await lastFailed(config.root) : () => true;
  const wanted = touched
    .flatMap((one) => engines.map((spec) => ({ ...one, engine: { name: engineName(spec), spec } })))
    .filter(({ chapters, engine }) =>
      chapters.some(({ plan }) => failed(resolve(io.cwd, plan.chapter.path), engine.name)),
    );
  const part = options.shard === undefined ? wanted : shardOf(wanted, options.shard);
  if (part.length === 0) {
    const why = touched.length === 0 ? 'none-changed' : wanted.length === 0 ? 'none-failed' : 'none-in-shard';
    io.stderr.write(`${wording({ code: 'nothing-selected', args: { why: { code: why, args: {} } } }, io.locale)}\n`);
  }
  if (options.list) return list(part, io);
  const full = part.filter(({ chapters }) => chapters.some(({ plan }) => plan.steps.length > 0));
  const itineraries = [...new Set(full.map(({ itinerary }) => itinerary))];
  tellProblems(await toursOf(files), io);
  await setUp({ engines, images: itineraries.flatMap(imagesOf) }, options.yes, io);
  if (engines.some(({ kind }) => kind === 'host')) await refuseClashes(itineraries, io);
  const { signal, ...worker } = runOptions(options, config, io);
  const assignments = full.map(({ path, chapters, engine }): Assignment => ({ file: path, chapters, engine }));
  const { stdout, env, locale } = io;
  const log = {
    screen: stdout,
    paint: paintFor(stdout, env),
    locale,
    count: assignments.flatMap(({ chapters }) => chapters).length,
  };
  const shown: readonly TestReporter[] = choice.log ? [new TestLog(log)] : [];
  const empty = part
    .filter((one) => !full.includes(one))
    .flatMap(({ chapters, engine }) => chapters.map(({ plan }) => withVerdict(headOf(plan, engine.name), [])));
  for (const report of empty) for (const reporter of shown) reporter.onChapterEnd?.(report);
  const tell = async ({ reports, recordings }: Pick<Tested, 'reports' | 'recordings'>) => {
    const durationMs = Date.now() - startedAt.getTime();
    const all = [...empty, ...reports];
    const report = runReport(all, { startedAt: startedAt.toISOString(), durationMs }, signal.aborted);
    for (const reporter of shown) reporter.onRunEnd?.(report);
    await rememberVerdicts(config.root, io.cwd, all);
    const plans = selected.flatMap(({ chapters }) => chapters).map(({ plan }) => plan);
    await tellRun(report, choice, () => htmlOf(report, { plans, recordings, root: config.root }, io), io);
    return part.length === 0 ? 0 : report.exitCode;
  };
  const watch = {
    hanging: (file: string) =>
      full.filter(({ path, itinerary }) => file === path || hangsOn(itinerary, file, around)).map(({ path }) => path),
    afterRun: async (tested: Tested) => {
      if (signal.aborted) return;
      await tell(tested);
      io.stdout.write(`${wording({ code: 'watching', args: {} }, locale)}\n`);
    },
  };
  const tested: Tested =
    assignments.length === 0
      ? { reports: [], recordings: new Map(), faults: [] }
      : await runTests({
          assignments,
          root: commonFolder([config.root, ...selected.map(({ path }) => dirname(path))]),
          worker: {
            ...worker,
            assets,
            snapshots: config.snapshots,
            cwd: io.cwd,
            set: options.set,
            records: choice.written.some(({ report }) => report === null),
          },
          reporters: choice.vitest,
          shown,
          pattern: options.testNamePattern ?? null,
          workers: options.parallel,
          bail: options.bail ?? 0,
          retryBroken: options.retryBroken,
          watch: options.watch ? watch : null,
          host: hostOptions(options),
          signal,
        });
  if (options.watch) return 130;
  const exitCode = await tell(tested);
  const [fault] = tested.faults;
  if (fault !== undefined && exitCode === 0) throw new UserError(message('tutor-failed', { why: fault }));
  return exitCode;
}

interface Assigned extends Selected {
  readonly engine: Assignment['engine'];
}

/** What would be run, a line for each chapter and engine. */
function list(part: readonly Assigned[], io: Io): number {
  for (const { chapters, engine } of part) {
    for (const { plan, reported } of chapters) {
      const count = wording({ code: 'steps-to-run', args: { count: reported.length } }, io.locale);
      io.stdout.write(`${plan.chapter.path}  ${engine.name}  ${count}\n`);
    }
  }
  return 0;
}

/** A chapter that is to be tested, or pages of a course. */
interface Selected {
  /** The chapter, or what describes the course; absolute. */
  readonly path: string;
  readonly itinerary: Itinerary;
  readonly chapters: readonly TestedChapter[];
}

/** Reads the chapters, each once: several sections of one are one chapter, several pages of a course are it. */
async function select(
  files: readonly ChapterFile[],
  cwd: string,
  set: Readonly<Record<string, string>>,
): Promise<readonly Selected[]> {
  const other = files.find(({ path }) => !isMarkdown(path));
  if (other !== undefined) throw new UserError(message('chapter-not-markdown', {}, { path: other.path }));
  // A slip in a name is told before the first chapter is run.
  if (Object.keys(set).length > 0) await readItineraries(files, cwd, set);
  const selected: Selected[] = [];
  for (const { files: asked, course } of await toursOf(files)) {
    const pages = [...new Map(asked.map((file) => [file.path, file])).values()];
    const [first = asked[0], ...others] = pages;
    // All of a course, where more than one of its pages is wanted: they need each other in any case.
    const whole = course !== null && others.length > 0 ? pagesOf(course) : [first];
    const { itinerary, told } = await readTour({ files: [whole[0] ?? first, ...whole.slice(1)] }, cwd, set);
    refuseBadAnnotations(itinerary);
    const chapters = told.map((plan) => ({ plan, reported: reportedOf(plan, asked) }));
    selected.push({ path: course !== null && others.length > 0 ? course.path : first.path, itinerary, chapters });
  }
  return selected;
}

/** The steps that are reported: all, or those of the sections that were asked for. */
function reportedOf(plan: Plan, asked: readonly ChapterFile[]): readonly Step[] {
  const own = asked.filter(({ id }) => id === plan.chapter.id);
  if (own.some(({ section }) => section === null)) return plan.steps;
  const sections = own.flatMap(({ section }) => (section === null ? [] : [findSection(plan.chapter, section)]));
  const wanted = new Set(sections.flatMap((section) => stepsOfSection(plan, section)));
  return plan.steps.filter((step) => wanted.has(step));
}

/** Of whoever names a chapter in which there is nothing to type, another one was meant. */
function refuseEmpty(selected: readonly Selected[], args: readonly string[]): void {
  const named = new Set(args.map((name) => name.replace(/#.*/, '')));
  for (const { chapters, path } of selected) {
    const [only, ...more] = chapters;
    if (only === undefined || more.length > 0 || only.reported.length > 0) continue;
    const { chapter } = only.plan;
    if (named.has(chapter.path) || named.has(chapter.id) || named.has(path))
      throw new UserError(message('nothing-to-type', {}, { path: chapter.path }));
  }
}

/** The deepest folder that holds all of them: vitest looks for test files nowhere else. */
function commonFolder(folders: readonly string[]): string {
  const [first = sep, ...others] = folders;
  const fits = (folder: string) =>
    others.every((other) => other === folder || other.startsWith(folder === sep ? sep : folder + sep));
  return fits(first) ? first : commonFolder([dirname(first), ...others]);
}
