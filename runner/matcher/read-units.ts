import { isElision } from '../core/elision.ts';
import type { CommandFacts } from './facts.ts';
import { blockOf, type Form, type Source } from './forms/form.ts';
import { formsOf, isList } from './forms/index.ts';
import { mostRead } from './line/reading.ts';
import { noiseOf } from './noise/noise.ts';
import type { BlockUnit, Side, Unit } from './units.ts';

/** A line that counts. */
const counting = { noise: null };

/**
 * Cuts a text into units.
 *
 * @param lists whether the rows of a list are one unit; else each is one
 */
export function readUnits(lines: readonly string[], side: Side, facts: CommandFacts, lists = true): readonly Unit[] {
  const units: Unit[] = [];
  const forms = formsOf(facts).filter((form) => lists || !isList(form));
  const elisions = side === 'expected';
  let at = 0;
  while (at < lines.length) {
    const text = lines[at] ?? '';
    const isData = text.length > mostRead;
    const block = isData && !/^\s*[[{]/.test(text) ? null : blockAt({ lines, at, elisions, facts }, forms);
    if (block !== null) {
      units.push(block);
      at += block.read.lines.length;
      // What an author leaves out at the end of a table may be more than rows.
      const last = block.read.lines.at(-1) ?? '';
      if (elisions && isElision(last)) units.push({ kind: 'elision', at: at - 1, text: '' });
      continue;
    }
    if (elisions && isElision(text)) units.push({ kind: 'elision', at, text });
    else units.push({ kind: 'line', at, text, ...(isData ? counting : noiseOf(text, facts, side)) });
    at += 1;
  }
  return units;
}

function blockAt(source: Source, forms: readonly Form[]): BlockUnit | null {
  for (const form of forms) {
    const read = form.read(source);
    if (read !== null) return blockOf(form, read);
  }
  return null;
}
