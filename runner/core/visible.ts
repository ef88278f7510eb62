/** Characters that a terminal obeys or does not show. */
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/g;
const marks = /\p{M}|[\u1160-\u11ff]/gu;

/** Two texts that differ, so that it can be seen in what: characters that look like nothing are told by their code. */
export function toldApart(expected: string, actual: string): readonly [expected: string, actual: string] {
  const codes = expected.normalize('NFC') === actual.normalize('NFC') ? [hidden, marks] : [hidden];
  const told = (text: string) => codes.reduce((shown, each) => shown.replace(each, codeOf), text);
  return [told(expected), told(actual)];
}

/** A character by its code. */
export function codeOf(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
