import { because } from '../../../core/message.ts';
import { withoutStart } from '../../../core/words.ts';
import { programLikeness } from '../../likeness/programs.ts';
import type { Parts } from '../effect-parts.ts';
import { filePrograms } from './files.ts';
import { machinePrograms } from './machine.ts';
import { packagePrograms } from './packages.ts';
import type { ProgramTable } from './program-table.ts';
import { promptPrograms, shellGiven } from './prompts.ts';
import { lastingPrograms, readingForEver } from './unending.ts';
import { webPrograms } from './web.ts';

const programs: ProgramTable = {
  ...filePrograms,
  ...webPrograms,
  ...promptPrograms,
  ...machinePrograms,
  ...packagePrograms,
  ...lastingPrograms,
};

/** What a program other than docker does. Empty where it is not known: then it prints something and ends. */
export function programParts(program: string, args: readonly string[]): Parts {
  if (args.includes('--help')) return {};
  const name = withoutStart(program, './');
  const own = Object.hasOwn(programs, name) ? programs[name] : undefined;
  const lasting = readingForEver(name, args);
  if (own !== undefined) return { ...own(args), ...lasting };
  // PowerShell's commands are `Verb-Noun`.
  if (/^[A-Z][a-z]+-[A-Z]\w+$/.test(name)) return { operatingSystem: 'windows' };
  if (!isOwn(name)) return lasting;
  const opens = installs.has(args[0] ?? '') ? null : shellGiven(args);
  return opens === null
    ? { ends: { how: 'unknown', reason: because('ends-not-known', { what: program }) } }
    : { opens };
}

/** What such a word is followed by is put somewhere, not started. */
const installs = new Set('install add get remove use which update upgrade'.split(' '));

/** A script or a program of the reader's own. */
function isOwn(name: string): boolean {
  return /^\w[\w.-]*$/.test(name) && ['script', 'unknown'].includes(programLikeness(name));
}
