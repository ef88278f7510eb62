import { setTimeout as pause } from 'node:timers/promises';
import { isOf, printersOf } from '../command/index.ts';
import { keys } from './keys.ts';
import { looksLikePager } from './prompt-text.ts';
import type { Terminal } from './terminal.ts';

const vi = ['vi', 'vim', 'nvim', 'view', 'visudo', 'vipw', 'crontab', 'git commit'];
/** Terminals within the terminal: their own keys let go of them. */
const detachers = [
  [/\btmux\b/, '\x02d'],
  [/\bscreen\b/, '\x01d'],
] as const;
/** Escape and a key at once are another key (BusyBox waits 50 ms for the rest of it). */
const escapeMs = 150;
const nano = /\b(?:nano|pico)\b/;

/** Whether it is a pager, with more to show. */
export function hasNextPage(terminal: Terminal, command: string): boolean {
  const foot = terminal.capture.tail();
  return (looksLikePager(foot, command) || /\bless\b|\bmore\b/.test(command)) && !foot.includes('(END)');
}

/**
 * Presses what a person would to leave a program that fills the screen: `:q!`, Ctrl-X, or `q`; at the second try what
 * the others take.
 *
 * @returns false where a person would press Ctrl-C by now.
 */
export async function leaveFullScreen(terminal: Terminal, command: string, tries: number): Promise<boolean> {
  terminal.lastDataAt = performance.now();
  const isVi = isOf(printersOf(command), ...vi);
  if (tries > 1) return false;
  const detach = detachers.find(([program]) => program.test(command))?.[1];
  if (detach !== undefined) terminal.send(detach);
  else if (nano.test(command)) terminal.send('\x18n');
  else if (isVi === (tries === 0)) await leaveVi(terminal);
  else terminal.send('q');
  return true;
}

async function leaveVi(terminal: Terminal): Promise<void> {
  terminal.send(keys.escape);
  await pause(escapeMs);
  terminal.send(':q!\r');
}
