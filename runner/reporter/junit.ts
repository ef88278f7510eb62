import { type Locale, wording } from '../core/message.ts';
import type { ChapterReport, RunReport, StepReport } from '../core/report.ts';
import { type Problem, problemsOf } from './problems.ts';
import { consequencesOf, plain, plainDiff, reasonOf, stepTitle } from './wording.ts';

/**
 * The run as JUnit's XML, as Jenkins, GitLab and others read it: a suite for each engine, a case for each step. A step
 * that is wrong is a `failure`, one that could not be run an `error`, both with what it was in `type`; what follows from
 * another step is `skipped`.
 */
export function junit({ chapters, durationMs, startedAt }: RunReport, locale: Locale): string {
  const engines = [...new Set(chapters.map(({ engine }) => engine))];
  const suites = engines.map((engine) => {
    const own = chapters.filter((chapter) => chapter.engine === engine);
    const cases = own.flatMap((chapter) => casesOf(chapter, locale));
    const properties = [
      ['engine', engine],
      ['docker', own.find(({ dockerVersion }) => dockerVersion !== null)?.dockerVersion ?? ''],
      ['stand-ins', [...new Set(own.flatMap(({ standIns }) => standIns))].join(', ')],
    ].flatMap(([name = '', value = '']) => (value === '' ? [] : [element('property', { name, value })]));
    return {
      counts: countsOf(cases),
      xml: element(
        'testsuite',
        {
          name: engine,
          ...countsOf(cases),
          time: seconds(sum(own.map((one) => one.durationMs))),
          timestamp: startedAt,
        },
        [element('properties', {}, properties), ...cases.map(({ xml }) => xml)],
      ),
    };
  });
  const total = (of: 'tests' | 'failures' | 'errors' | 'skipped') => sum(suites.map(({ counts }) => counts[of]));
  const counts = {
    tests: total('tests'),
    failures: total('failures'),
    errors: total('errors'),
    skipped: total('skipped'),
  };
  const root = element(
    'testsuites',
    { name: 'tutor', ...counts, time: seconds(durationMs) },
    suites.map(({ xml }) => xml),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

interface Case {
  readonly came: 'passed' | 'failure' | 'error' | 'skipped';
  readonly xml: string;
}

function casesOf(chapter: ChapterReport, locale: Locale): readonly Case[] {
  const problems = problemsOf(chapter);
  const own = chapter.steps.map((step) =>
    caseOf(
      step,
      problems.find((problem) => problem.step === step),
      chapter,
      locale,
    ),
  );
  // What no step of its own stands for: a chapter before that is wrong, that nothing was run, that it was interrupted.
  const others = problems.filter(({ step }) => !chapter.steps.includes(step));
  const unchanged = chapter.verdict === 'unchanged' ? [unchangedCase(chapter, locale)] : [];
  return [...own, ...others.map((problem) => caseOf(problem.step, problem, chapter, locale)), ...unchanged];
}

function caseOf(step: StepReport, problem: Problem | undefined, chapter: ChapterReport, locale: Locale): Case {
  const { path } = chapter;
  const file = problem?.site.chapter ?? path;
  const attributes = {
    classname: path,
    name:
      step.type === 'set-up'
        ? `${file === path ? '' : `${file} `}${step.line}: ${problem?.kind ?? 'set-up'}`
        : stepTitle(step),
    file,
    line: step.at.line,
    time: seconds(step.durationMs ?? 0),
  };
  const properties = engineProperties(chapter);
  const whole = (came: Case['came'], ...content: readonly string[]): Case => ({
    came,
    xml: element('testcase', attributes, [properties, ...content]),
  });
  const message = reasonOf(step, locale);
  if (step.status === 'passed') return whole('passed');
  const isRoot = step.cause?.kind === 'surroundings' && problem !== undefined;
  if (step.status === 'skipped' || (step.status === 'broken' && !isRoot))
    return whole('skipped', element('skipped', { message }));
  const came = step.status === 'failed' ? 'failure' : 'error';
  const follows = problem === undefined ? null : consequencesOf(problem, locale);
  const text = [`${file}:${step.at.line}`, message, ...plainDiff(step), ...(follows === null ? [] : [follows])];
  return whole(came, element(came, { type: problem?.kind ?? 'chapter', message }, [escaped(text.join('\n'))]));
}

/** A chapter that was not run again has no steps. */
function unchangedCase(chapter: ChapterReport, locale: Locale): Case {
  const { path, title, notes } = chapter;
  const message = notes.map((note) => plain(wording(note, locale))).join('\n');
  const properties = engineProperties(chapter);
  const attributes = { classname: path, name: plain(title), file: path, line: 1, time: seconds(0) };
  return {
    came: 'skipped',
    xml: element('testcase', attributes, [properties, element('skipped', { message })]),
  };
}

function engineProperties({ engine, machine }: ChapterReport): string {
  const all = { engine, ...(machine === null ? {} : { machine }) };
  return element(
    'properties',
    {},
    Object.entries(all).map(([name, value]) => element('property', { name, value })),
  );
}

function countsOf(cases: readonly Case[]) {
  const count = (came: Case['came']) => cases.filter((one) => one.came === came).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[] = [],
): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const inside = content.filter((part) => part !== '');
  if (inside.length === 0) return Object.keys(attributes).length === 0 ? '' : `<${name}${given.join('')}/>`;
  return `<${name}${given.join('')}>${inside.join('\n')}</${name}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
