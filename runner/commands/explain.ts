import { readConfig } from '../config/config-file.ts';
import { type Locale, wording } from '../core/message.ts';
import { type Attempt, attemptLines, matchOutput, toleranceReason } from '../matcher/index.ts';
import { findChapters } from '../pipeline/find-chapters.ts';
import { type LastRun, recallRun } from '../pipeline/last-run.ts';
import { paintFor } from '../reporter/paint.ts';
import type { Call, Io } from './verb.ts';

/** `tutor explain CHAPTER[:LINE]`: which differences the last run let pass, what went wrong in it, and why. */
export async function run({ args, options, io }: Call): Promise<number> {
  const [, name = '', line] = /^(.*?)(?::(\d+))?$/.exec(args[0] ?? '') ?? [];
  const [file] = await findChapters([name], await readConfig(io.cwd), io.cwd);
  const last = file ? await recallRun(file.path) : null;
  if (last === null) {
    io.stderr.write(`${wording({ code: 'never-run', args: { name } }, io.locale)}\n`);
    return 2;
  }
  const steps = line === undefined ? last.steps.filter(isWorthTelling) : stepAt(last, Number(line));
  const trace = options.trace ? traceOf : () => undefined;
  io.stdout.write(
    options.json
      ? `${JSON.stringify({ ...last, steps: steps.map((step) => toJson(step, trace(step))) }, null, 2)}\n`
      : explain({ ...last, steps }, io, trace),
  );
  return 0;
}

type LastStep = LastRun['steps'][number];

function isWorthTelling({ tolerances, status }: LastStep): boolean {
  return tolerances.length > 0 || status === 'failed' || status === 'broken';
}

/** Reason and evidence in English, as `tutor match --json` gives them. */
function toJson({ reason, cause, compared: _, ...step }: LastStep, trace: readonly Attempt[] | undefined): object {
  return {
    ...step,
    ...(trace && { trace }),
    cause: cause && { ...cause, evidence: cause.evidence.map((told) => wording(told, 'en')) },
    reason: reason === null ? null : wording(reason, 'en'),
  };
}

/** What was tried to make a step's two outputs one: it is tried again. */
function traceOf({ compared }: LastStep): readonly Attempt[] {
  const attempts: Attempt[] = [];
  if (compared) matchOutput({ ...compared, trace: (attempt) => attempts.push(attempt()) });
  return attempts;
}

/** Who an outcome comes from, then what shows it. */
function causeLines({ cause, status }: LastStep, locale: Locale): string[] {
  if (!cause) return [];
  const args = cause.kind === 'step' ? { chapter: cause.of.chapter, line: cause.of.line } : {};
  const outcome = wording({ code: `status-${status}`, args: {} }, locale);
  const code = cause.kind === 'chapter' && status === 'failed' ? 'cause-fault' : (`cause-${cause.kind}` as const);
  return [`${outcome}: ${wording({ code, args }, locale)}`, ...cause.evidence.map((told) => wording(told, locale))];
}

/** The step that a line belongs to: the last one that begins at it or before it. */
function stepAt({ steps }: LastRun, line: number): LastRun['steps'] {
  return steps.filter((step) => step.line <= line).slice(-1);
}

function explain(
  { engine, dockerVersion, steps }: LastRun,
  io: Io,
  trace: (step: LastStep) => readonly Attempt[] | undefined,
): string {
  const paint = paintFor(io.stdout, io.env);
  // A reason is told once: the second time the reader knows it.
  const told = new Set<string>();
  const lines = [paint('dim', `Docker ${dockerVersion} · ${engine}`)];
  for (const step of steps) {
    lines.push('', `${String(step.line).padStart(5)} ${paint('bold', step.text.split('\n')[0] ?? '')}`);
    for (const line of causeLines(step, io.locale)) lines.push(`      ${paint('red', line)}`);
    if (step.tolerances.length === 0) lines.push(`      ${wording({ code: 'no-tolerance', args: {} }, io.locale)}`);
    for (const { name, line, expected, actual } of step.tolerances) {
      const place = String((step.expectedLine ?? step.line) + line - 1).padStart(5);
      lines.push(`${place} ${paint('cyan', name)}  ${JSON.stringify(expected)} → ${JSON.stringify(actual)}`);
      const reason = toleranceReason(name, io.locale);
      if (reason !== null && !told.has(name)) lines.push(`      ${paint('dim', reason)}`);
      told.add(name);
    }
    for (const line of trace(step)?.flatMap(attemptLines) ?? []) lines.push(`      ${line}`);
  }
  return `${lines.join('\n')}\n`;
}
