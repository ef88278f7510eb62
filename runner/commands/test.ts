import { dirname, resolve, sep } from 'node:path';
import { type ChapterFile, findChapters, isMarkdown } from '../config/chapter-files.ts';
import { readConfig } from '../config/config-file.ts';
import { message, UserError } from '../core/message.ts';
import type { Itinerary, Step } from '../core/plan.ts';
import { cleanAbandoned, engineName, resolveEngines } from '../engine/index.ts';
import { imagesOf } from '../pipeline/images.ts';
import { readItineraries } from '../pipeline/read-itinerary.ts';
import { findSection, refuseBadAnnotations, stepsOfSection } from '../pipeline/read-plan.ts';
import { TestLog, type TestReporter } from '../reporter/log.ts';
import { paintFor } from '../reporter/paint.ts';
import { headOf, withVerdict } from '../reporter/report-of.ts';
import { type Assignment, runTests } from '../vitest/run-tests.ts';
import { refuseClashes } from './refuse-clashes.ts';
import { hostOptions, runOptions } from './run-options.ts';
import { setUp } from './set-up.ts';
import { readChoice, runReport, tellRun } from './tell-run.ts';
import type { Call } from './verb.ts';

/** `tutor test [CHAPTER…]`: a maintainer checks that every chapter still works, on each engine. */
export async function run({ args, options, io }: Call): Promise<number> {
  const startedAt = new Date();
  const choice = await readChoice(options.reporter, io);
  await cleanAbandoned();
  const config = await readConfig(io.cwd);
  const selected = await select(await findChapters(args, config, io.cwd), io.cwd, options.set);
  refuseEmpty(selected, args);
  const engines = await resolveEngines(options.engine ?? config.engine ?? 'auto', 'test');
  const itineraries = selected.map(({ itinerary }) => itinerary);
  const full = selected.filter(({ itinerary }) => itinerary.plan.steps.length > 0);
  await setUp({ engines, images: itineraries.flatMap(imagesOf) }, options.yes, io);
  if (engines.some(({ kind }) => kind === 'host')) await refuseClashes(itineraries, io);
  const { signal, ...worker } = runOptions(options, config, io);
  const assignments = engines.flatMap((spec) =>
    full.map(({ file, itinerary: { plan }, reported }): Assignment => {
      return { file: file.path, plan, reported, engine: { name: engineName(spec), spec } };
    }),
  );
  const { stdout, env, locale } = io;
  const log = { screen: stdout, paint: paintFor(stdout, env), locale, count: assignments.length };
  const shown: readonly TestReporter[] = choice.log ? [new TestLog(log)] : [];
  const empty = selected
    .filter((one) => !full.includes(one))
    .flatMap(({ itinerary }) => engines.map((spec) => withVerdict(headOf(itinerary.plan, engineName(spec)), [])));
  for (const report of empty) for (const reporter of shown) reporter.onChapterEnd?.(report);
  const { reports, faults } =
    assignments.length === 0
      ? { reports: [], faults: [] }
      : await runTests({
          assignments,
          root: commonFolder([config.root, ...selected.map(({ file }) => dirname(file.path))]),
          worker: {
            ...worker,
            assets: options.assets ? resolve(io.cwd, options.assets) : null,
            snapshots: config.snapshots,
            cwd: io.cwd,
            set: options.set,
          },
          reporters: choice.vitest,
          shown,
          pattern: options.testNamePattern ?? null,
          workers: options.workers,
          host: hostOptions(options),
          signal,
        });
  const durationMs = Date.now() - startedAt.getTime();
  const report = runReport([...empty, ...reports], { startedAt: startedAt.toISOString(), durationMs }, signal.aborted);
  for (const reporter of shown) reporter.onRunEnd?.(report);
  await tellRun(report, choice, io);
  const [fault] = faults;
  if (fault !== undefined && report.exitCode === 0) throw new UserError(message('tutor-failed', { why: fault }));
  return report.exitCode;
}

/** A chapter that is to be tested. */
interface Selected {
  readonly file: ChapterFile;
  readonly itinerary: Itinerary;
  /** The steps that are reported: all, or those of the sections that were asked for. */
  readonly reported: readonly Step[];
}

/** Reads the chapters, each once: several sections of one are one chapter. */
async function select(
  files: readonly ChapterFile[],
  cwd: string,
  set: Readonly<Record<string, string>>,
): Promise<readonly Selected[]> {
  const other = files.find(({ path }) => !isMarkdown(path));
  if (other !== undefined) throw new UserError(message('chapter-not-markdown', {}, { path: other.path }));
  const byPath = new Map<string, ChapterFile[]>();
  for (const file of files) byPath.set(file.path, [...(byPath.get(file.path) ?? []), file]);
  const groups = [...byPath.values()];
  const itineraries = await readItineraries(
    groups.flatMap(([file]) => (file === undefined ? [] : [file])),
    cwd,
    set,
  );
  itineraries.forEach(refuseBadAnnotations);
  return itineraries.flatMap((itinerary, index) => {
    const { plan } = itinerary;
    const asked = groups[index] ?? [];
    const [file] = asked;
    if (file === undefined) return [];
    const sections = asked.flatMap(({ section }) => (section === null ? [] : [findSection(plan.chapter, section)]));
    const wanted = new Set(sections.flatMap((section) => stepsOfSection(plan, section)));
    const isWhole = asked.some(({ section }) => section === null);
    return [{ file, itinerary, reported: isWhole ? plan.steps : plan.steps.filter((step) => wanted.has(step)) }];
  });
}

/** Of whoever names a chapter in which there is nothing to type, another one was meant. */
function refuseEmpty(selected: readonly Selected[], args: readonly string[]): void {
  const named = new Set(args.map((name) => name.replace(/#.*/, '')));
  for (const { itinerary, file, reported } of selected) {
    const { chapter } = itinerary.plan;
    if (reported.length === 0 && (named.has(chapter.path) || named.has(chapter.id) || named.has(file.path)))
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
