import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { parseAst } from 'vitest/node';

const runner = join(import.meta.dirname, '../runner');

/** A source file of the program: its path from `runner/`, how many lines it has, and its regular expressions as written. */
export interface Source {
  readonly file: string;
  readonly lines: number;
  readonly expressions: readonly string[];
}

/** Every source file of the program. */
export function readSources(): readonly Source[] {
  return globSync(['**/*.ts'], { cwd: runner })
    .sort()
    .map((file) => {
      const text = readFileSync(join(runner, file), 'utf8');
      return { file, lines: text.split('\n').length - 1, expressions: expressionsIn(text) };
    });
}

/** The regular expressions of a TypeScript source: literals, and what stands between the parentheses of `new RegExp(…)`. */
export function expressionsIn(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each);
    else if (isNode(node)) {
      if (isExpression(node)) found.push(text.slice(node.start, node.end));
      for (const value of Object.values(node)) visit(value);
    }
  };
  visit(parseAst(text, { lang: 'ts' }).body);
  return found;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly regex?: unknown;
  readonly callee?: { readonly name?: string };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function isExpression({ type, regex, callee }: Node): boolean {
  return (type === 'Literal' && regex != null) || (type === 'NewExpression' && callee?.name === 'RegExp');
}
