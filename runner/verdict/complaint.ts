import { effectsOf, isOf, misreadIn, printersOf, understand } from '../command/index.ts';
import type { Match } from '../core/match.ts';
import { type Message, message, type Place } from '../core/message.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep } from '../core/plan.ts';
import { wordsOf } from '../core/words.ts';
import { faultsIn, tellingLine, withoutCursor } from '../printed/index.ts';
import type { Death } from './evidence.ts';
import { keptQuiet } from './silence.ts';

/** What a step's end is held against. */
export interface Ending {
  readonly step: CommandStep;
  readonly output: Output;
  /** Null where the chapter shows no output. */
  readonly match: Match | null;
  readonly death?: Death;
}

/** How the end of a step is not what the chapter promises, whoever is to blame; null where the chapter holds. */
export function complaintOf({ step, output, match, death }: Ending, place: Place): Message | null {
  if (death !== undefined) {
    const { name, exitCode: exit, line } = death;
    return line === ''
      ? message('container-ended-silently', { name, exit }, place)
      : message('container-ended', { name, exit, line: line.slice(0, 300) }, place);
  }
  switch (output.ended) {
    case 'timeout':
      return message('step-timeout', { seconds: Math.round(output.durationMs / 1000) }, place);
    case 'question':
      return asked(lastLine(output.text), place);
    case 'exit':
    case 'opened':
    case 'interrupted':
    case 'running':
    case 'detached':
    case 'closed':
    case 'not-typed':
      break;
  }
  const wrongExit = complaintOfExit(step, output, match, place);
  if (wrongExit) return wrongExit;
  if (match?.verdict !== 'mismatch' || differsInPrompt(match, output)) return null;
  const line = firstDiffering(step, match);
  return message('step-mismatch', { reason: match.reason ?? '' }, { ...(place.path && { path: place.path }), line });
}

/** Line of the chapter at which its output no longer holds. */
function firstDiffering({ line, expected }: CommandStep, { diff }: Match): number {
  const own = diff.find((one) => one.op === 'changed' || one.op === 'missing');
  const added = diff.find((one) => one.op === 'unexpected');
  const at = own?.expectedLine ?? added?.afterExpectedLine ?? 1;
  return expected?.lines[at - 1]?.line ?? expected?.line ?? line;
}

/** All that the chapter shows and that did not come is the prompt of the program that was opened. */
function differsInPrompt({ diff }: Match, { ended }: Output): boolean {
  const differing = diff.filter(({ op }) => op !== 'same');
  return ended === 'opened' && differing.every((line) => line.op === 'missing' && isPrompt(line.expected));
}

function isPrompt(line: string): boolean {
  return /^[^\s"']{0,40}\s?[#$>%]$|^[\w.-]+@[\w.-]+:\S*$/.test(withoutCursor(line.trim()));
}

function asked(question: string, place: Place): Message {
  return question === ''
    ? message('session-waits-for-input', {}, place)
    : message('step-question', { question }, place);
}

function complaintOfExit(step: CommandStep, output: Output, match: Match | null, place: Place): Message | null {
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
  if (exitCode === 0 && match === null) return complaintInSpite(step, output, place);
  // A chapter that shows the error has said that the command fails; the matcher knows an error when it sees one.
  if (exitCode === 0 || (match !== null && match.verdict !== 'mismatch')) return null;
  if (misses(step, output) || passesBy(step, output)) return null;
  const line = (keptQuiet(step, output) ?? tellingLine(output.text)).slice(0, 300);
  return line === ''
    ? message('step-failed-silently', { exit: exitCode }, place)
    : message('step-failed', { exit: exitCode, line }, place);
}

/** It fails for want of what the page says is not there. */
function misses({ toldMissing }: CommandStep, { text }: Output): boolean {
  if (toldMissing === undefined) return false;
  return toldMissing === 'image' ? faultsIn(text).length > 0 : faultsIn(text).some(({ kind }) => kind === 'missing');
}

/** `find` has looked everywhere but where the kernel lets nobody in, or where a process has ended meanwhile. */
function passesBy({ text }: CommandStep, output: Output): boolean {
  const said = output.text.split('\n').filter((line) => line.startsWith('find: '));
  return isOf(printersOf(text), 'find') && said.length > 0 && said.every((line) => /^find: ['‘"]\/proc\//.test(line));
}

/** Programs that end with status 0 although they did nothing of what they were asked. */
function complaintInSpite(step: CommandStep, output: Output, place: Place): Message | null {
  const { text } = step;
  const lines = output.text.trim().split('\n');
  const { contacts, readsLog } = effectsOf(text);
  const { calls } = understand(text);
  // `… || echo "it is not there"` says itself what comes then.
  if (calls.some(({ command }) => command.after === '||')) return null;
  const late = misreadIn(text).find(({ how }) => how === 'late');
  if (late?.how === 'late' && effectsOf(text).output?.form === 'id')
    return message('option-late', { option: late.option, image: late.image }, place);
  const piped = calls.some(({ command }) => command.stages > 1);
  const printers = printersOf(text);
  const isDocker = printers.length === 1 && isOf(printers, 'docker') && printers[0]?.where === 'host';
  const quiet = keptQuiet(step, output);
  if (quiet !== null) return message('step-failed-with-success', { line: quiet }, place);
  if (lines.length > 3) return null;
  const fault = faultsIn(output.text).find(
    ({ kind, thing, of }) =>
      kind === 'no-engine' ||
      // Of the programs of a pipe only the last one's status counts.
      (piped && ((of === 'docker' && !readsLog) || (kind === 'missing' && isWord(thing?.name, text)))) ||
      (kind === 'usage' && isDocker) ||
      (['refused', 'unresolved'].includes(kind) && contacts.length > 0) ||
      // `eval $(docker-machine env)` evaluates nothing where there is no such program.
      (kind === 'missing' && thing?.kind === 'program' && calls.some(({ program }) => program === thing.name)),
  );
  return fault === undefined ? null : message('step-failed-with-success', { line: fault.line }, place);
}

function isWord(name: string | undefined, text: string): boolean {
  return name !== undefined && wordsOf(text).includes(name);
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)?.trim() ?? '';
}
