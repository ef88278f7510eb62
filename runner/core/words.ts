/** The words of a text: what stands between its blanks. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** A text with one blank between its words, and none around them. */
export function squash(text: string): string {
  return wordsOf(text).join(' ');
}

/** Whether a text is a whole number. */
export function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

/** A text up to a sign; the whole text where there is none. */
export function before(text: string, sign: string): string {
  const at = text.indexOf(sign);
  return at < 0 ? text : text.slice(0, at);
}

/** A text from behind a sign on; the whole text where there is none. */
export function after(text: string, sign: string): string {
  return text.slice(text.indexOf(sign) + 1);
}

/** A text without what it begins with, where it does. */
export function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

/** A text without what it ends with, where it does. */
export function withoutEnding(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length) : text;
}
