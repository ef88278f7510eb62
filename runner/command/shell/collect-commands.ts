import {
  type Assignment,
  type Command,
  forEachChild,
  type ParsedScript,
  type Redirection,
  type SyntaxNode,
  type Word,
} from 'unbash';
import type { ShellAssignment, ShellRedirect, ShellWord, SimpleCommand, Within } from './script.ts';

interface Place {
  readonly within: readonly Within[];
  readonly background: boolean;
  readonly pipeline: number;
  readonly stage: number;
  readonly stages: number;
  readonly after: '&&' | '||' | null;
}

/** All simple commands of a parsed script, in the order of the source. */
export function collectCommands(source: string, script: ParsedScript): readonly SimpleCommand[] {
  const found: SimpleCommand[] = [];
  let pipelines = 0;
  const alone = (place: Place): Place => ({ ...place, pipeline: pipelines++, stage: 0, stages: 1 });
  const visit = (node: SyntaxNode, place: Place): void => {
    switch (node.type) {
      case 'Command':
        found.push(readCommand(source, node, place));
        break;
      case 'Statement':
        visit(node.command, { ...alone(place), background: node.background === true || place.background });
        return;
      case 'AndOr':
        node.commands.forEach((part, index) => {
          visit(part, { ...alone(place), after: node.operators[index - 1] ?? place.after });
        });
        return;
      case 'Pipeline':
        node.commands.forEach((part, stage) => {
          visit(part, { ...place, stage, stages: node.commands.length });
        });
        return;
      default:
    }
    // Positions between escaped back-ticks index another string than ours.
    if (node.type === 'Script' && node.source !== undefined) return;
    const inner = insideOf(node);
    const next = inner === null ? place : { ...place, within: [...place.within.filter((at) => at !== 'top'), inner] };
    forEachChild(node, (child) => visit(child, next));
  };
  const top: Place = { within: ['top'], background: false, pipeline: 0, stage: 0, stages: 1, after: null };
  for (const statement of script.commands) visit(statement, top);
  return found.sort((a, b) => a.start - b.start);
}

function insideOf(node: SyntaxNode): Within | null {
  switch (node.type) {
    case 'CommandExpansion':
    case 'ProcessSubstitution':
    case 'ArithmeticCommandExpansion':
      return 'substitution';
    case 'For':
    case 'ArithmeticFor':
    case 'While':
    case 'Select':
      return 'loop';
    case 'If':
    case 'Case':
      return 'condition';
    case 'Subshell':
      return 'subshell';
    case 'Function':
      return 'function';
    default:
      return null;
  }
}

function readCommand(source: string, node: Command, place: Place): SimpleCommand {
  const parts = [...node.prefix, ...(node.name ? [node.name] : []), ...node.suffix];
  const words = parts.flatMap((part) => {
    if (part.type === 'Word') return [readWord(part)];
    // `export A=1`, `env A=1 x`: an assignment after the program's name is an argument of it.
    return part.type === 'Assignment' && node.name !== undefined && part.pos > node.name.pos ? [readWord(part)] : [];
  });
  const assignments = node.prefix.flatMap((part) => (part.type === 'Assignment' ? [readAssignment(part)] : []));
  const redirects = node.redirects.map((part) => readRedirect(source, part));
  return { start: node.pos, end: node.end, words, assignments, redirects, ...place };
}

/** A word of a command; an assignment among the arguments (`export A="b c"`) is one too. */
function readWord(node: Word | Assignment): ShellWord {
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
function readAssignment(node: Assignment): ShellAssignment {
  return { name: node.name, value: assigned(node), start: node.pos, end: node.end };
}

function assigned(node: Assignment): string {
  return node.value.type === 'Word' ? node.value.value : node.value.elements.map(({ value }) => value).join(' ');
}

/** A redirection, with the text of a heredoc where it is one. */
function readRedirect(source: string, node: Redirection): ShellRedirect {
  const descriptor = node.descriptor?.type === 'FileDescriptor' ? String(node.descriptor.value) : '';
  const operator = `${descriptor}${node.operator}`;
  if (node.type !== 'HereDoc') {
    return { operator, target: node.target?.value ?? '', body: null, start: node.pos, end: node.end };
  }
  const end = node.closing?.end ?? Math.max(node.end, node.body.end);
  const body = source.slice(node.body.pos, node.body.end);
  return { operator, target: node.delimiter?.value ?? '', body, start: node.pos, end };
}
