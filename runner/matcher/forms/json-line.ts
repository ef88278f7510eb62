import { isElision } from '../../core/elision.ts';
import { compareJson } from '../json/compare-json.ts';
import type { JsonValue } from '../json/json-value.ts';
import { readJson } from '../json/read-json.ts';
import { compareLines } from '../line/line.ts';
import type { BlockMatch, Env, Unit } from '../units.ts';
import { blockOf, type Form, type Reading } from './form.ts';

interface JsonLine extends Reading {
  /** What the line holds of a document; null for closing brackets. */
  readonly value: JsonValue | null;
}

/** A single line of a JSON document: none of its own accord, only where an excerpt is read line by line. */
export const jsonLine: Form<JsonLine> = { name: 'json-line', read: () => null, compare };

/**
 * Reads an excerpt of a JSON document whose `...` pass over brackets, so that what is left is no document: line by line,
 * as the document is.
 *
 * @returns null where the excerpt is a document itself, or the actual text is none
 */
export function readJsonExcerpt(
  expected: readonly string[],
  actual: readonly string[],
): readonly [expected: readonly Unit[], actual: readonly Unit[]] | null {
  const visible = expected.filter((line) => !isElision(line) && line.trim() !== '');
  if (areBalanced(visible) || !visible.every(holdsJson) || !isDocument(actual)) return null;
  const aligned = areIndentedAs(visible, actual);
  const unitsOf = (lines: readonly string[], elisions: boolean): readonly Unit[] =>
    lines.flatMap((text, at): readonly Unit[] => {
      if (text.trim() === '') return [];
      if (elisions && isElision(text)) return [{ kind: 'elision', at, text }];
      const sort = aligned ? { sort: `${indentOf(text)}` } : {};
      return [blockOf(jsonLine, { at, lines: [text], value: readLine(text), ...sort })];
    });
  return [unitsOf(expected, true), unitsOf(actual, false)];
}

/** Every bracket has its other half. */
function areBalanced(lines: readonly string[]): boolean {
  const open: string[] = [];
  for (const bracket of bracketsOf(lines)) {
    if (bracket === '[' || bracket === '{') open.push(bracket);
    else if (open.pop() !== (bracket === ']' ? '[' : '{')) return false;
  }
  return open.length === 0;
}

function bracketsOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/[[\]{}]/g) ?? []);
}

const closing = /^\s*[\]}]\s*,?\s*$/;

/** A bracket, an entry or an item. */
function holdsJson(line: string): boolean {
  return closing.test(line) || /^\s*[[{]\s*$/.test(line) || readLine(line) !== null;
}

function readLine(line: string): JsonValue | null {
  if (closing.test(line)) return null;
  const text = line.trim();
  const { value, end } = readJson(text);
  return /^\s*,?\s*(?:(?:\/\/|#|←|<-).*)?$/.test(text.slice(end)) ? value : null;
}

function isDocument(lines: readonly string[]): boolean {
  if (!/^\s*[[{]/.test(lines[0] ?? '')) return false;
  try {
    JSON.parse(lines.join('\n'));
    return true;
  } catch {
    return false;
  }
}

/** Whether the author kept the indents: then a line stands as deep as in the document. */
function areIndentedAs(expected: readonly string[], actual: readonly string[]): boolean {
  const depths = new Set(actual.map(indentOf));
  return expected.every((line) => depths.has(indentOf(line))) && expected.some((line) => indentOf(line) > 0);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function compare(expected: JsonLine, actual: JsonLine, env: Env): BlockMatch {
  const [
    {
      at,
      value,
      lines: [text = ''],
    },
    {
      value: real,
      lines: [other = ''],
    },
  ] = [expected, actual];
  const isOne = areOfOneKey(value, real, env);
  const finding = isOne && value !== null && real !== null ? compareJson(value, real, env) : null;
  const sameBrackets = () => bracketsOf([text]).join() === bracketsOf([other]).join();
  const holds = isOne && (finding === null ? sameBrackets() : finding.wrong.length === 0);
  return {
    holds,
    uses: (finding?.uses ?? []).map(({ offset: _, ...use }) => ({ at, ...use })),
    claims: (finding?.claims ?? []).map(({ offset: _, ...claim }) => ({ line: at + 1, ...claim })),
    pairs: [{ at, expected: text, actual: other, resolved: holds ? text : other, holds }],
  };
}

/** Both are entries, of one key or of an ID each, or neither is one. */
function areOfOneKey(expected: JsonValue | null, actual: JsonValue | null, env: Env): boolean {
  const [one, other] = [keyOf(expected), keyOf(actual)];
  if (one === null || other === null) return one === other && (expected === null) === (actual === null);
  return one === other || compareLines(one, other, env.facts) !== null;
}

function keyOf(value: JsonValue | null): string | null {
  return value?.kind === 'object' ? (value.entries[0]?.key ?? null) : null;
}
