import { formOf } from '../forms/read-form.ts';
import { phrases } from '../phrase.ts';
import type { Fault, FaultKind } from './fault.ts';
import { faultsIn } from './read-faults.ts';

/** What is the cause of other faults rather than their effect. */
const causes: ReadonlySet<FaultKind> = new Set([
  'expired',
  'no-engine',
  'no-space',
  'rate-limit',
  'refused',
  'unreachable',
  'unresolved',
]);

/** How programs mark a line as the message of a failure, whatever it says. */
const marked = phrases([
  '{docker: |}Error response from daemon: ',
  '{Error|fatal|panic|E}: ',
  '{npm|yarn} {ERR!|error} ',
  '[ERROR] ',
  '…{failed|failure}',
  '…error',
  '…{denied|cannot|could not|unable|unknown|invalid|requires|not found|no such}',
]);

/**
 * The fault that made a command fail: what is a cause before what follows from it, what is told in known words before
 * what only tells that something failed, and the last before earlier ones.
 *
 * @returns null where no line tells a fault in words that are known
 */
export function tellingFault(output: string): Fault | null {
  const faults = faultsIn(output).filter(({ line }) => !isBeside(line));
  return (
    faults.findLast(({ kind }) => causes.has(kind)) ??
    faults.findLast(({ kind }) => kind !== 'exited') ??
    faults.at(-1) ??
    null
  );
}

/**
 * The line of an output that says why a command failed; empty where none does. A hint where to look, a usage text, the
 * fetching of an image say nothing of that.
 */
export function tellingLine(output: string): string {
  const fault = tellingFault(output);
  if (fault !== null && fault.kind !== 'exited') return fault.line;
  const own = output.split('\n').filter((line) => line.trim() !== '' && !isBeside(line));
  const line = own.findLast((each) => marked(each) !== null && each.trim() !== fault?.line);
  return (line ?? fault?.line ?? own.at(-1) ?? '').trim();
}

function isBeside(line: string): boolean {
  const role = formOf(line)?.role;
  return role === 'notice' || role === 'progress' || role === 'summary';
}
