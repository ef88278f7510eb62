import { isElision } from '../core/elision.ts';
import type { CommandFacts } from './facts.ts';
import { blockOf } from './forms/form.ts';
import { isList } from './forms/index.ts';
import { type JsonDocument, json } from './forms/json.ts';
import type { JsonValue } from './json/json-value.ts';
import { readJson } from './json/read-json.ts';
import { readingOf } from './line/reading.ts';
import { readUnits } from './read-units.ts';
import type { Unit } from './units.ts';

type Lines = readonly string[];

/** Both texts, cut into units. */
export type UnitsOf = readonly [expected: readonly Unit[], actual: readonly Unit[]];

/**
 * Cuts both texts into lines where an author left out more than fits into one block: brackets of a JSON document, or
 * the end of one list with the beginning of the next.
 *
 * @returns null where nothing is left out like that
 */
export function readByLines(expected: Lines, actual: Lines, facts: CommandFacts): UnitsOf | null {
  if (!expected.some(isElision)) return null;
  if (isJsonExcerpt(expected, actual)) {
    const indented = areIndentedAs(expected.filter(counts), actual);
    return [jsonLines(expected, indented), jsonLines(actual, indented)];
  }
  if (!readUnits(expected, 'expected', facts).some(isElidedList)) return null;
  return [readUnits(expected, 'expected', facts, false), readUnits(actual, 'actual', facts, false)];
}

function isElidedList(unit: Unit): boolean {
  return unit.kind === 'block' && isList(unit.form) && unit.read.lines.slice(0, -1).some(isElision);
}

/** Whether `...` pass over brackets of a JSON document, so that what is left is none. */
function isJsonExcerpt(expected: Lines, actual: Lines): boolean {
  const shown = expected.filter(counts);
  return !areBalanced(shown) && shown.every((line) => bracket.test(line) || jsonIn(line) !== null) && isJson(actual);
}

function counts(line: string): boolean {
  return line.trim() !== '' && !isElision(line);
}

const bracket = /^\s*(?:[[{]|[\]}]\s*,?)\s*$/;

/** Every bracket has its other half. */
function areBalanced(lines: Lines): boolean {
  const open: string[] = [];
  for (const line of lines)
    for (const sign of line.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/[[\]{}]/g) ?? [])
      if (sign === '[' || sign === '{') open.push(sign);
      else if (open.pop() !== (sign === ']' ? '[' : '{')) return false;
  return open.length === 0;
}

function isJson(lines: Lines): boolean {
  if (!/^\s*[[{]/.test(lines[0] ?? '')) return false;
  try {
    JSON.parse(lines.join('\n'));
    return true;
  } catch {
    return false;
  }
}

/** Whether the author kept the indents: then a line stands as deep as in the document. */
function areIndentedAs(expected: Lines, actual: Lines): boolean {
  const depths = new Set(actual.map(indentOf));
  return expected.every((line) => depths.has(indentOf(line))) && expected.some((line) => indentOf(line) > 0);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Each line as a document of its own: an entry, an item, or only a bracket. */
function jsonLines(lines: Lines, indented: boolean): readonly Unit[] {
  return lines.flatMap((text, at): Unit | readonly [] => {
    if (text.trim() === '') return [];
    if (isElision(text)) return { kind: 'elision', at, text };
    const value = jsonIn(text) ?? { kind: 'gap', start: 0, end: 0 };
    const key = value.kind === 'object' ? readingOf(value.entries[0]?.key ?? '').shape : null;
    const what = value.kind === 'gap' ? text.trim().replace(',', '') : key;
    const read: JsonDocument = { at, lines: [text], value, sort: `${indented ? indentOf(text) : ''} ${what}` };
    return blockOf(json, read);
  });
}

/** What a line holds of a document; null where it is no part of one, or only a closing bracket. */
function jsonIn(line: string): JsonValue | null {
  const { value, end } = readJson(line);
  return /^\s*,?\s*(?:(?:\/\/|#|←|<-).*)?$/.test(line.slice(end)) ? value : null;
}
