import type { Bindings, ResolvedLine } from '../core/match.ts';
import type { Plan } from '../core/plan.ts';
import type { Range } from '../core/source.ts';
import type { Change, Edit } from './change.ts';
import { inlineCode } from './inline-code.ts';

/** Values of the chapter and what stands in their place from now on. */
export type Renames = ReadonlyMap<string, string>;

const shortest = 4;
const identityLength = 12;

/** With `--refresh` every bound value gives way to the real one. */
export function refreshedValues(bindings: Bindings): Renames {
  return new Map(
    Object.entries(bindings).flatMap(([key, real]) => {
      const value = /^(id|digest|name|ip|uuid|mac):(.*)$/s.exec(key)?.[2] ?? '';
      return value !== '' && value !== real.slice(0, value.length) ? [[value, real] as const] : [];
    }),
  );
}

/** IDs that a changed line no longer shows, where another stands in their place and nothing else is called so. */
export function replacedIds(old: string, line: ResolvedLine, bindings: Bindings): Renames {
  const [before, after] = [idsOf(old), idsOf(line.text)];
  if (before.length !== after.length) return new Map();
  return new Map(
    before.flatMap((id, index) => {
      const now = after[index] ?? id;
      const isBound = bindings[`id:${id.slice(0, identityLength)}`] !== undefined;
      return now === id || isBound ? [] : [[id.slice(0, identityLength), now] as const];
    }),
  );
}

/** Where a value stands besides the lines that are edited already: in commands, in prompts, in the prose's inline code. */
export function valueChanges(plan: Plan, renames: Renames, taken: readonly Edit[]): Change[] {
  const places = placesOf(plan).filter((place) => !taken.some(({ range }) => overlaps(place, range)));
  return [...renames].flatMap(([value, real]) => {
    const edits = places.flatMap((place) => editsIn(plan.chapter.source, place, value, real));
    const [first] = edits;
    if (!first) return [];
    const line = plan.chapter.source.slice(0, first.range.start).split('\n').length;
    return [
      { kind: 'value', step: null, line, title: `${value} → ${real.slice(0, value.length)}`, edits, result: null },
    ];
  });
}

function placesOf({ chapter, blocks }: Plan): Range[] {
  const lines = blocks
    .filter(({ kind }) => kind === 'run' || kind === 'in-container' || kind === 'expected-output')
    .flatMap(({ block }) => block.lines.map(({ range }) => range));
  return [...lines, ...inlineCode(chapter)];
}

function editsIn(source: string, place: Range, value: string, real: string): Edit[] {
  const text = source.slice(place.start, place.end);
  const isId = /^[0-9a-f]{12,}$/.test(value);
  return [...text.matchAll(/[\w.-]+/g)].flatMap(({ 0: word, index }) => {
    const now = isId ? renamedId(word, value, real) : word === value ? real : null;
    if (now === null || now === word) return [];
    const start = place.start + index;
    return [{ range: { start, end: start + word.length }, text: now }];
  });
}

/** A shortened ID stays as short as it was. */
function renamedId(word: string, value: string, real: string): string | null {
  if (!/^[0-9a-f]+$/.test(word) || word.length < shortest || !/\d/.test(word)) return null;
  const isSame = word.length <= value.length ? value.startsWith(word) : word.startsWith(value);
  return isSame && real.length >= word.length ? real.slice(0, word.length) : null;
}

function idsOf(text: string): string[] {
  return text.match(/(?<![\w.-])[0-9a-f]{12,64}(?![\w-])/g) ?? [];
}

function overlaps(left: Range, right: Range): boolean {
  return left.start < right.end && right.start < left.end;
}
