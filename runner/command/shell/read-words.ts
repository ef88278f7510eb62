import { type Assignment, forEachChild, type Redirection, type SyntaxNode, type Word } from 'unbash';
import type { ShellAssignment, ShellRedirect, ShellWord } from './script.ts';

/** A word of a command; an assignment among the arguments (`export A="b c"`) is one too. */
export function readWord(node: Word | Assignment): ShellWord {
  let quoted = /\\./.test(node.text);
  let dynamic = false;
  const visit = (part: SyntaxNode): void => {
    if (/Quoted$|^LocaleString$/.test(part.type)) quoted = true;
    if (/Expansion$|^Glob$|^ProcessSubstitution$|^ExtendedGlob$/.test(part.type)) dynamic = true;
    if (part.type !== 'CommandExpansion' && part.type !== 'ProcessSubstitution') forEachChild(part, visit);
  };
  forEachChild(node, visit);
  const value = node.type === 'Word' ? node.value : `${node.name}${node.append ? '+=' : '='}${assigned(node)}`;
  return { text: node.text, value, start: node.pos, end: node.end, quoted, dynamic };
}

/** `NAME=value` before a command. */
export function readAssignment(node: Assignment): ShellAssignment {
  return { name: node.name, value: assigned(node), start: node.pos, end: node.end };
}

function assigned(node: Assignment): string {
  return node.value.type === 'Word' ? node.value.value : node.value.elements.map(({ value }) => value).join(' ');
}

/** A redirection, with the text of a heredoc where it is one. */
export function readRedirect(source: string, node: Redirection): ShellRedirect {
  const descriptor = node.descriptor?.type === 'FileDescriptor' ? String(node.descriptor.value) : '';
  const operator = `${descriptor}${node.operator}`;
  if (node.type !== 'HereDoc') {
    return { operator, target: node.target?.value ?? '', body: null, start: node.pos, end: node.end };
  }
  const end = node.closing?.end ?? Math.max(node.end, node.body.end);
  const body = source.slice(node.body.pos, node.body.end);
  return { operator, target: node.delimiter?.value ?? '', body, start: node.pos, end };
}
