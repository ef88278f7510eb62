import { type Stretch, stretchesOf } from '../../core/lines.ts';
import { readHeader } from '../tables/read-header.ts';
import type { Lines } from './text-canon.ts';

/**
 * The lines of a table of compose 1 with one line for each row: in a narrow terminal it breaks long cells, and the rest
 * stands in the same column of the next line.
 *
 * @returns null where no cell is broken
 */
export function withoutContinuedRows(lines: Lines): Lines | null {
  const joined: string[] = [];
  let cells: readonly Stretch[] = [];
  let inTable = false;
  let found = false;
  for (const [index, line] of lines.entries()) {
    const rule = /^-{20,}$/.test(line.trim());
    if (rule) inTable = readHeader(lines[index - 1] ?? '') !== null;
    const more = inTable && !rule && /^\s+\S/.test(line) ? continued(cells, stretchesOf(line)) : null;
    if (more !== null) {
      found = true;
      cells = more;
      joined[joined.length - 1] = more.map((cell) => cell.text).join('   ');
      continue;
    }
    cells = stretchesOf(line);
    joined.push(line);
  }
  return found ? joined : null;
}

/** The row with the rest of its cells, or null where these do not stand below it. */
function continued(row: readonly Stretch[], rest: readonly Stretch[]): readonly Stretch[] | null {
  const cells = [...row];
  for (const { text, start } of rest) {
    // The blank at which a cell was broken begins the next line.
    const index = cells.findIndex((cell) => cell.start === start || cell.start + 1 === start);
    const cell = cells[index];
    if (cell === undefined || index === 0) return null;
    const glue = /-$|->|\/(?:tcp|udp)/.test(cell.text) ? '' : ' ';
    cells[index] = { ...cell, text: `${cell.text}${glue}${text}` };
  }
  return cells;
}
