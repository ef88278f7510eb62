/** The terminal shows the key that ended a command before what it prints last. */
const key = /^\^[CDZ\\](?=.)/;

export function isInterrupted(text: string): boolean {
  return key.test(text);
}

/** The line without that key. */
export function withoutKey(text: string): string {
  return text.replace(key, '');
}
