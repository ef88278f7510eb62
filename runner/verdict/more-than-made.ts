import { type Printer, printersOf } from '../command/index.ts';
import { formOf } from '../printed/index.ts';
import type { Evidence } from './evidence.ts';
import type { ToldFault } from './faults.ts';
import { emptyListOf } from './nothing-there.ts';

/**
 * What a listing shows more of, in whichever form, than the steps before it can have made: the rest was there before
 * the chapter began. Null where the steps can have made all of it.
 */
export function moreThanMade(evidence: Evidence, faults: readonly ToldFault[]): 'container' | 'image' | null {
  const { step, facts, match, output, world } = evidence;
  if (match?.verdict !== 'mismatch') return null;
  const emptied = emptyListOf(step.text, output.text);
  if (emptied === 'container' || emptied === 'image') return world.mostOf(facts, emptied) === 0 ? emptied : null;
  const printers = printersOf(step.text);
  // What `docker rm $(docker ps -aq)` prints is that list.
  const [first] = echoes(printers) ? printers.filter(({ output: known }) => known?.form === 'table') : printers;
  const list = first?.output;
  if (list?.form !== 'table' || printers.filter(({ shown }) => shown).length > 1) return null;
  const kind = list.table === 'image ls' ? 'image' : list.table === 'container ls' ? 'container' : null;
  if (kind === null) return null;
  // A list can fail for want of a thing that it is to be measured by: `--filter before=…`.
  if (!faults.every(({ fault, thing }) => fault.kind === 'missing' && thing?.kind === kind)) return null;
  const most = world.mostOf(facts, kind);
  if (most === null) return null;
  const rows = rowsIn(step.expected?.text ?? '', most);
  const here = faults.length > 0 ? 0 : rowsIn(output.text, most);
  // Where as many are here, none of the author's is missing: what differs is in the rows.
  return rows > most && here < rows && !differsInOwn(evidence) ? kind : null;
}

/** All that is shown is the names that a command was given. */
function echoes(printers: readonly Printer[]): boolean {
  return printers.every(({ shown, output }) => !shown || output?.form === 'names');
}

/** Rows of a list; of images without a name there may be any number as soon as one is there. */
function rowsIn(text: string, most: number): number {
  const rows = text.split('\n').filter((line) => line.trim() !== '' && formOf(line)?.role !== 'head');
  return rows.filter((row) => most === 0 || !row.includes('<none>')).length;
}

/** A row of something that a step has made and named is there, and is another one. */
function differsInOwn({ match, world, facts }: Evidence): boolean {
  return (match?.diff ?? []).some((line) => {
    if (line.op !== 'changed' && line.op !== 'missing') return false;
    const words = line.expected.match(/[\w./:@-]*\w/g) ?? [];
    return words.some((word) => {
      const own = world.aliases.find('container', word);
      return own !== null && !own.key.includes('#') && world.before(facts, own).madeBy !== null;
    });
  });
}
