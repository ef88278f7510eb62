import { type Doing, interrupt } from './interrupt.ts';
import { detachKeys, keys } from './keys.ts';
import { letsGo } from './opening.ts';
import type { Place } from './place.ts';
import { foregroundOf, killForeground } from './processes.ts';
import type { Program } from './programs.ts';
import { prompted } from './prompted.ts';
import type { TerminalEvent } from './terminal-event.ts';

const leaveMs = 2000;
const goneMs = 100;
const killedMs = 1000;
const detachMs = 500;
/** Twice, because a shell with stopped jobs refuses the first time. */
const shellWays = ['exit\r', 'exit\r', keys.endOfFile];
/** What REPLs take for goodbye; each prints no more than an error at one that it does not know. */
const replWays = [keys.endOfFile, 'exit\r', '.exit\r', '\\q\r', 'quit\r', `${keys.interrupt}${keys.interrupt}`];

/**
 * Ends what runs in the foreground with Ctrl-C, and kills it where that does not help; lets go of what was there before.
 *
 * @param text what was shown since Ctrl-C was pressed.
 * @returns `back`: the event that shows that a prompt is back; null where none came.
 */
export async function endForeground(
  place: Place,
  command: string,
  doing: Doing,
  text: () => Promise<string>,
): Promise<{ presses: number; killed: boolean; back: TerminalEvent | null }> {
  if (letsGo(command)) return { presses: 0, killed: false, back: await letGo(place) };
  const { terminal, exec } = place;
  const { event, presses } = await interrupt(terminal, doing, (ms) => prompted(place, ms), text);
  if (event !== null || terminal.shellPid === 0) return { presses, killed: false, back: event };
  await killForeground(exec, terminal.shellPid);
  return { presses, killed: true, back: await prompted(place, killedMs) };
}

/**
 * Lets go of a container that was there before, so that it runs on: Ctrl-C would end it. Where the container has no
 * terminal there are no keys for that: then the client is killed, of which the container hears nothing.
 *
 * @returns the event that shows that a prompt is back; null where none came.
 */
async function letGo(place: Place): Promise<TerminalEvent | null> {
  const { terminal, exec } = place;
  const foreground = terminal.shellPid === 0 ? null : await foregroundOf(exec, terminal.shellPid);
  if (foreground?.lines !== true) {
    terminal.send(detachKeys);
    const event = await prompted(place, detachMs);
    if (event !== null || terminal.shellPid === 0) return event;
  }
  await killForeground(exec, terminal.shellPid);
  return prompted(place, killedMs);
}

/**
 * Leaves the programs that are open within the terminal's shell, innermost first, as a person would; one that cannot be
 * left is killed.
 *
 * @param keep how many stay open, the shell included.
 * @param detach containers are let go of, and run on.
 * @returns false where the shell itself did not come back: the terminal is of no more use.
 */
export async function leavePrograms(place: Place, keep: number, detach: boolean): Promise<boolean> {
  const { programs, terminal, exec } = place;
  while (programs.all.length > keep) {
    if (await leaveTop(place, detach)) continue;
    await killForeground(exec, terminal.shellPid);
    const event = await prompted(place, leaveMs);
    if (event?.kind !== 'prompt') return false;
    if (programs.backTo(event.program).length === 0) return false;
  }
  return !terminal.closed;
}

async function leaveTop(place: Place, detach: boolean): Promise<boolean> {
  const { programs, terminal } = place;
  const { top } = programs;
  if (top.running && !detach) return endRunning(place, top);
  for (const way of waysOf(top, detach)) {
    terminal.begin('text', '');
    terminal.send(way);
    const event = await prompted(place, leaveMs);
    if (event?.kind === 'closed' || event?.kind === 'stopped') return false;
    if (event?.kind === 'prompt') programs.backTo(event.program);
    if (!programs.all.includes(top)) return true;
  }
  return false;
}

/** It may have ended meanwhile: a key too many would bring the shell's prompt twice. */
async function endRunning(place: Place, program: Program): Promise<boolean> {
  const { programs, terminal } = place;
  const wait = (ms: number) => prompted(place, ms);
  let event = await wait(goneMs);
  if (event === null) {
    terminal.begin('text', '');
    event = (await interrupt(terminal, 'running', wait, async () => terminal.capture.tail())).event;
  }
  if (event?.kind === 'prompt') programs.backTo(event.program);
  return !programs.all.includes(program);
}

function waysOf({ kind, style }: Pick<Program, 'kind' | 'style'>, detach: boolean): readonly string[] {
  if (detach && kind !== 'shell') return [detachKeys, ...waysOf({ kind, style }, false)];
  return kind === 'repl' && style === 'text' ? replWays : shellWays;
}
