import { markBody } from './marks.ts';

/** Keys that ask the shell to say its variables; no keyboard has them. */
export const stateKeys = '\x1b[7331~';
/** Keys that make the shell set its marks anew. */
export const renewKeys = '\x1b[7332~';

/** The shell that the terminal was opened for; programs opened later count from 1. */
export const hostProgram = 0;

/**
 * Bash source for the session's shell: its marks, and what a terminal for a reader needs.
 *
 * Only prompts carry marks. PROMPT_COMMAND would be seen by `set -x` and by a DEBUG trap.
 *
 * @param state bash source that restores variables, functions and aliases of an earlier shell.
 */
export function shellRc(nonce: string, cwd: string, state = ''): string {
  return [
    restore(state),
    `cd -- ${quoted(cwd)}`,
    'unset HISTFILE MAILCHECK TMOUT PROMPT_COMMAND',
    // Readline is asked to take every byte as typed: a tab completes nothing, Korean arrives in any locale.
    'case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in *[Uu][Tt][Ff]*) ;; *) export LANG=C.UTF-8; unset LC_ALL LC_CTYPE ;; esac',
    `bind '"\\t": self-insert'`,
    `bind 'set bell-style none'`,
    `bind 'set enable-bracketed-paste on'`,
    `bind 'set enable-active-region off' 2>/dev/null`,
    `bind 'set show-mode-in-prompt off' 2>/dev/null`,
    ...keyBinding(stateKeys, `{ ${between(nonce, 'declare -p; declare -f; alias -p')}; } 2>/dev/null`),
    ...keyBinding(renewKeys, between(nonce, prompts(nonce))),
    prompts(nonce),
    '',
  ].join('\n');
}

/** Assignments that give the shell its marked prompts. */
function prompts(nonce: string): string {
  const mark = (kind: Parameters<typeof markBody>[0], rest = '') =>
    `\\e]${markBody(kind, nonce, hostProgram, rest)}\\a`;
  const end = mark('end', ';$? ${PIPESTATUS[@]};$$;${PWD}');
  return [
    `PS0='${mark('output')}'`,
    `PS1='\\[${end}\\]$ \\[${mark('prompt')}\\]'`,
    `PS2='> \\[${mark('continuation')}\\]'`,
  ].join(' ');
}

function between(nonce: string, command: string): string {
  const print = (kind: Parameters<typeof markBody>[0]) =>
    `builtin printf '\\e]${markBody(kind, nonce, hostProgram)}\\a'`;
  return `${print('state-begin')}; ${command}; ${print('state-end')}`;
}

/** In both of readline's keymaps, so that `set -o vi` makes no difference. */
function keyBinding(keys: string, command: string): string[] {
  const binding = quoted(`"${keys.replace('\x1b', '\\e')}": ${command}`);
  return ['emacs', 'vi-insert'].map((keymap) => `bind -m ${keymap} -x ${binding}`);
}

/** Read-only variables cannot be set again; what the shell says about them is not for the reader. */
function restore(state: string): string {
  return state === '' ? '' : `eval ${quoted(state)} 2>/dev/null`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
