import { forEachChild, type ParsedScript, parse, type SyntaxNode } from 'unbash';
import { withoutEnd } from '../../core/lines.ts';
import { remembering } from '../../core/remember.ts';
import { collectCommands } from './collect-commands.ts';
import type { Incomplete, ShellError, ShellList, ShellScript } from './script.ts';

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

/** Tells whether bash would ask for another line after this text, and for what. */
function findOpenEnd(text: string, script: ParsedScript, errors: readonly ShellError[]): Incomplete | null {
  if (text.includes('<<') && hasOpenHeredoc(script)) return 'heredoc';
  for (const { message, offset } of errors) {
    const open = openBy(message);
    if (open === 'quote' || open === 'substitution') return open;
    if (open !== null && text.slice(offset).trim() === '') return open;
  }
  if (errors.length === 0 && endsInBackslash(text, script)) return 'backslash';
  return null;
}

function openBy(message: string): Incomplete | null {
  if (/^unterminated .*quote/.test(message)) return 'quote';
  if (message.startsWith('unterminated')) return 'substitution';
  if (/^expected command after '(?:\||\|&|&&|\|\|)'/.test(message)) return 'operator';
  if (/^expected (?:redirect|operand|three)/.test(message)) return null;
  if (message.startsWith('expected ')) return 'compound';
  return null;
}

/** A backslash that is escaped itself, or stands in a comment, continues nothing. */
function endsInBackslash(text: string, script: ParsedScript): boolean {
  const body = withoutEnd(text);
  const run = /\\+$/.exec(body)?.[0].length ?? 0;
  const last = script.commands.at(-1);
  return run % 2 === 1 && last !== undefined && last.end >= body.length - 1;
}

function hasOpenHeredoc(script: ParsedScript): boolean {
  let open = false;
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'HereDoc' && node.closing === undefined) open = true;
    if (!open) forEachChild(node, visit);
  };
  forEachChild(script, visit);
  return open;
}

/** Whether a shell can read it as a command: `services:` is a key of YAML, and `docker run (image)` no shell can read. */
export function isCommand(text: string): boolean {
  const { errors, commands } = parseShell(text);
  const [first] = commands;
  return errors.length === 0 && !/:$|^-$/.test(first?.words[0]?.value ?? '');
}
