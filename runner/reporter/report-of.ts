import { type Message, message } from '../core/message.ts';
import type { Cause, ChapterResult, Outcome, Site } from '../core/outcome.ts';
import { type Plan, type Step, textOf } from '../core/plan.ts';
import type { ChapterReport, ChapterVerdict, StepReport, StepsOfChapter } from '../core/report.ts';
import { type Ending, type ExitCode, endingOf, exitCodeOf, exitCodeOfPrerequisites, worst } from './exit-code.ts';

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

/** Of what was not typed. */
export const untouched = { byAuthor: false, compared: null, output: null, durationMs: null } as const;

/** The steps of a chapter, none of which could be run: one thing stood in the way of them all. */
export function hinderedSteps({ chapter, steps }: Plan, hindrance: Message, isOfChapter: boolean): StepReport[] {
  const at = { line: hindrance.path === chapter.path ? (hindrance.line ?? 1) : 1, column: 1 };
  const root: StepReport = {
    ...untouched,
    ...at,
    section: '',
    type: 'set-up',
    text: '',
    status: isOfChapter ? 'failed' : 'broken',
    cause: { kind: isOfChapter ? 'chapter' : 'surroundings', evidence: [hindrance] },
    messages: [hindrance],
    at,
  };
  const of: Site = { chapter: chapter.path, line: at.line };
  const why = { code: 'nothing-ready', args: { chapter: chapter.path, line: at.line } } as const;
  const following = steps.map((step) => notRun(step, chapter, { kind: 'step', of, evidence: [why] }));
  return [root, ...following];
}

/** A chapter's steps as far as they came, and those that the end of the run came before. */
export function endedSteps({ chapter }: Plan, asked: readonly Step[], done: readonly StepReport[]): StepReport[] {
  const keyOf = ({ type, line, column }: Pick<StepReport, 'type' | 'line' | 'column'>) => `${type} ${line} ${column}`;
  const reached = new Set(done.map(keyOf));
  const why = { code: 'run-ended', args: {} } as const;
  const left = asked
    .filter((step) => !reached.has(keyOf(step)))
    .map((step) => notRun(step, chapter, { kind: 'surroundings', evidence: [why] }));
  return [...done, ...left];
}

/** A step to which the run did not come; its cause says why. */
function notRun(step: Step, chapter: Plan['chapter'], cause: Cause): StepReport {
  const { type, line, column } = step;
  const messages = cause.evidence.map(({ code, args }) =>
    message(code, args, { path: chapter.path, line, column }, 'info'),
  );
  return {
    ...untouched,
    type,
    line,
    column,
    section: chapter.sections[step.section]?.title ?? '',
    text: textOf(step),
    status: 'skipped',
    cause,
    messages,
    at: { line, column },
  };
}

/** Whether the end of the run came before a step. */
export function isUnreached({ cause }: StepReport): boolean {
  return cause?.evidence.some(({ code }) => code === 'run-ended') === true;
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
