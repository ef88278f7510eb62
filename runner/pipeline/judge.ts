import { effectsOf } from '../command/index.ts';
import type { Match } from '../core/match.ts';
import { type Message, message, type Place, type Told } from '../core/message.ts';
import type { Cause, Outcome } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep } from '../core/plan.ts';
import type { StandInFault } from '../engine/shelf/index.ts';
import { tellingLine } from '../printed/index.ts';
import { environmentFault } from './environment-fault.ts';
import { foundNothing } from './nothing-there.ts';

/** What is known when a typed command has ended. */
export interface Evidence {
  readonly step: CommandStep;
  readonly path: string;
  /** What was typed, where it is not the chapter's own text. */
  readonly typed: string | null;
  readonly output: Output;
  /** Null where the chapter shows no output. */
  readonly match: Match | null;
  /** Whether dockerd still answers; asked only where the command did not end well. */
  readonly engineAnswers: boolean;
  /** Why the result hangs on what a stand-in image is not; null where it does not. */
  readonly standInFault: StandInFault | null;
  /** The image for want of which it failed; null where none of the chapter's is nowhere to be had. */
  readonly missingImage: string | null;
}

/** Decides what a typed command's result says about the chapter. */
export function judge(evidence: Evidence): Outcome {
  const { step, typed, output, match, path } = evidence;
  const place: Place = { path, line: step.line, column: step.column };
  const empty = match === null && output.exitCode !== 0 && foundNothing(step.text, output.text);
  const complaint = empty ? null : complain(evidence, place);
  const excuse = complaint === null ? reservation(evidence, place) : excuseFor(evidence, place);
  const told = output.messages.filter(({ code }) => !saidByJudge.has(code)).map((found) => at(found, place));
  const nothing = empty ? message('step-nothing-there', {}, place, 'info') : null;
  // Ctrl-C of the user says nothing about the chapter.
  if (output.messages.some(({ code }) => code === 'session-stopped'))
    return { step, status: 'skipped', output, match, typed, cause: { kind: 'reader', evidence: told }, messages: told };
  const messages = [...told, ...[excuse ?? complaint ?? nothing].filter((found) => found !== null)];
  const status = excuse !== null ? 'broken' : complaint === null ? 'passed' : 'failed';
  const cause = causeOf(
    status,
    [excuse ?? complaint].filter((found) => found !== null),
  );
  return { step, status, cause, output, match, typed, messages };
}

function causeOf(status: Outcome['status'], evidence: readonly Told[]): Cause | null {
  if (status === 'passed') return null;
  return { kind: status === 'failed' ? 'chapter' : 'surroundings', evidence };
}

/** What the session says of a step's end and the judge says with its place. */
const saidByJudge = new Set(['session-question', 'session-waits-for-input', 'session-timeout']);

/** A message of the session, which knows no chapter, at the step's place. */
export function at(found: Message, { path, line, column }: Place): Message {
  return found.line === null ? { ...found, path: path ?? null, line: line ?? null, column: column ?? null } : found;
}

/** Of a line that says why. */
const longestLine = 300;

/** What is wrong with the result; null where the chapter holds. */
function complain({ step, output, match, path }: Evidence, place: Place): Message | null {
  switch (output.ended) {
    case 'timeout':
      return message('step-timeout', { seconds: Math.round(output.durationMs / 1000) }, place);
    case 'question':
      return asked(lastLine(output.text), place);
    case 'exit':
    case 'opened':
    case 'interrupted':
    case 'detached':
    case 'closed':
    case 'not-typed':
      break;
  }
  const wrongExit = complainOfExit(step, output, match, place);
  if (wrongExit) return wrongExit;
  if (match?.verdict !== 'mismatch') return null;
  return message('step-mismatch', { reason: match.reason ?? '' }, { path, line: step.expected?.line ?? step.line });
}

function asked(question: string, place: Place): Message {
  return question === ''
    ? message('session-waits-for-input', {}, place)
    : message('step-question', { question }, place);
}

function complainOfExit(step: CommandStep, output: Output, match: Match | null, place: Place): Message | null {
  const { exitCode } = output;
  if (exitCode === null || (output.ended !== 'exit' && output.ended !== 'closed')) return null;
  // `exit 1` says how the reader leaves; `set -e` and a failing command end a shell that nobody wanted to leave.
  if (output.ended === 'closed' && effectsOf(step.text).leaves) return null;
  const wanted = step.annotation.exit;
  if (wanted !== undefined) {
    return exitCode === wanted ? null : message('step-exit', { actual: exitCode, expected: wanted }, place);
  }
  if (step.failureExpected) {
    // Where the chapter shows the error, the comparison of the two texts says more than the status.
    return exitCode === 0 && match === null ? message('step-should-fail', {}, place) : null;
  }
  // A chapter that shows the error has said that the command fails; the matcher knows an error when it sees one.
  if (exitCode === 0 || (match !== null && match.verdict !== 'mismatch')) return null;
  const line = tellingLine(output.text).slice(0, longestLine);
  return line === ''
    ? message('step-failed-silently', { exit: exitCode }, place)
    : message('step-failed', { exit: exitCode, line }, place);
}

/** Why a step that went well says nothing all the same. */
function reservation({ standInFault }: Evidence, place: Place): Message | null {
  return standInFault?.always ? message('stand-in-fault', { why: standInFault.why }, place) : null;
}

function excuseFor(
  { step, output, engineAnswers, standInFault, missingImage }: Evidence,
  place: Place,
): Message | null {
  if (!engineAnswers) return message('engine-gone', {}, place);
  if (standInFault !== null) return message('stand-in-fault', { why: standInFault.why }, place);
  if (missingImage !== null) return message('image-missing', { image: missingImage }, place);
  const fault = environmentFault(output.text);
  // A container may not do that on any machine, but for one with --privileged.
  if (fault?.name === 'kernel-setting' && (step.into !== 'shell' || /\bdocker\b(?!.*--privileged)/.test(step.text)))
    return null;
  return fault === null ? null : message(`environment-${fault.name}`, { line: fault.line }, place);
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)?.trim() ?? '';
}
