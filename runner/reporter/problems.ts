import { type Message, message, type Told } from '../core/message.ts';
import type { Site } from '../core/outcome.ts';
import type { ChapterReport, RunReport, StepReport, StepsOfChapter } from '../core/report.ts';
import { isUnreached, ranOn, untouched } from './report-of.ts';
import { foldCauses } from './summary.ts';

/** What is wrong about a chapter, once, with what follows from it. */
export interface Problem {
  readonly step: StepReport;
  readonly site: Site;
  readonly consequences: readonly Site[];
  readonly kind: ProblemKind;
}

/** Of a chapter that is wrong: its output, a command's exit status, …; of one that could not be run: what was missing. */
export type ProblemKind =
  | 'output'
  | 'exit-status'
  | 'time-out'
  | 'set-up'
  | 'chapter'
  | 'network'
  | 'engine'
  | 'stand-in'
  | 'machine'
  | 'reader'
  | 'unchecked'
  | 'interrupted';

/** What every report tells of a chapter first: each cause once, and that it was not checked, where it was not. */
export function problemsOf(report: ChapterReport): readonly Problem[] {
  const all = [...report.before, report].flatMap(({ path, steps }) =>
    steps.map((outcome) => ({ outcome, site: { chapter: path, line: outcome.line } })),
  );
  const found = foldCauses(all).map(({ outcome, site, consequences }) => ({
    step: outcome,
    site,
    consequences,
    kind: kindOf(outcome),
  }));
  const { verdict, path } = report;
  const unreached = report.steps.filter(isUnreached);
  const kind = unreached.length > 0 || verdict === 'interrupted' ? 'interrupted' : verdict;
  if (kind !== 'unchecked' && kind !== 'interrupted') return found;
  const [first] = leftOutOf(report);
  const line = (kind === 'unchecked' ? first?.lines[0] : unreached[0]?.line) ?? 1;
  const place = { line, column: 1 };
  const at = { path, ...place };
  const why =
    kind === 'interrupted'
      ? message('chapter-interrupted', { count: unreached.length }, at)
      : first === undefined
        ? message('chapter-unchecked', {}, at)
        : message('chapter-unchecked-because', { reason: first.why }, at);
  const step: StepReport = {
    ...untouched,
    ...place,
    type: 'set-up',
    section: '',
    text: '',
    status: 'broken',
    cause: { kind: 'surroundings', evidence: [why] },
    messages: [why, ...makersIn(report.steps.flatMap(({ messages }) => messages))],
    at: place,
  };
  return [...found, { step, site: { chapter: path, line }, consequences: [], kind }];
}

/** The first of the chapters that it builds on that went wrong, by its path; null where none did. */
export function wrongBefore({ before }: ChapterReport): string | null {
  const isWrong = ({ steps }: StepsOfChapter) => steps.some(({ status }) => status === 'failed' || status === 'broken');
  return before.find(isWrong)?.path ?? null;
}

/** A problem, and the engines on which there is the same. */
export interface FoldedProblem extends Problem {
  readonly engines: readonly string[];
}

/** The problems of a run, in the order of the chapters; the same on several engines, or met by several chapters, is one. */
export function problemsOfRun({ chapters }: RunReport): readonly FoldedProblem[] {
  const found = new Map<string, { readonly problem: Problem; readonly engines: Set<string> }>();
  for (const chapter of chapters) {
    for (const problem of problemsOf(chapter)) {
      const { kind, site, step } = problem;
      const key = JSON.stringify([kind, site.chapter, step.at, step.text]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { problem, engines: new Set([ranOn(chapter)]) });
      else known.engines.add(ranOn(chapter));
    }
  }
  return [...found.values()].map(({ problem, engines }) => ({ ...problem, engines: [...engines] }));
}

/** Where chapters ended before their last step, each place once. */
export function endedIn(run: RunReport): readonly string[] {
  const ended = problemsOfRun(run).filter(({ kind }) => kind === 'interrupted');
  return ended.map(({ site }) => `${site.chapter}:${site.line}`);
}

/** The sentences that a problem is told with. */
export function saidOf({ messages, cause }: StepReport): readonly Message[] {
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return [...errors, ...makersIn(messages)];
  if (messages.length > 0) return [...messages.slice(0, 1), ...makersIn(messages.slice(1))];
  return (cause?.evidence ?? []).slice(0, 1).map(({ code, args }) => message(code, args));
}

/** What is to be done about it, where that is known. */
function makersIn(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ code }) => code === 'made-by-chapter');
}

function kindOf({ type, status, messages, cause }: StepReport): ProblemKind {
  if (status === 'failed' && type === 'set-up') return 'set-up';
  const codes = new Set([...messages, ...(cause?.evidence ?? [])].map(({ code }) => code));
  const has = (...wanted: readonly Told['code'][]) => wanted.some((code) => codes.has(code));
  if (status === 'failed') {
    if (has('step-mismatch')) return 'output';
    if (has('step-timeout')) return 'time-out';
    if (has('step-failed', 'step-exit', 'step-should-fail', 'step-failed-silently', 'step-failed-with-success'))
      return 'exit-status';
    return 'chapter';
  }
  if (cause?.kind === 'reader') return 'reader';
  if (type === 'set-up' || has('engine-gone', 'environment-no-engine')) return 'engine';
  if (has('stand-in-fault', 'stand-in-lacks')) return 'stand-in';
  if (has('environment-no-registry', 'environment-no-network', 'environment-rate-limit', 'image-missing'))
    return 'network';
  if (has('step-timeout')) return 'time-out';
  return 'machine';
}

/** Steps that were left out for one reason; of the end of the run each report tells apart. */
export interface LeftOut {
  readonly why: Told;
  readonly lines: readonly number[];
}

/** The steps of a chapter that were left out for a reason of their own, by their reasons. */
export function leftOutOf({ steps }: StepsOfChapter): readonly LeftOut[] {
  const byReason = new Map<string, { readonly why: Told; readonly lines: number[] }>();
  for (const step of steps.filter((one) => !isUnreached(one))) {
    const { status, cause, messages, line } = step;
    const [told] = messages;
    if (status !== 'skipped' || cause?.kind === 'step' || told === undefined) continue;
    const { reason } = told.args;
    const why = typeof reason === 'object' ? reason : { code: told.code, args: told.args };
    const key = JSON.stringify(why);
    const known = byReason.get(key);
    if (known === undefined) byReason.set(key, { why, lines: [line] });
    else known.lines.push(line);
  }
  return [...byReason.values()];
}
