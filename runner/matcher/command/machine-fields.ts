import type { Place } from '../tolerances/tolerance.ts';
import { type TemplateField, templateLines } from './asked-fields.ts';

/** What `docker info` and `docker version` know of the machine, and the form it has. */
const fields: readonly TemplateField[] = [
  {
    field: /\.(?:Server|Kernel|Go|Client\.|Server\.|Client\.Go|Server\.Go)?Version\s*\}/,
    form: String.raw`(?:go)?v?\d[\w.+~-]*`,
  },
  { field: /\.(?:Min)?A(?:PI|pi)Version\s*\}/, form: String.raw`\d+\.\d+` },
  { field: /\.(?:NCPU|MemTotal)\s*\}/, form: String.raw`\d+` },
  { field: /\.(?:GitCommit)\s*\}/, form: String.raw`[\w.+~-]+` },
  { field: /\.OperatingSystem\s*\}/, form: String.raw`[A-Z][\w./() +-]*?` },
];

/** The lines that a template makes; its even groups are values of the machine. */
export type MachineFields = RegExp;

/** Reads the template of a command that asks for values of the machine; null for another command. */
export function readMachineFields(command: string): MachineFields | null {
  if (!/\bdocker (?:system )?(?:info|version)\b/.test(command)) return null;
  return templateLines(command, fields)?.form ?? null;
}

/** The line without the values of the machine that the command's template asks for. */
export function plainMachine(line: string, { machine }: Place): string {
  const parts = machine?.exec(line)?.slice(1);
  return parts === undefined ? line : parts.map((part, index) => (index % 2 === 0 ? part : '<value>')).join('');
}
