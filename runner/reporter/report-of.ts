import { type Message, message, type Told } from '../core/message.ts';
import type { ChapterResult, Outcome, Site } from '../core/outcome.ts';
import { type Plan, textOf } from '../core/plan.ts';
import type { ChapterReport, ChapterVerdict, RunReport, StepReport, StepsOfChapter } from '../core/report.ts';
import { type Ending, type ExitCode, endingOf, exitCodeOf, exitCodeOfPrerequisites, worst } from './exit-code.ts';
import { foldCauses } from './summary.ts';

/** How a step came out, as a report tells it. */
export function stepReport(outcome: Outcome, { chapter }: Plan): StepReport {
  const { step, status, cause, match, output, messages } = outcome;
  const told = messages.find(({ severity, line }) => severity === 'error' && line !== null);
  const compared =
    match !== null && step.type === 'command' && step.expected !== null && match.diff.some(({ op }) => op !== 'same')
      ? {
          line: step.expected.line,
          expected: step.expected.text,
          actual: match.resolved.map(({ text }) => text).join('\n'),
          diff: match.diff,
        }
      : null;
  return {
    type: step.type,
    line: step.line,
    column: step.column,
    section: chapter.sections[step.section]?.title ?? '',
    text: textOf(step),
    status,
    cause,
    byAuthor: endingOf(outcome).byAuthor,
    messages,
    at: { line: told?.line ?? step.line, column: told?.line == null ? step.column : (told.column ?? 1) },
    compared: messages.some(({ code }) => code === 'step-mismatch') ? compared : null,
    output: output?.text ?? null,
    durationMs: output === null ? null : Math.round(output.durationMs),
  };
}

/** The steps of a chapter, none of which could be run: one thing stood in the way of them all. */
export function hinderedSteps({ chapter, steps }: Plan, hindrance: Message, isOfChapter: boolean): StepReport[] {
  const at = { line: hindrance.path === chapter.path ? (hindrance.line ?? 1) : 1, column: 1 };
  const none = { column: 1, section: '', byAuthor: false, compared: null, output: null, durationMs: null } as const;
  const root: StepReport = {
    ...none,
    ...at,
    type: 'set-up',
    text: '',
    status: isOfChapter ? 'failed' : 'broken',
    cause: { kind: isOfChapter ? 'chapter' : 'surroundings', evidence: [hindrance] },
    messages: [hindrance],
    at,
  };
  const of: Site = { chapter: chapter.path, line: at.line };
  const why = { code: 'nothing-ready', args: { chapter: chapter.path, line: at.line } } as const;
  const following = steps.map((step): StepReport => {
    const { line, column } = step;
    return {
      ...none,
      type: step.type,
      line,
      column,
      section: chapter.sections[step.section]?.title ?? '',
      text: textOf(step),
      status: 'skipped',
      cause: { kind: 'step', of, evidence: [why] },
      messages: [message(why.code, why.args, { path: chapter.path, line, column }, 'info')],
      at: { line, column },
    };
  });
  return [root, ...following];
}

/** What is known of a chapter's run besides how its steps came out. */
export type ChapterHead = Omit<ChapterReport, 'steps' | 'verdict'>;

/** What is known of a chapter before anything of it was run. */
export function headOf({ chapter, unread }: Plan, engine: string): ChapterHead {
  return {
    id: chapter.id,
    path: chapter.path,
    title: chapter.title,
    engine,
    machine: null,
    dockerVersion: null,
    before: [],
    standIns: [],
    unread: unread.length,
    notes: [],
    durationMs: 0,
  };
}

/** What is known of it once it has been run. */
export function headOfResult(result: ChapterResult, notes: readonly Message[] = []): ChapterHead {
  return {
    ...headOf(result.plan, result.engine),
    dockerVersion: result.dockerVersion,
    before: result.before.map(({ plan, outcomes }) => ({
      path: plan.chapter.path,
      steps: outcomes.map((outcome) => stepReport(outcome, plan)),
    })),
    standIns: result.standIns,
    notes,
    durationMs: Math.round(result.durationMs),
  };
}

/** Where a chapter ran: of a pool the machine, where that is known. */
export function ranOn({ engine, machine }: Pick<ChapterReport, 'engine' | 'machine'>): string {
  return machine ?? engine;
}

/** A report whole: what the steps came to. */
export function withVerdict(head: ChapterHead, steps: readonly StepReport[], interrupted = false): ChapterReport {
  return { ...head, steps, verdict: verdictOf(head, steps, interrupted) };
}

function verdictOf({ before }: ChapterHead, steps: readonly StepReport[], interrupted: boolean): ChapterVerdict {
  const [own, others] = [exitCodeOf(endingsOf({ steps })), exitCodeOfPrerequisites(before.map(endingsOf))];
  if (own === 1 || others === 1) return 'failed';
  if (interrupted) return 'interrupted';
  if (steps.length === 0) return 'empty';
  if (!steps.some(({ status, cause }) => status === 'passed' || (status === 'broken' && cause?.kind !== 'step')))
    return own === 0 ? 'left-out' : 'unchecked';
  return own === 3 || others === 3 ? 'broken' : 'passed';
}

function endingsOf({ steps }: Pick<StepsOfChapter, 'steps'>): readonly Ending[] {
  return steps.map(({ status, cause, byAuthor }) => ({ status, cause: cause?.kind ?? null, byAuthor }));
}

/** Exit code of one chapter on one engine; 0 where there is nothing to type. */
export function exitCodeOfReport({ verdict, steps, before }: ChapterReport): ExitCode {
  if (verdict === 'empty' || verdict === 'unchanged') return 0;
  if (verdict === 'failed') return 1;
  // What came before the end was right, and what would have come is not known.
  if (verdict === 'interrupted') return 3;
  const [own, others] = [exitCodeOf(endingsOf({ steps })), exitCodeOfPrerequisites(before.map(endingsOf))];
  return worst([own, others]);
}

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
  if (verdict !== 'unchecked' && verdict !== 'interrupted') return found;
  const [first] = leftOutOf(report);
  const line = verdict === 'unchecked' ? (first?.lines[0] ?? 1) : 1;
  const place = { line, column: 1 };
  const why =
    verdict === 'unchecked' && first !== undefined
      ? message('chapter-unchecked-because', { reason: first.why }, { path, ...place })
      : message(`chapter-${verdict}`, {}, { path, ...place });
  const step: StepReport = {
    ...place,
    type: 'set-up',
    section: '',
    text: '',
    status: 'broken',
    cause: { kind: 'surroundings', evidence: [why] },
    byAuthor: false,
    messages: [why, ...makersIn(report.steps.flatMap(({ messages }) => messages))],
    at: place,
    compared: null,
    output: null,
    durationMs: null,
  };
  return [...found, { step, site: { chapter: path, line }, consequences: [], kind: verdict }];
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

/** Steps that were left out for one reason. */
export interface LeftOut {
  readonly why: Told;
  readonly lines: readonly number[];
}

/** The steps of a chapter that were left out for a reason of their own, by their reasons. */
export function leftOutOf({ steps }: StepsOfChapter): readonly LeftOut[] {
  const byReason = new Map<string, { readonly why: Told; readonly lines: number[] }>();
  for (const { status, cause, messages, line } of steps) {
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
