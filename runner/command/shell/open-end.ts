import { forEachChild, type ParsedScript, type SyntaxNode } from 'unbash';
import { withoutEnd } from '../../core/lines.ts';
import type { Incomplete, ShellError } from './script.ts';

/** Tells whether bash would ask for another line after this text, and for what. */
export function findOpenEnd(text: string, script: ParsedScript, errors: readonly ShellError[]): Incomplete | null {
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
