import type { Effects } from '../command/index.ts';
import type { Place } from './place.ts';
import type { Program } from './programs.ts';
import { hostProgram, renewKeys } from './shell-rc.ts';
import { renewMarks } from './typing.ts';

const renewMs = 300;
const setsPrompt = /\bPS1=|\bsource\b|^\s*\.\s|activate/m;
/** Programs that open a container's shell, and that leave a container running when they are killed. */
export const containerTools = /\b(?:docker|podman|kubectl|nerdctl)\b/;

/**
 * A prompt without marks may be a marked shell's own, which the step has changed (`PS1=…`, `source venv/bin/activate`).
 *
 * @returns `again`: a marked prompt follows; `done`: it is marked now; `other`: it is another program's.
 */
export async function ownPrompt(place: Place, text: string, prompt: string): Promise<'again' | 'done' | 'other'> {
  const { terminal, programs } = place;
  if (!setsPrompt.test(text) || programs.top.style === 'text') return 'other';
  if (programs.top.id !== hostProgram) {
    await renewMarks(place, prompt);
    return 'done';
  }
  terminal.send(renewKeys);
  if ((await terminal.next(renewMs)).kind !== 'state') return 'other';
  // The prompt has been drawn before with its old form: an empty line shows the new one.
  terminal.send('\r');
  return 'again';
}

/** What kind of program `line` has opened, as far as the command tells, else by its first prompt. */
export function kindOf({ opens }: Effects, line: string, prompt: string, within: Program): Program['kind'] {
  if (opens?.into === 'container' || opens?.into === 'repl') return opens.into;
  if (!/[#$%]$/.test(prompt) || /=[#>]$/.test(prompt)) return 'repl';
  return within.kind === 'container' || containerTools.test(line) ? 'container' : 'shell';
}
