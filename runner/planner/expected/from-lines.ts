import type { Expected } from '../../core/plan.ts';
import type { SourceLine } from '../../core/source.ts';

/** Expected output from lines that stand one after the other. */
export function expectedOf(
  lines: readonly SourceLine[],
  form: Expected['form'],
  block: number,
  partial = false,
): Expected {
  const [first] = lines;
  return { form, lines, text: lines.map(({ text }) => text).join('\n'), line: first?.line ?? 0, partial, block };
}
