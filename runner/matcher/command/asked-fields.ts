import type { Context } from '../tolerances/tolerance.ts';

/** Values of which only the command's template (`--format '{{.State.Pid}}'`) tells what they are. */
const labels: readonly (readonly [field: RegExp, label: string, form: string])[] = [
  [/\.State\.Pid\b/, 'State.Pid: ', '\\d+'],
  [/\.HostPort\b/, 'HostPort: ', '\\d+'],
  [/\.(?:CPU|Mem)Perc\b/, 'Perc: ', '[\\d.]+%'],
  [/\.(?:Net|Block)IO\b/, 'IO: ', '[\\d.]+\\w+ / [\\d.]+\\w+'],
  [/\.PIDs\b/, 'PIDs: ', '\\d+'],
];

/** The lines that a template makes, and what stands before each of their parts that need a label. */
export interface AskedFields {
  /** Each odd group is what stands before a value, the even one after it the value. */
  readonly form: RegExp;
  readonly labels: readonly string[];
}

/** Reads the template of a command; null where it asks for no such value, or for several lines. */
export function readAskedFields(command: string): AskedFields | null {
  if (!/\{\{.*\.(?:State\.Pid|HostPort|CPUPerc|MemPerc|NetIO|BlockIO|PIDs)\b/.test(command)) return null;
  const asked: string[] = [];
  let source = '';
  for (const part of readTemplate(command)) {
    const known = part.startsWith('{{') ? labels.find(([field]) => field.test(part)) : undefined;
    if (known === undefined) source += part.startsWith('{{') ? '.*?' : literally(part);
    else {
      asked.push(known[1]);
      source = `${source})(${known[2]})(`;
    }
  }
  return asked.length === 0 ? null : { form: new RegExp(`^(${source})$`), labels: asked };
}

/** The parts of a command's template: fields in braces, and what stands between them. None for several lines. */
export function readTemplate(command: string): readonly string[] {
  const template = /(?:\s-f|\s--format)[= ]?\s*(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|(\S+))/.exec(command);
  const text = (template?.[1] ?? template?.[2] ?? template?.[3] ?? '')
    .replace(/\\t/g, '\t')
    .replace(/\\"/g, '"')
    .trim();
  return /\{\{-?\s*(?:range|if|with|json|end)\b|^table\b|\n|\\n/.test(text) ? [] : text.split(/(\{\{.*?\}\})/);
}

/** A text as an expression that is true of it alone. */
export function literally(text: string): string {
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
