/** `Ctrl+P, Ctrl+Q`, `Ctrl + P + Q`, `^P^Q`: a container that is open is let go of, and runs on. */
export const detachKeys = /\bctrl\b[^\n]{0,30}?\bp\b[^\n]{0,30}?\bq\b|\^P\s*\^Q/i;

/** Keys that end something, or nothing at all. */
const endKeys = /^(?:\^?C|ctrl\s*[+-]?\s*[cd])?$/i;

/** What a line is that holds nothing but keys: a prompt that was left, or what is told about the container; else null. */
export function roleOfKeys(text: string): 'prompt' | 'comment' | null {
  const rest = text.trim();
  if (endKeys.test(rest)) return 'prompt';
  return detachKeys.test(rest) && rest.replace(detachKeys, '').replace(/[`'"\s]/g, '') === '' ? 'comment' : null;
}
