import { unpainted } from './terminal-text.ts';

// Made when it is first needed: that takes longer than to read a page.
let graphemes: Intl.Segmenter | null = null;
const none = /^[\p{M}\p{Cf}\p{Cc}]/u;
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u;

/** Letters that never combine: of those outside ASCII each takes two columns. */
const alone = /^[\x20-\x7e\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]*$/;

/** Columns that a text takes on a terminal: two for Korean, Chinese, Japanese and emoji, none for marks that combine. */
export function widthOf(text: string): number {
  if (alone.test(text)) return text.length + text.replace(/[\x20-\x7e]+/g, '').length;
  let width = 0;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(text)) width += none.test(segment) ? 0 : wide.test(segment) ? 2 : 1;
  return width;
}

/** The text, cut with `…` where it takes more columns than there are. */
export function shorten(text: string, columns: number): string {
  // No letter takes more than two columns.
  if (text.length * 2 <= columns || widthOf(text) <= columns) return text;
  let [kept, width] = ['', 0];
  for (const char of text) {
    width += char >= ' ' && char <= '~' ? 1 : widthOf(char);
    if (width > columns - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

/** The text with blanks up to a number of columns. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** A sentence in lines of at most so many columns, broken between words; a longer word stands alone. It may be painted. */
export function brokenAt(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  const width = (painted: string) => widthOf(unpainted(painted));
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && width(last) + 1 + width(word) <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
