import { DockerfileParser, type JSONInstruction, type Instruction as Node } from 'dockerfile-ast';
import { linesOf } from '../core/lines.ts';
import type { Dockerfile, Heredoc, Instruction } from './dockerfile.ts';
import { findErrors } from './find-errors.ts';
import { readStages } from './read-stages.ts';
import { splitFlags, wordsOf } from './words.ts';

/** Reads a Dockerfile by the rules of BuildKit's front end. Never throws: what is wrong is in `errors`. */
export function parseDockerfile(source: string): Dockerfile {
  const tree = DockerfileParser.parse(source);
  const starts = lineStarts(source);
  const escapeMark = tree.getEscapeCharacter() === '`' ? '`' : '\\';
  const instructions = tree.getInstructions().map((node) => readInstruction(source, starts, node, escapeMark));
  const stages = readStages(instructions);
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const before = instructions.slice(0, first < 0 ? undefined : first).filter(({ keyword }) => keyword === 'ARG');
  const globalArguments = Object.fromEntries(before.flatMap(({ arguments: words }) => words.map(argument)));
  const syntax =
    tree
      .getDirectives()
      .find((directive) => directive.getName().toLowerCase() === 'syntax')
      ?.getValue() ?? null;
  const read = { source, instructions, stages, globalArguments, syntax, escape: escapeMark } as const;
  return { ...read, errors: findErrors(read) };
}

/** `NAME=default` in its parts. */
export function argument(word: string): readonly [string, string | null] {
  const at = word.indexOf('=');
  return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)];
}

function lineStarts(source: string): readonly number[] {
  return [0, ...[...source.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
}

function readInstruction(source: string, starts: readonly number[], node: Node, escapeMark: '\\' | '`'): Instruction {
  const range = node.getRange();
  const start = (starts[range.start.line] ?? 0) + range.start.character;
  const end = Math.min(source.length, (starts[range.end.line] ?? source.length) + range.end.character);
  const keyword = node.getInstructionRange().end;
  const keywordLength = (starts[keyword.line] ?? 0) + keyword.character - start;
  const heredocs = heredocsOf(node, source, starts);
  const whole = source.slice(start, end);
  const body = heredocs.length > 0 ? (whole.split(/\r?\n/, 1)[0] ?? '') : whole;
  const { flags, rest } = splitFlags(joinLines(body.slice(keywordLength), escapeMark));
  const json = exec(rest);
  return {
    keyword: node.getKeyword(),
    written: node.getInstruction(),
    start,
    end,
    line: range.start.line + 1,
    endLine: range.end.line + 1,
    column: range.start.character + 1,
    flags,
    arguments: json ?? wordsOf(rest, escapeMark),
    form: json === null ? 'shell' : 'exec',
    text: rest,
    heredocs,
    trigger: node.getKeyword() === 'ONBUILD' ? triggerOf(rest, escapeMark) : null,
  };
}

/** Continuation marks, and the comment and empty lines between continued ones, fall away. */
function joinLines(text: string, escapeMark: '\\' | '`'): string {
  const mark = escapeMark === '`' ? /`[ \t]*$/ : /\\[ \t]*$/;
  const lines = linesOf(text).filter((line, index) => index === 0 || !/^\s*(?:#|$)/.test(line));
  return lines
    .map((line) => line.replace(mark, '').trim())
    .join(' ')
    .trim();
}

/** The JSON form. Null where the text is not one. */
function exec(text: string): readonly string[] | null {
  if (!text.startsWith('[')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((word) => typeof word === 'string') ? value : null;
  } catch {
    return null;
  }
}

function triggerOf(text: string, escapeMark: '\\' | '`'): Instruction['trigger'] {
  const [keyword = '', ...words] = wordsOf(text, escapeMark);
  const rest = text.slice(text.indexOf(keyword) + keyword.length).trim();
  return { keyword: keyword.toUpperCase(), arguments: exec(rest) ?? words.filter((word) => !word.startsWith('--')) };
}

function heredocsOf(node: Node, source: string, starts: readonly number[]): readonly Heredoc[] {
  if (!hasHeredocs(node)) return [];
  const offset = (at: { readonly line: number; readonly character: number }): number =>
    (starts[at.line] ?? source.length) + at.character;
  return node.getHeredocs().map((heredoc) => {
    const content = heredoc.getContentRange();
    const body = content === null ? '' : source.slice(offset(content.start), offset(content.end));
    return { name: heredoc.getName(), body, closed: heredoc.getDelimiterRange() !== null };
  });
}

interface WithHeredocs {
  getHeredocs(): ReturnType<import('dockerfile-ast').Copy['getHeredocs']>;
}

function hasHeredocs(node: Node | JSONInstruction): node is Node & WithHeredocs {
  return ['RUN', 'COPY', 'ADD'].includes(node.getKeyword()) && 'getHeredocs' in node;
}
