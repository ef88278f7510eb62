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

/**
 * A new line that comes in the place of an old one of which it keeps a word is that line, changed: what the author wrote
 * behind it stays.
 */
export function pairLines(texts: readonly string[], desired: readonly ResolvedLine[]): readonly ResolvedLine[] {
  const kept = new Set(desired.map(({ from }) => from));
  let next = 1;
  return desired.map((line) => {
    if (line.from !== null) {
      next = line.from + 1;
      return line;
    }
    if (kept.has(next) || next > texts.length || !sharesWord(texts[next - 1] ?? '', line.text)) return line;
    next += 1;
    return { ...line, from: next - 1 };
  });
}

function sharesWord(old: string, text: string): boolean {
  const words = new Set(old.match(/[\p{L}\p{N}_-]{3,}/gu));
  return (text.match(/[\p{L}\p{N}_-]{3,}/gu) ?? []).some((word) => words.has(word));
}
