import type { Role } from '../forms/read-form.ts';
import { formOf } from '../forms/read-form.ts';
import { phrases } from '../phrase.ts';
import type { Fault, FaultKind } from './read-faults.ts';
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
const marked = phrases(
  ['…{error|fail|denied|cannot|could not|unable|unknown|invalid|requires|not found|no such}', '{fatal|panic|E}: '],
  true,
);

/**
 * The fault that made a command fail: what is a cause before what follows from it, what is told in known words before
 * what only tells that something failed, and the last before earlier ones.
 *
 * @returns null where no line tells a fault in words that are known
 */
export function tellingFault(output: string): Fault | null {
  const faults = faultsIn(output).filter(({ line }) => formOf(line)?.role !== 'notice');
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
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const own = lines.filter((line) => !beside.has(formOf(line)?.role ?? 'part'));
  const message = own.findLast((line) => marked(line) !== null && line.trim() !== fault?.line);
  return (message ?? fault?.line ?? own.at(-1) ?? '').trim();
}

const beside: ReadonlySet<Role> = new Set(['notice', 'progress', 'summary']);
