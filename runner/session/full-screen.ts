import { keys } from './keys.ts';
import type { Terminal } from './terminal.ts';

const vi = /\b(?:vi|vim|nvim|view|visudo|vipw|crontab\s+-e|git\s+commit)\b/;
const nano = /\b(?:nano|pico)\b/;

/** Presses what a person would to leave a program that fills the screen: `:q!`, Ctrl-X, or `q`. */
export function leaveFullScreen(terminal: Terminal, command: string): void {
  terminal.lastDataAt = performance.now();
  if (vi.test(command)) terminal.send(`${keys.escape}:q!\r`);
  else if (nano.test(command)) terminal.send('\x18n');
  else terminal.send('q');
}
