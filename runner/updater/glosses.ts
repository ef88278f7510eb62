/** An author's remark behind printed text: `abc   ← 실제 레이어 데이터`. */
const gloss = /[ \t]+(?:←|⬅|⇐|⟵|↤|◀|<--?(?= ))[^\n]*$/u;

/** The new line with the remark that stood behind the old one, in the column where it stood if there is room. */
export function keepGloss(old: string, text: string): string {
  const found = gloss.exec(old);
  if (!found || gloss.test(text)) return text;
  const remark = found[0].trimStart();
  const column = old.length - remark.length;
  return `${text.trimEnd().padEnd(column - 1)} ${remark}`;
}

/** The line without such a remark. */
export function withoutGloss(line: string): string {
  return line.replace(gloss, '');
}
