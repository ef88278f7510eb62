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

/** Takes away empty lines that stand between nothing any more: what they set apart is gone. */
export function dropStrayBlanks(desired: readonly ResolvedLine[]): readonly ResolvedLine[] {
  const isBlank = (line: ResolvedLine | undefined) => line === undefined || line.text.trim() === '';
  const result: ResolvedLine[] = [];
  for (const line of desired) {
    const before = result.at(-1);
    const wereApart = before === undefined || before.from === null || line.from !== before.from + 1;
    if (!isBlank(line) || !isBlank(before) || !wereApart) result.push(line);
  }
  while (result.length > 0 && isBlank(result.at(-1))) result.pop();
  return result;
}
