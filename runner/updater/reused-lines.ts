import type { ResolvedLine } from '../core/match.ts';

/** New lines that stand word for word among the chapter's own, in the same order, are those: they are not written anew. */
export function reuseLines(texts: readonly string[], desired: readonly ResolvedLine[]): readonly ResolvedLine[] {
  let next = 1;
  return desired.map((line, index) => {
    if (line.from !== null) {
      next = line.from + 1;
      return line;
    }
    const limit = desired.slice(index).find(({ from }) => from !== null)?.from ?? texts.length + 1;
    const at = texts.slice(next - 1, limit - 1).indexOf(line.text);
    if (at < 0) return line;
    const from = next + at;
    next = from + 1;
    return { ...line, from };
  });
}
