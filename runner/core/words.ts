/** The words of a text: what stands between its blanks. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** A text with one blank between its words, and none around them. */
export function squash(text: string): string {
  return wordsOf(text).join(' ');
}
