import type { Context } from '../tolerances/tolerance.ts';

/** Values of which only the command's template (`--format '{{.State.Pid}}'`) tells what they are. */
const fields: readonly (TemplateField & { readonly label: string })[] = [
  { field: /\.State\.Pid\b/, label: 'State.Pid: ', form: String.raw`\d+` },
  { field: /\.HostPort\b/, label: 'HostPort: ', form: String.raw`\d+` },
  { field: /\.(?:CPU|Mem)Perc\b/, label: 'Perc: ', form: String.raw`[\d.]+%` },
  { field: /\.(?:Net|Block)IO\b/, label: 'IO: ', form: String.raw`[\d.]+\w+ / [\d.]+\w+` },
  { field: /\.PIDs\b/, label: 'PIDs: ', form: String.raw`\d+` },
];

/** The lines that a template makes, and what stands before each of their parts that need a label. */
export interface AskedFields {
  /** Each odd group is what stands before a value, the even one after it the value. */
  readonly form: RegExp;
  readonly labels: readonly string[];
}

/** Reads the template of a command; null where it asks for no such value, or for several lines. */
export function readAskedFields(command: string): AskedFields | null {
  const lines = templateLines(command, fields);
  return lines === null ? null : { form: lines.form, labels: lines.found.map(({ label }) => label) };
}

/** A field of a template (`{{.State.Pid}}`), and what its values look like. */
export interface TemplateField {
  readonly field: RegExp;
  readonly form: string;
}

/**
 * The lines that a command's template makes: an expression whose even groups are the values of the given fields, and
 * which field each is. Null where the template has none of them, or makes several lines.
 */
export function templateLines<Field extends TemplateField>(
  command: string,
  fields: readonly Field[],
): { readonly form: RegExp; readonly found: readonly Field[] } | null {
  if (!fields.some(({ field }) => field.test(command))) return null;
  const found: Field[] = [];
  let source = '';
  for (const part of readTemplate(command)) {
    const known = part.startsWith('{{') ? fields.find(({ field }) => field.test(part)) : undefined;
    if (known === undefined) source += part.startsWith('{{') ? '.*?' : literally(part);
    else {
      found.push(known);
      source = `${source})(${known.form})(`;
    }
  }
  return found.length === 0 ? null : { form: new RegExp(`^(${source})$`), found };
}

/** The parts of a command's template: fields in braces, and what stands between them. None for several lines. */
function readTemplate(command: string): readonly string[] {
  const template = /(?:\s-f|\s--format)[= ]?\s*(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|(\S+))/.exec(command);
  const text = (template?.[1] ?? template?.[2] ?? template?.[3] ?? '')
    .replace(/\\t/g, '\t')
    .replace(/\\"/g, '"')
    .trim();
  return /\{\{-?\s*(?:range|if|with|json|end)\b|^table\b|\n|\\n/.test(text) ? [] : text.split(/(\{\{.*?\}\})/);
}

/** A text as an expression that is true of it alone. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** The line with such values labelled, as a document that says what they are. */
export function asAsked(line: string, { asked }: Context): string {
  const parts = asked?.form.exec(line.trim())?.slice(1);
  if (parts === undefined) return line;
  return parts
    .map((part, index) => (index % 2 === 0 ? part : `${asked?.labels[(index - 1) / 2] ?? ''}${part}`))
    .join('');
}
