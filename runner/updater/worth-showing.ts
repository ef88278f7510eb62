import { effectsOf } from '../command/index.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep } from '../core/plan.ts';

/** Logs that tell a reader something; those of downloads and builds only scroll by. */
const tellingLogs = new Set(['load', 'curl', 'version']);

/** Whether a command printed something that a reader is helped by. */
export function isWorthShowing({ text, into, annotation, failureExpected }: CommandStep, output: Output): boolean {
  if (annotation.expect === 'none' || output.ended !== 'exit' || output.text.trim() === '') return false;
  if (output.omittedLines > 0 || (output.exitCode !== 0 && !failureExpected)) return false;
  if (into !== 'shell') return false;
  const known = effectsOf(text).output;
  switch (known?.form) {
    case undefined:
      return !/^(?:[0-9a-f]{12,64}\s*)+$/.test(output.text);
    case 'table':
      // A header without a row shows that there is nothing.
      return known.quiet || output.text.trim().includes('\n');
    case 'json':
    case 'yaml':
      return true;
    case 'log':
      return tellingLogs.has(known.log);
    case 'id':
    case 'names':
      return false;
  }
}
