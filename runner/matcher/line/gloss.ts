/** The line without an author's remark at its end (`abc  ← 실제 레이어 데이터`, `abc   # now 3000`); null without one. */
export function withoutGloss(line: string): string | null {
  const match = /\s+(?:←|⬅|⇐|◀|<--?|<==?|↤|➡|→ |\/\/ |# |\/\* ).*$/.exec(line);
  return match === null || line.slice(0, match.index).trim() === '' ? null : line.slice(0, match.index);
}
