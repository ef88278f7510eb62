import { isElision } from '../../core/elision.ts';
import { compareLines } from '../line/line.ts';
import type { Block, BlockMatch, Env, Unit } from '../units.ts';
import { compareJson } from './compare-json.ts';
import type { JsonValue } from './json-value.ts';
import { readJson } from './read-json.ts';

interface JsonLine extends Block {
  readonly text: string;
  /** What the line holds of a document; null for closing brackets. */
  readonly value: JsonValue | null;
}

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
      return [
        elisions && isElision(text)
          ? { kind: 'elision', at, text }
          : { kind: 'block', at, block: blockOf(text, aligned) },
      ];
    });
  return [unitsOf(expected, true), unitsOf(actual, false)];
}

/** Whether a block is a single line of a document. */
export function isJsonLine({ form }: Block): boolean {
  return form.startsWith('json-line');
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

function blockOf(text: string, aligned: boolean): JsonLine {
  const own: JsonLine = {
    form: aligned ? `json-line:${indentOf(text)}` : 'json-line',
    noise: null,
    lines: [text],
    text,
    value: readLine(text),
    compare: (actual, at, env) => compareJsonLines(own, actual as JsonLine, at, env),
  };
  return own;
}

function compareJsonLines(expected: JsonLine, actual: JsonLine, at: number, env: Env): BlockMatch {
  const finding = areOfOneKey(expected.value, actual.value, env)
    ? expected.value === null || actual.value === null
      ? { wrong: [], uses: [], claims: [] }
      : compareJson(expected.value, actual.value, env)
    : null;
  const holds =
    finding !== null &&
    finding.wrong.length === 0 &&
    (expected.value !== null || bracketsOf([expected.text]).join() === bracketsOf([actual.text]).join());
  return {
    holds,
    uses: (finding?.uses ?? []).map(({ offset: _, ...use }) => ({ at, ...use })),
    claims: (finding?.claims ?? []).map(({ offset: _, ...claim }) => ({ line: at + 1, ...claim })),
    pairs: [{ at, expected: expected.text, actual: actual.text, resolved: holds ? expected.text : actual.text, holds }],
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
