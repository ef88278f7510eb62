import { type Message, message, type Place, type Told } from '../core/message.ts';
import { type Cause, isUnproven, type Outcome } from '../core/outcome.ts';
import type { CommandStep } from '../core/plan.ts';
import { evidenceAgainst } from './against.ts';
import { complaintOf } from './complaint.ts';
import { consequenceOf, missedInSilence } from './consequence.ts';
import type { Evidence } from './evidence.ts';
import { toldFaults } from './faults.ts';
import { foundNothing, soughtBy } from './nothing-there.ts';
import { isProven } from './proof.ts';
import { leftToReader, readersPartOf } from './readers-part.ts';
import { differingIn } from './rows.ts';
import { surroundingsOf } from './surroundings.ts';
import { troubleTold } from './told.ts';

/** What the session says of a step's end and the verdict says with its place. */
const saidHere = new Set(['session-question', 'session-waits-for-input', 'session-timeout']);

/**
 * Decides what a typed step's end says, and who is to blame where it is not as promised: first an earlier step, then
 * the surroundings, then the reader, and only where everything that it needed was there the chapter.
 */
export function decide(evidence: Evidence): Outcome {
  const { step, facts, output, match, typed, surroundings } = evidence;
  const place: Place = { path: facts.site.chapter, line: step.line, column: step.column };
  const told = output.messages.filter(({ code }) => !saidHere.has(code)).map((found) => at(found, place));
  const outcome = (status: Outcome['status'], cause: Cause | null, ...messages: Message[]): Outcome => ({
    step,
    status,
    cause,
    output,
    match,
    typed,
    messages: [...told, ...messages],
  });
  // Ctrl-C of the user says nothing about the chapter.
  if (output.messages.some(({ code }) => code === 'session-stopped'))
    return outcome('skipped', { kind: 'reader', evidence: told });
  if (match === null && foundNothing(step.text, output.text, evidence.fates))
    return outcome('passed', null, message('step-nothing-there', {}, place, 'info'));
  const sought = match === null ? soughtBy(evidence) : null;
  if (sought?.meantThere === false) return outcome('passed', null, message('step-nothing-found', {}, place, 'info'));
  const complaint = complaintOf(evidence, place);
  if (complaint === null) {
    const missed = missedInSilence(evidence);
    if (missed !== null) {
      const why = troubleTold(missed, place.path ?? '');
      return outcome('broken', { kind: 'step', of: missed.root, evidence: [why] }, placed(why, place));
    }
    const broken = brokenAt(step, place);
    if (broken !== null) return outcome('failed', { kind: 'chapter', evidence: [broken] }, broken);
    if (surroundings.standIn?.always !== true) return outcome('passed', null);
    const why: Told = { code: 'stand-in-fault', args: { why: surroundings.standIn.why } };
    return outcome('broken', { kind: 'surroundings', evidence: [why] }, placed(why, place));
  }
  const own = doneByReader(evidence);
  if (own !== null) {
    const said = told.some(({ code }) => code === own.code) ? [] : [placed(own, place, 'info')];
    return outcome('skipped', { kind: 'reader', evidence: [own] }, ...said);
  }
  const { status, cause } = blame(evidence, complaint);
  if ((cause.kind === 'chapter' || isUnproven({ cause })) && evidence.astray === true) {
    const astray: Told = { code: 'astray-before', args: {} };
    const differs: Message = { ...complaint, severity: 'info' };
    return outcome('skipped', { kind: 'reader', evidence: [astray] }, differs, placed(astray, place, 'info'));
  }
  const [first = complaint] = cause.evidence;
  const kept =
    cause.kind === 'chapter'
      ? [
          complaint,
          ...cause.evidence
            .slice(1)
            .filter(({ code }) => code !== complaint.code)
            .map((one) => placed(one, place, 'info')),
        ]
      : [placed(first, place)];
  return outcome(status, cause, ...kept);
}

/** Whoever copies the command gets another one: it went on only because its author's meaning was typed. */
function brokenAt({ broken }: CommandStep, { path }: Place): Message | null {
  if (broken === undefined) return null;
  const code = broken.how === 'lost' ? 'continuation-lost' : 'continuation-blank';
  return message(code, {}, { ...(path && { path }), line: broken.line });
}

/** What the person at the keyboard did in their own way says nothing about the chapter. */
function doneByReader({ byHand, output }: Evidence): Told | null {
  const ended = output.messages.find(({ code }) => code === 'session-interrupted-by-reader');
  if (ended !== undefined) return { code: ended.code, args: {} };
  return byHand === true ? { code: 'edited-by-reader', args: {} } : null;
}

interface Blame {
  readonly status: Outcome['status'];
  readonly cause: Cause;
}

function blame(evidence: Evidence, complaint: Message): Blame {
  const path = evidence.facts.site.chapter;
  const faults = toldFaults(evidence);
  const rows = complaint.code === 'step-mismatch' || faults.length === 0 ? differingIn(evidence) : null;
  const trouble = consequenceOf(evidence, faults, rows);
  if (trouble !== null)
    return { status: 'broken', cause: { kind: 'step', of: trouble.root, evidence: [troubleTold(trouble, path)] } };
  const left = leftToReader(evidence, faults);
  if (left !== null)
    return {
      status: left.code === 'reader-clears' ? 'broken' : 'skipped',
      cause: { kind: 'reader', evidence: [left] },
    };
  const against = evidenceAgainst(evidence, faults);
  if (against.length > 0) return { status: 'failed', cause: { kind: 'chapter', evidence: [complaint, ...against] } };
  const around = surroundingsOf(evidence, faults);
  if (around !== null) return { status: 'broken', cause: { kind: 'surroundings', evidence: [around] } };
  const readers = readersPartOf(evidence, faults, rows);
  if (readers === null && isProven(evidence, complaint, faults))
    return { status: 'failed', cause: { kind: 'chapter', evidence: [complaint] } };
  if (readers === null) {
    const what: Told = { code: complaint.code, args: complaint.args };
    return {
      status: 'broken',
      cause: { kind: 'surroundings', evidence: [{ code: 'not-proven', args: { what } }] },
    };
  }
  return {
    status: readers.code === 'rows-of-before' || readers.code === 'more-than-made' ? 'broken' : 'skipped',
    cause: { kind: 'reader', evidence: [readers] },
  };
}

function placed({ code, args }: Told, place: Place, severity: Message['severity'] = 'error'): Message {
  return message(code, args, place, severity);
}

/** A message of the session, which knows no chapter, at the step's place. */
export function at(found: Message, { path, line, column }: Place): Message {
  return found.line === null ? { ...found, path: path ?? null, line: line ?? null, column: column ?? null } : found;
}
