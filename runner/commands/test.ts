import { availableParallelism } from 'node:os';
import { dirname, resolve, sep } from 'node:path';
import { readConfig } from '../config/config-file.ts';
import { isDumb } from '../core/dumb-terminal.ts';
import { message, UserError, wording } from '../core/message.ts';
import { cleanAbandoned, engineName, pooled, resolveEngines } from '../engine/index.ts';
import { findChapters, toursOf } from '../pipeline/find-chapters.ts';
import { Fingerprints } from '../pipeline/fingerprint.ts';
import { hangsOn } from '../pipeline/hangs-on.ts';
import { imagesIn } from '../pipeline/images.ts';
import { TestLog, type TestReporter } from '../reporter/log.ts';
import { paintFor } from '../reporter/paint.ts';
import { headOf, withVerdict } from '../reporter/report-of.ts';
import { runReport } from '../reporter/run-report.ts';
import type { Tested } from '../vitest/observer.ts';
import { type Assignment, runTests } from '../vitest/run-tests.ts';
import { htmlOf } from './html-report.ts';
import { tellMakers } from './made-elsewhere.ts';
import { refuseClashes } from './refuse-clashes.ts';
import { Remembered } from './remembered.ts';
import { hostOptions, runOptions } from './run-options.ts';
import { refuseEmpty, select } from './select-chapters.ts';
import { changedFiles, shardOf } from './selection.ts';
import { setUp } from './set-up.ts';
import { tellProblems } from './tell-problems.ts';
import { readChoice, tellRun } from './tell-run.ts';
import { type Assigned, leaveUnchanged, marksFor, noteGreen } from './unchanged.ts';
import type { Call, Io } from './verb.ts';

/** `tutor test [CHAPTER…]`: a maintainer checks that every chapter still works, on each engine. */
export async function run({ args, options, io }: Call): Promise<number> {
  const startedAt = new Date();
  if (options.watch && options.cached) throw new UserError(message('watch-cached'));
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
  const asked = await resolveEngines(options.engine ?? config.engine ?? 'auto', 'test');
  const engines = options.pool ? [pooled(asked)] : asked;
  const members = Math.max(...engines.map((spec) => (spec.kind === 'host' ? (spec.at?.length ?? 1) : 1)));
  const remembered = await Remembered.of(config.root, io.cwd);
  const wantsAny = (path: string, engine: string) => !options.lastFailed || remembered.hasFailed(path, engine);
  const wanted = touched
    .flatMap((one) => engines.map((spec) => ({ ...one, engine: { name: engineName(spec), spec } })))
    .filter(({ chapters, engine }) => chapters.some(({ plan }) => wantsAny(plan.chapter.path, engine.name)));
  const part = options.shard === undefined ? wanted : shardOf(wanted, options.shard);
  const { signal, ...worker } = runOptions(options, config, io);
  const written = choice.written.flatMap(({ file }) => (file === null ? [] : [resolve(io.cwd, file)]));
  const decides = { ...worker, locale: null, secrets: config.secrets, set: options.set };
  const marksOf = (some: readonly Assigned[]) =>
    options.cached ? marksFor(some, new Fingerprints(around, decides, written)) : Promise.resolve(new Map());
  const before = await marksOf(part);
  const { toRun, unchanged } = leaveUnchanged(part, before, remembered);
  if (part.length === 0) {
    const why = touched.length === 0 ? 'none-changed' : wanted.length === 0 ? 'none-failed' : 'none-in-shard';
    io.stderr.write(`${wording({ code: 'nothing-selected', args: { why: { code: why, args: {} } } }, io.locale)}\n`);
  }
  if (options.list) return list(toRun, io);
  const full = toRun.filter(({ chapters }) => chapters.some(({ plan }) => plan.steps.length > 0));
  const itineraries = [...new Set(full.map(({ itinerary }) => itinerary))];
  tellProblems(await toursOf(files), io);
  const images = itineraries.map(imagesIn);
  const made = new Set(images.flatMap((one) => [...one.made]));
  await setUp({ engines, images: images.flatMap(({ wanted }) => wanted), made }, options.yes, io);
  // Of an engine or an image that has only been made now nothing was known.
  const marks = new Map([...before, ...(await marksOf(full.filter((one) => !before.has(one))))]);
  const places = engines.flatMap((spec): readonly (string | undefined)[] =>
    spec.kind === 'host' ? (spec.at ?? [undefined]) : [],
  );
  if (places.length > 0) await refuseClashes(itineraries, places, io);
  const assignments = full.map(({ path, chapters, engine }): Assignment => ({ file: path, chapters, engine }));
  const { stdout, env, locale } = io;
  const log = {
    screen: stdout,
    redraws: stdout.isTTY && !isDumb(env),
    paint: paintFor(stdout, env),
    locale,
    count: assignments.flatMap(({ chapters }) => chapters).length,
  };
  const shown: readonly TestReporter[] = choice.log ? [new TestLog(log)] : [];
  const empty = toRun
    .filter((one) => !full.includes(one))
    .flatMap(({ chapters, engine }) => chapters.map(({ plan }) => withVerdict(headOf(plan, engine.name), [])));
  const known = [...empty, ...unchanged];
  for (const report of known) for (const reporter of shown) reporter.onChapterEnd?.(report);
  const tell = async ({ reports, recordings }: Pick<Tested, 'reports' | 'recordings'>) => {
    const durationMs = Date.now() - startedAt.getTime();
    const all = await tellMakers([...known, ...reports], config, io.cwd);
    const report = runReport(all, { startedAt: startedAt.toISOString(), durationMs }, signal.aborted);
    for (const reporter of shown) reporter.onRunEnd?.(report);
    noteGreen({ tested: full, reports, marks: options.testNamePattern === undefined ? marks : null }, remembered);
    await remembered.keep(all);
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
          workers: options.parallel ?? Math.max(availableParallelism(), members),
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

/** The deepest folder that holds all of them: vitest looks for test files nowhere else. */
function commonFolder(folders: readonly string[]): string {
  const [first = sep, ...others] = folders;
  const fits = (folder: string) =>
    others.every((other) => other === folder || other.startsWith(folder === sep ? sep : folder + sep));
  return fits(first) ? first : commonFolder([dirname(first), ...others]);
}
