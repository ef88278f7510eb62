import type { Place } from '../tolerances/tolerance.ts';
import { literally, readTemplate } from './asked-fields.ts';

/** What `docker info` and `docker version` know of the machine, and the form it has. */
const fields: readonly (readonly [field: RegExp, form: string])[] = [
  [/\.(?:Server|Kernel|Go|Client\.|Server\.|Client\.Go|Server\.Go)?Version\s*\}/, String.raw`(?:go)?v?\d[\w.+~-]*`],
  [/\.(?:Min)?A(?:PI|pi)Version\s*\}/, String.raw`\d+\.\d+`],
  [/\.(?:NCPU|MemTotal)\s*\}/, String.raw`\d+`],
  [/\.(?:GitCommit)\s*\}/, String.raw`[\w.+~-]+`],
  [/\.OperatingSystem\s*\}/, String.raw`[A-Z][\w./() +-]*?`],
];

/** The lines that a template makes; its even groups are values of the machine. */
export type MachineFields = RegExp;

/** Reads the template of a command that asks for values of the machine; null for another command. */
export function readMachineFields(command: string): MachineFields | null {
  if (!/\bdocker (?:system )?(?:info|version)\b/.test(command)) return null;
  let source = '';
  let some = false;
  for (const part of readTemplate(command)) {
    const form = part.startsWith('{{') ? fields.find(([field]) => field.test(part))?.[1] : undefined;
    some ||= form !== undefined;
    if (form !== undefined) source += `)(${form})(`;
    else source += part.startsWith('{{') ? '.*?' : literally(part);
  }
  return some ? new RegExp(`^(${source})$`) : null;
}

/** The line without the values of the machine that the command's template asks for. */
export function plainMachine(line: string, { machine }: Place): string {
  const parts = machine?.exec(line)?.slice(1);
  return parts === undefined ? line : parts.map((part, index) => (index % 2 === 0 ? part : '<value>')).join('');
}
