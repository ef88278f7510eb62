/** Replaces `$x`, `${x}`, `${x:-word}` and `${x:+word}` by what is known; what is not stays as written. */
export function resolveVariables(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:(\w+)|\{(\w+)(?::([-+])([^}]*))?\})/g, (whole, plain, braced, operator, word) => {
    const value = variables.get(String(plain ?? braced));
    if (operator === '+') return value === undefined ? '' : String(word);
    if (value !== undefined) return value;
    return operator === '-' ? String(word) : String(whole);
  });
}
