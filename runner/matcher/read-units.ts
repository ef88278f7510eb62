import { isElision } from '../core/elision.ts';
import { readBuild } from './build/read-build.ts';
import type { CommandFacts } from './command/command-facts.ts';
import { readJsonBlock } from './json/read-json-block.ts';
import { mostRead } from './line/reading.ts';
import { readList } from './lists/read-list.ts';
import { readPackages } from './lists/read-packages.ts';
import { noiseOf } from './noise/noise.ts';
import { readMissingFile } from './progress/read-missing-file.ts';
import { readProgress } from './progress/read-progress.ts';
import { readServiceLog } from './progress/read-service-log.ts';
import { readSettings } from './settings/read-settings.ts';
import { readTable } from './tables/read-table.ts';
import type { Block, Unit } from './units.ts';

/** Which text it is: only in a chapter a line of `...` stands for others. */
export type Side = 'expected' | 'actual';

/** A line that counts. */
const counting = { noise: null };

type Reader = (lines: readonly string[], at: number, elisions: boolean, facts: CommandFacts) => Block | null;

/** Most specific first. */
function readersFor(facts: CommandFacts, lists: boolean): readonly Reader[] {
  const compose: readonly Reader[] = /\bcompose\b/.test(facts.text)
    ? [readMissingFile, readProgress, readServiceLog]
    : [];
  const swarm: readonly Reader[] = /\bdocker service logs\b/.test(facts.text) ? [readServiceLog] : [];
  const packages: readonly Reader[] = /\bapt(?:-get)?\b/.test(facts.text) ? [readPackages] : [];
  return [
    readBuild,
    readJsonBlock,
    ...compose,
    ...swarm,
    readSettings,
    ...packages,
    ...(lists ? [readList] : []),
    readTable,
  ];
}

/**
 * Cuts a text into units.
 *
 * @param lists whether the rows of a list are one unit; else each is one
 */
export function readUnits(lines: readonly string[], side: Side, facts: CommandFacts, lists = true): readonly Unit[] {
  const units: Unit[] = [];
  const readers = readersFor(facts, lists);
  const elisions = side === 'expected';
  let at = 0;
  while (at < lines.length) {
    const text = lines[at] ?? '';
    const block =
      text.length > mostRead && !/^\s*[[{]/.test(text) ? null : firstOf(readers, lines, at, elisions, facts);
    if (block !== null) {
      units.push({ kind: 'block', at, block });
      at += block.lines.length;
      // What an author leaves out at the end of a table may be more than rows.
      const last = block.lines.at(-1) ?? '';
      if (elisions && isElision(last)) units.push({ kind: 'elision', at: at - 1, text: '' });
      continue;
    }
    if (elisions && isElision(text)) units.push({ kind: 'elision', at, text });
    else units.push({ kind: 'line', at, text, ...(text.length > mostRead ? counting : noiseOf(text, facts, side)) });
    at += 1;
  }
  return units;
}

function firstOf(
  readers: readonly Reader[],
  lines: readonly string[],
  at: number,
  elisions: boolean,
  facts: CommandFacts,
): Block | null {
  for (const read of readers) {
    const block = read(lines, at, elisions, facts);
    if (block !== null) return block;
  }
  return null;
}
