/** Stands in a line for characters that its author left out. */
export const gap = '\uf0f0';

/** The end of a value of which only the beginning is shown. */
export const cutEnd = `(?:[…${gap}]|\\.\\.\\.)`;

/** A text without the dots at which a display, or an author, cut it. */
export function withoutCut(text: string): string {
  return text.replace(/\s*(?:…|\.{3})$/, '');
}
