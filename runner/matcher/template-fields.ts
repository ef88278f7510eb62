import { isOf, type Printer, type TemplatePart } from '../command/index.ts';
import { escaped } from '../core/escaped.ts';

/** A value of which only the command's template (`--format '{{.State.Pid}}'`) tells what it is. */
interface Field {
  /** What the expression ends with. */
  readonly path: string;
  readonly form: string;
  /** What a document would write before the value; none where it tells nothing that a chapter could promise. */
  readonly label?: string;
}

/** Values of the moment. */
const moment: readonly Field[] = [
  { path: 'State.Pid', label: 'State.Pid: ', form: String.raw`\d+` },
  { path: 'HostPort', label: 'HostPort: ', form: String.raw`\d+` },
  ...['CPUPerc', 'MemPerc'].map((path) => ({ path, label: 'Perc: ', form: String.raw`[\d.]+%` })),
  ...['NetIO', 'BlockIO'].map((path) => ({ path, label: 'IO: ', form: String.raw`[\d.]+\w+ / [\d.]+\w+` })),
  { path: 'PIDs', label: 'PIDs: ', form: String.raw`\d+` },
];

/** What `docker info` and `docker version` know of the machine. */
const machine: readonly Field[] = [
  ...['ServerVersion', 'KernelVersion', 'GoVersion', 'Version'].map((path) => ({
    path,
    form: String.raw`(?:go)?v?\d[\w.+~-]*`,
  })),
  ...['APIVersion', 'ApiVersion', 'MinAPIVersion'].map((path) => ({ path, form: String.raw`\d+\.\d+` })),
  ...['NCPU', 'MemTotal'].map((path) => ({ path, form: String.raw`\d+` })),
  { path: 'GitCommit', form: String.raw`[\w.+~-]+` },
  { path: 'OperatingSystem', form: String.raw`[A-Z][\w./() +-]*?` },
];

/** The lines that a template makes, and the values in them that only the template explains. */
export interface TemplateLines {
  /** Each odd group is what stands before a value, the even one after it the value. */
  readonly form: RegExp;
  readonly fields: readonly Field[];
}

/** Reads the templates of a command; null where none asks for such a value, or where it makes several lines. */
export function readTemplateLines(printers: readonly Printer[]): TemplateLines | null {
  for (const printer of printers) {
    const fields = isOf([printer], 'docker version', 'docker system info') ? [...moment, ...machine] : moment;
    const lines = linesOf(printer.template?.parts ?? [], fields);
    if (lines !== null) return lines;
  }
  return null;
}

function linesOf(parts: readonly TemplatePart[], fields: readonly Field[]): TemplateLines | null {
  const found: Field[] = [];
  let source = '';
  for (const part of parts) {
    const path = 'fields' in part ? part.fields.join('.') : '';
    const known = fields.find((field) => `.${path}`.endsWith(`.${field.path}`));
    if (known !== undefined) found.push(known);
    if ('text' in part) source += escaped(part.text);
    else source += known === undefined ? '.*?' : `)(${known.form})(`;
  }
  return found.length === 0 ? null : { form: new RegExp(`^(${source})$`), fields: found };
}

/** The line with such values labelled, as a document that says what they are. */
export function asAsked(line: string, asked: TemplateLines | null | undefined): string {
  return withValues(line.trim(), asked, ({ label = '' }, value) => `${label}${value}`) ?? line;
}

/** The line without the values of the machine that the command's template asks for. */
export function withoutMachine(line: string, asked: TemplateLines | null | undefined): string {
  return withValues(line, asked, ({ label }, value) => (label === undefined ? '<value>' : value)) ?? line;
}

function withValues(
  line: string,
  asked: TemplateLines | null | undefined,
  write: (field: Field, value: string) => string,
): string | null {
  const parts = asked?.form.exec(line)?.slice(1);
  if (asked == null || parts === undefined) return null;
  return parts
    .map((part, index) => {
      const field = index % 2 === 0 ? undefined : asked.fields[(index - 1) / 2];
      return field === undefined ? part : write(field, part);
    })
    .join('');
}
