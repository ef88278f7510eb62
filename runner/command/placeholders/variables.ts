/** A variable of a course format: its page puts the value there before anybody types it. Offsets are into the text given. */
interface NamedVariable {
  readonly name: string;
  /** As it stands: `$$team$$`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Values of variables, by their names. */
export type Values = ReadonlyMap<string, string>;

/**
 * How variables are written: in Docker's Labspaces (to a shell `$$` would be a process's number), by Katacoda, by
 * Killercoda, as Hugo's parameters (Educates), as data of Educates and of Jekyll. A template of Docker's own begins with
 * a dot or a verb.
 */
const form =
  /\$\$([A-Za-z_][\w-]*)\$\$|\[\[([A-Z][A-Z0-9_]*)\]\]|\{\{\s*(TRAFFIC_[A-Z0-9_]+)\s*\}\}|\{\{[<%]\s*param\s+["']?([\w.-]+)["']?\s*[>%]\}\}|\{\{\s*((?:site|page)\.[\w.-]+|(?:session|ingress|workshop|environment)_[a-z_]+)\s*\}\}/g;

/** The variables in a text, in order. */
export function variablesIn(text: string): readonly NamedVariable[] {
  if (!/\$\$|\[\[|\{\{/.test(text)) return [];
  return [...text.matchAll(form)].map((match) => ({
    name: match.slice(1).find((group) => group !== undefined) ?? '',
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The text with every variable that has a value replaced by it; a value may hold another variable. */
export function fillVariables(text: string, values: Values): string {
  if (values.size === 0) return text;
  const fill = (whole: string, get: (name: string) => string | undefined) =>
    replaceVariables(whole, ({ name, text: own }) => get(name) ?? own);
  return fill(text, (name) => {
    const value = values.get(name);
    return value === undefined ? undefined : fill(value, (inner) => values.get(inner));
  });
}

/** The text with something else in the place of each variable. */
export function replaceVariables(text: string, by: (variable: NamedVariable) => string): string {
  return variablesIn(text).reduceRight((rest, one) => rest.slice(0, one.start) + by(one) + rest.slice(one.end), text);
}
