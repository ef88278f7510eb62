import { access, appendFile, constants, mkdir } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { RunReport } from '../core/report.ts';
import { writeWhole } from '../core/whole-file.ts';
import { type Choice, chooseReporters } from '../reporter/choice.ts';
import { annotations, markdown } from '../reporter/github.ts';
import type { Io } from './verb.ts';

/**
 * How a run is to be told. Where a file cannot be written is said before anything is run.
 *
 * @throws UserError for a reporter that there is not
 */
export async function readChoice(given: readonly string[], io: Io): Promise<Choice> {
  const choice = chooseReporters(given, io.env.GITHUB_ACTIONS === 'true');
  for (const { file } of choice.written) {
    if (file === null) continue;
    const folder = dirname(resolve(io.cwd, file));
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  }
  return choice;
}

/**
 * Tells a run once it is over: writes what was asked for, and what a GitHub job shows.
 *
 * @param html draws the run as a page
 */
export async function tellRun(run: RunReport, choice: Choice, html: () => Promise<string>, io: Io): Promise<void> {
  const { locale, env, cwd } = io;
  for (const { report, file } of choice.written) {
    const text = report === null ? await html() : report(run, locale);
    if (file === null) io.stdout.write(text);
    else await writeWhole(resolve(cwd, file), text);
  }
  if (!choice.github) return;
  const root = env.GITHUB_WORKSPACE ?? cwd;
  io.stdout.write(annotations(run, locale, (path) => relative(root, resolve(cwd, path))));
  if (env.GITHUB_STEP_SUMMARY) await appendFile(env.GITHUB_STEP_SUMMARY, markdown(run, locale));
}
