import type { Effects } from '../command/index.ts';
import { isOf, printersOf } from '../command/index.ts';
import { type Message, message, type Told } from '../core/message.ts';
import { attaches } from './attached.ts';
import { keys } from './keys.ts';
import type { Place } from './place.ts';
import type { Program } from './programs.ts';
import { hostProgram, renewKeys } from './shell-rc.ts';
import type { Terminal } from './terminal.ts';
import { renewMarks } from './typing.ts';

const renewMs = 2000;
const setsPrompt = /\bPS1=|\bsource\b|^\s*\.\s|activate/m;
/** Programs that open a container's shell, and that leave a container running when they are killed. */
const containerTools = ['docker', 'kubectl'];

/** Of the commands that show a container's output, those whose Ctrl-C reaches it. */
const runsContainer = [
  ...['run', 'start', 'attach', 'exec'].map((verb) => `docker container ${verb}`),
  ...['up', 'run', 'exec', 'start'].map((verb) => `docker compose ${verb}`),
];

/** Whether a command is left by letting go of its container. */
export function letsGo(command: string): boolean {
  return attaches(command, 'interactive', 'attach');
}

/** How what does not end is left, and why. */
export function endless(command: string, reason: Told): Message {
  return message(letsGo(command) ? 'session-let-go' : 'session-endless', { reason }, {}, 'info');
}

/**
 * What a client that was ended leaves behind.
 *
 * @param killed it did not listen to Ctrl-C
 */
export function leftBehind(text: string, shown: string, killed: boolean): readonly Message[] {
  const printers = printersOf(text);
  const found: Message[] = [];
  if (killed && isOf(printers, ...containerTools)) found.push(message('session-killed-client', {}, {}, 'warning'));
  if (isOf(printers, ...runsContainer) && /got \d+ SIGTERM\/SIGINTs/.test(shown))
    found.push(message('session-left-running', {}, {}, 'warning'));
  return found;
}

/** Whose prompt it is that came without marks. */
type PromptOwner =
  /** The terminal's shell: its marks are back, and this is what they say. */
  | { readonly whose: 'host'; readonly status: number | null; readonly cwd: string | null }
  /** A shell within it, which is marked anew. */
  | { readonly whose: 'inner' }
  | { readonly whose: 'other' };

/** A prompt without marks may be a marked shell's own, which the step has changed (`PS1=…`, `source venv/bin/activate`). */
export async function ownerOfPrompt(place: Place, text: string, prompt: string): Promise<PromptOwner> {
  const { terminal, programs } = place;
  if (!setsPrompt.test(text) || programs.top.style === 'text') return { whose: 'other' };
  if (programs.top.id !== hostProgram) {
    await renewMarks(place, prompt);
    return { whose: 'inner' };
  }
  const renewed = await renewHostMarks(terminal);
  if (renewed === 'silent') return { whose: 'other' };
  return renewed === null ? { whose: 'host', status: null, cwd: null } : { ...renewed, whose: 'host' };
}

/**
 * Makes the terminal's shell mark its prompt again.
 *
 * @returns what its prompt then says; null where it shows none, `silent` where the shell does not answer at all.
 */
export async function renewHostMarks(
  terminal: Terminal,
): Promise<{ readonly status: number | null; readonly cwd: string } | null | 'silent'> {
  terminal.send(renewKeys);
  if ((await terminal.nextOf('state', renewMs)) === null) return 'silent';
  // The prompt has been drawn before with its old form: an empty line shows the new one.
  terminal.send(keys.enter);
  return terminal.nextOf('prompt', renewMs);
}

/** What kind of program `line` has opened, as far as the command tells, else by its first prompt. */
export function kindOf({ opens }: Effects, line: string, prompt: string, within: Program): Program['kind'] {
  if (opens?.into === 'container' || opens?.into === 'repl') return opens.into;
  if (!/[#$%]$/.test(prompt) || /=[#>]$/.test(prompt)) return 'repl';
  return within.kind === 'container' || isOf(printersOf(line), ...containerTools) ? 'container' : 'shell';
}

/** Why a command is not waited for any longer. */
export function waitedEnough(again: boolean, timeoutMs: number): Message {
  return again ? message('session-tries-again') : message('session-timeout', { seconds: timeoutMs / 1000 });
}
