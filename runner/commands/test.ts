import { dirname, resolve, sep } from 'node:path';
import { findChapters } from '../config/chapter-files.ts';
import { readConfig } from '../config/config-file.ts';
import { cleanAbandoned, engineName, resolveEngines } from '../engine/index.ts';
import { imagesOf } from '../pipeline/images.ts';
import { readItineraries } from '../pipeline/read-itinerary.ts';
import { refuseBadAnnotations } from '../pipeline/read-plan.ts';
import { worst } from '../reporter/exit-code.ts';
import { runTests } from '../vitest/run-tests.ts';
import { refuseClashes } from './refuse-clashes.ts';
import { hostOptions, runOptions } from './run-options.ts';
import { setUp } from './set-up.ts';
import type { Call } from './verb.ts';

/** `tutor test [CHAPTER…]`: a maintainer checks that every chapter still works, on each engine. */
export async function run({ args, options, io }: Call): Promise<number> {
  await cleanAbandoned();
  const config = await readConfig(io.cwd);
  const files = await findChapters(args, config, io.cwd);
  const engines = await resolveEngines(options.engine ?? config.engine ?? 'auto', 'test');
  const itineraries = await readItineraries(files, io.cwd, options.set);
  itineraries.forEach(refuseBadAnnotations);
  await setUp({ engines, images: itineraries.flatMap(imagesOf) }, options.yes, io);
  if (engines.some(({ kind }) => kind === 'host')) await refuseClashes(itineraries, io);
  const { signal, ...worker } = runOptions(options, config, io);
  const codes = await runTests({
    files: files.map(({ path }) => path),
    engines: engines.map((spec) => ({ name: engineName(spec), spec })),
    root: commonFolder([config.root, ...files.map(({ path }) => dirname(path))]),
    worker: {
      ...worker,
      assets: options.assets ? resolve(io.cwd, options.assets) : null,
      snapshots: config.snapshots,
      cwd: io.cwd,
      set: options.set,
    },
    reporters: options.reporter.split(','),
    outputFile: options.outputFile ?? null,
    pattern: options.testNamePattern ?? null,
    workers: options.workers,
    host: hostOptions(options),
    signal,
  });
  return io.signal.aborted ? 130 : worst(codes);
}

/** The deepest folder that holds all of them: vitest looks for test files nowhere else. */
function commonFolder(folders: readonly string[]): string {
  const [first = sep, ...others] = folders;
  const fits = (folder: string) =>
    others.every((other) => other === folder || other.startsWith(folder === sep ? sep : folder + sep));
  return fits(first) ? first : commonFolder([dirname(first), ...others]);
}
