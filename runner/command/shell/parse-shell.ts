import { parse } from 'unbash';
import { remembering } from '../../core/remember.ts';
import { collectCommands } from './collect-commands.ts';
import { findOpenEnd } from './open-end.ts';
import type { ShellList, ShellScript } from './script.ts';

/** Reads text by the grammar of bash. Never throws: what the grammar refuses is in `errors`. */
export const parseShell = remembering(readShell);

/** Nobody types this many substitutions; to read them costs the square of their number. */
const mostSubstitutions = 500;

function readShell(text: string): ShellScript {
  if ((text.match(/\$\(/g)?.length ?? 0) > mostSubstitutions) return unread(text);
  const script = parse(text);
  const errors = (script.errors ?? []).map(({ message, pos }) => ({ message, offset: pos }));
  const open = findOpenEnd(text, script, errors);
  const commands = collectCommands(text, script);
  const lists: ShellList[] = script.commands.map(({ pos, end }) => ({
    start: pos,
    end: commands.reduce(
      (last, command) => (command.start >= pos && command.start < end ? endOf(command, last) : last),
      end,
    ),
  }));
  return {
    source: text,
    valid: errors.length === 0 && open === null,
    incomplete: open,
    errors: open ? [] : errors,
    lists,
    commands,
  };
}

function unread(source: string): ShellScript {
  const errors = [{ message: 'too many substitutions', offset: 0 }];
  return { source, valid: false, incomplete: null, errors, lists: [{ start: 0, end: source.length }], commands: [] };
}

/** A heredoc's body stands after the line of its command. */
function endOf(command: { readonly redirects: readonly { readonly end: number }[] }, last: number): number {
  return Math.max(last, ...command.redirects.map(({ end }) => end));
}
