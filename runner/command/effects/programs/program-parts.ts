import { programLikeness } from '../../likeness/programs.ts';
import type { Parts } from '../effect-parts.ts';
import { filePrograms } from './files.ts';
import { machinePrograms } from './machine.ts';
import { packagePrograms } from './packages.ts';
import type { ProgramTable } from './program-table.ts';
import { promptPrograms } from './prompts.ts';
import { webPrograms } from './web.ts';

const programs: ProgramTable = {
  ...filePrograms,
  ...webPrograms,
  ...promptPrograms,
  ...machinePrograms,
  ...packagePrograms,
};

/** What a program other than docker does. Empty where it is not known: then it prints something and ends. */
export function programParts(program: string, args: readonly string[]): Parts {
  if (args.includes('--help')) return {};
  const name = program.replace(/^\.\//, '');
  const own = Object.hasOwn(programs, name) ? programs[name] : undefined;
  if (own !== undefined) return own(args);
  // PowerShell's commands are `Verb-Noun`.
  if (/^[A-Z][a-z]+-[A-Z]\w+$/.test(name)) return { operatingSystem: 'windows' };
  return isOwn(name) ? { ends: { how: 'unknown', reason: `what ${program} does is not known` } } : {};
}

/** A script or a program of the reader's own. */
function isOwn(name: string): boolean {
  return /^\w[\w.-]*$/.test(name) && /^(?:script|unknown)$/.test(programLikeness(name));
}
