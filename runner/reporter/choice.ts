import { type Locale, message, UserError } from '../core/message.ts';
import type { RunReport } from '../core/report.ts';
import { suggest } from '../core/suggest.ts';
import { markdown } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarifOfRun } from './sarif.ts';

/** A report of a whole run as a text. */
export type Report = (run: RunReport, locale: Locale) => string;

/** The reports that can be written to a file, by their names; null: the page's part of the program draws it. */
export const reports: Readonly<Record<string, Report | null>> = {
  junit,
  json,
  sarif: sarifOfRun,
  markdown,
  html: null,
};

/** Reporters of vitest that tell a run in their own way. */
const ofVitest = ['verbose', 'tree', 'dot', 'tap', 'tap-flat', 'minimal'];

/** Also as people know them from vitest. */
const otherNames: Readonly<Record<string, string>> = { terminal: 'default', 'github-actions': 'github' };

/** How a run is to be told. */
export interface Choice {
  /** The report on the terminal. */
  readonly log: boolean;
  /** Annotations and the summary of a GitHub job. */
  readonly github: boolean;
  readonly vitest: readonly string[];
  readonly written: readonly { readonly report: Report | null; readonly file: string | null }[];
}

/**
 * Reads `--reporter`, given any number of times: `junit=FILE`, `json`, `verbose,junit=FILE`. On the terminal there is the
 * usual report, unless another one is printed there.
 *
 * @param onGitHub whether a job of GitHub runs tutor: its reporter is there by itself
 * @throws UserError for a name that is none, and where two would be printed into one another
 */
export function chooseReporters(given: readonly string[], onGitHub: boolean): Choice {
  const chosen = given
    .flatMap((words) => words.split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => {
      const [asked = '', ...file] = word.split('=');
      return { name: otherNames[asked] ?? asked, file: file.length === 0 ? null : file.join('=') };
    });
  const known = ['default', 'github', ...Object.keys(reports), ...ofVitest];
  for (const { name, file } of chosen) {
    if (!known.includes(name)) {
      const near = suggest(name, known);
      throw new UserError(
        near === null
          ? message('unknown-reporter', { name, known: known.join(', ') })
          : message('unknown-reporter-near', { name, near }),
      );
    }
    if (file !== null && reports[name] === undefined) throw new UserError(message('reporter-without-file', { name }));
  }
  const printed = chosen.filter(({ name, file }) => file === null && name !== 'github').map(({ name }) => name);
  const [one, other] = [...new Set(printed)];
  if (one !== undefined && other !== undefined) throw new UserError(message('reporters-on-stdout', { one, other }));
  return {
    log: one === undefined || one === 'default',
    github: chosen.some(({ name }) => name === 'github') || (onGitHub && (one === undefined || one === 'default')),
    vitest: ofVitest.filter((name) => name === one),
    written: chosen.flatMap(({ name, file }) => {
      const report = reports[name];
      return report === undefined ? [] : [{ report, file }];
    }),
  };
}
