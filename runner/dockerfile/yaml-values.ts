/** A mapping; empty where the value is none. */
export function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** A list; empty where the value is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text, also of a number or a truth value; null for anything else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A command as a list of words or as one line. */
export function wordsOrText(value: unknown): readonly string[] | string | null {
  return Array.isArray(value) ? listOf(value).map((word) => textOf(word) ?? '') : textOf(value);
}
