import { type Locale, wording } from '../core/message.ts';
import type { ChapterVerdict, RunReport } from '../core/report.ts';
import { reportMark } from '../core/report-mark.ts';
import { endedIn, type FoldedProblem, leftOutOf, problemsOfRun, wrongBefore } from './problems.ts';
import { consequencesOf, plainDiff, reasonOf, say } from './wording.ts';

/**
 * Commands for the log of a GitHub job: an annotation at each wrong row (docs.github.com, "Workflow commands"). What
 * could not be run is a warning.
 *
 * @param inRepository a path as the repository knows it
 */
export function annotations(run: RunReport, locale: Locale, inRepository: (path: string) => string): string {
  const lines = problemsOfRun(run).map((problem) => {
    const { step, site, engines } = problem;
    const command = step.status === 'failed' ? 'error' : 'warning';
    const title = `${site.chapter}:${step.at.line} (${engines.join(', ')})`;
    const text = [reasonOf(step, locale), ...plainDiff(step), consequencesOf(problem, locale)].filter(
      (line) => line !== null,
    );
    const file = property(inRepository(site.chapter));
    return `::${command} file=${file},line=${step.at.line},col=${step.at.column},title=${property(title)}::${data(text.join('\n'))}\n`;
  });
  return lines.join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

export const signs: Readonly<Record<ChapterVerdict, string>> = {
  passed: '✓',
  failed: '✗',
  broken: '!',
  unchecked: '○',
  'left-out': '–',
  empty: '–',
  unchanged: '=',
  interrupted: '■',
};

/** The run as Markdown, for the summary of a job: a table of the chapters and engines, then what is wrong, then what was left out. */
export function markdown(run: RunReport, locale: Locale): string {
  const { chapters } = run;
  const engines = [...new Set(chapters.map(({ engine }) => engine))];
  const paths = [...new Set(chapters.map(({ path }) => path))];
  const cell = (path: string, engine: string) => {
    const found = chapters.find((chapter) => chapter.path === path && chapter.engine === engine);
    if (found === undefined) return '';
    const before = wrongBefore(found);
    const follows = before === null ? '' : ` (${say(locale, 'chapter-follows', { chapter: before })})`;
    const where = found.machine === null ? '' : ` · ${found.machine}`;
    return `${signs[found.verdict]} ${say(locale, `verdict-${found.verdict}`)}${follows}${where}`;
  };
  const table = [
    row([say(locale, 'report-chapter'), ...engines]),
    row(['---', ...engines.map(() => '---')]),
    ...paths.map((path) => row([path, ...engines.map((engine) => cell(path, engine))])),
  ];
  const left = chapters.flatMap((chapter) =>
    leftOutOf(chapter).map(
      ({ why, lines }) =>
        `${chapter.path}: ${say(locale, 'report-lines', { lines: lines.join(', ') })}: ${wording(why, locale)}`,
    ),
  );
  const standIns = [...new Set(chapters.flatMap((chapter) => chapter.standIns))];
  return [
    `${reportMark}\n\n## tutor`,
    table.join('\n'),
    ...problemsOfRun(run)
      .filter(({ kind }) => kind !== 'interrupted')
      .map((problem) => problemText(problem, locale)),
    ...section(say(locale, 'report-ended'), endedIn(run)),
    ...section(say(locale, 'report-left-out'), [...new Set(left)]),
    ...(standIns.length === 0 ? [] : [say(locale, 'stand-ins-used', { images: standIns.join(', ') })]),
    '',
  ].join('\n\n');
}

function problemText(problem: FoldedProblem, locale: Locale): string {
  const { step, site, engines, kind } = problem;
  const diff = plainDiff(step);
  const follows = consequencesOf(problem, locale);
  return [
    `**${site.chapter}:${step.at.line}** · ${kind} · ${engines.join(', ')}`,
    fenced([step.type === 'command' ? `$ ${step.text}` : step.text, reasonOf(step, locale), ...diff].filter(Boolean)),
    ...(follows === null ? [] : [follows]),
  ].join('\n\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : [`### ${title}`, lines.map((line) => `- ${line.replaceAll('<', '&lt;')}`).join('\n')];
}

/** Longer than any row of backticks in it. */
function fenced(lines: readonly string[]): string {
  const longest = Math.max(0, ...lines.flatMap((line) => line.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return [`${fence}text`, ...lines, fence].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
