/**
 * Sequences that leave the text and the cursor where they are when the cursor stands at the end of the text: colours,
 * erase to the end of the line (`grep --color`), modes other than the alternate screen, titles and hyperlinks.
 */
const harmless =
  /\x1b\[[0-9;:]*m|\x1b\[0?K|\x1b\[\?(?!(?:.*;)?(?:47|1047|1048|1049)(?:;.*)?[hl])[0-9;]*[hl]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>]|\r+(?=\n)|[\0-\x07\x7f]/g;
const control = /[\0-\x09\x0b-\x1f\x7f-\x9f]/;
const unfinished = /(?:\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]{0,65536}\x1b?|[()#%*+ ]?)?|\r+)$/;

/** Text without the control characters that do not matter; null where the cursor is moved and a screen is needed. */
export function plainText(text: string): string | null {
  if (!control.test(text)) return text;
  const plain = text.replace(harmless, '');
  if (!control.test(plain)) return plain;
  return /[^\t\n\x20-\x7e]/.test(plain) ? null : expandTabs(plain);
}

/** Length of the end of `text` that may be a sequence's beginning. */
export function unfinishedLength(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  if (last !== 13 && text.lastIndexOf('\x1b') === -1) return 0;
  return unfinished.exec(text)?.[0].length ?? 0;
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  return text
    .split('\n')
    .map((line) => {
      let out = '';
      for (const [index, part] of line.split('\t').entries()) {
        if (index > 0) out += ' '.repeat(8 - (out.length % 8));
        out += part;
      }
      return out;
    })
    .join('\n');
}
