import type { ResolvedLine } from '../core/match.ts';

/**
 * New lines with the empty lines that stand around them in the real output. The comparison passes over empty lines; who
 * reads new lines should not have to.
 *
 * @param raw the same lines as the comparison gave them, before anything personal was taken out
 */
export function withBlankLines(
  desired: readonly ResolvedLine[],
  raw: readonly ResolvedLine[],
  actual: string,
): readonly ResolvedLine[] {
  if (desired.every(({ from }) => from !== null)) return desired;
  const real = actual.split('\n').map((line) => line.trimEnd());
  const result: ResolvedLine[] = [];
  let at = 0;
  for (const [index, line] of desired.entries()) {
    const found = real.indexOf((raw[index]?.text ?? '').trimEnd(), at);
    const isNew = line.from === null || desired[index - 1]?.from === null;
    const previous = result.at(-1)?.text ?? '';
    if (isNew && found > 0 && real[found - 1] === '' && previous !== '' && line.text !== '')
      result.push({ from: null, text: '' });
    result.push(line);
    if (found >= 0) at = found + 1;
  }
  return result;
}
