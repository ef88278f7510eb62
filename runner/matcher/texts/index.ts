import { wasGiven } from '../../command/index.ts';
import { wordsOf } from '../../core/words.ts';
import { brokenLines } from './broken-lines.ts';
import { asOneProcessTable, byService, withoutContinuedRows } from './compose.ts';
import type { TextCanon } from './readings.ts';
import {
  byAnswer,
  byRemoval,
  byStream,
  sorted,
  withDotsAsElision,
  withHeader,
  withoutContinuations,
  withoutRemarks,
  withoutSummary,
  withoutUnendedMark,
  withRestOfAnswered,
  withRestOfPull,
} from './rereadings.ts';

/** Every canon of whole texts, in the order in which they are read. */
export const textCanons: readonly TextCanon[] = [
  { name: 'elision', read: withDotsAsElision },
  { name: 'gloss', authors: true, read: withoutRemarks },
  { name: 'unended-line', authors: true, read: withoutUnendedMark },
  { name: 'elision', authors: true, read: withHeader },
  { name: 'order', read: (lines, _, { loose }) => (loose?.includes('order') === true ? sorted(lines) : null) },
  { name: 'service-order', of: ['docker compose', 'docker service logs'], read: byService },
  { name: 'elision', read: withRestOfAnswered },
  { name: 'elision', authors: true, of: ['docker image pull'], read: withRestOfPull },
  { name: 'wrapped-line', of: ['docker'], read: withoutContinuations },
  {
    // `ls` without `-l` prints in columns, as many as the terminal is wide.
    name: 'wrapped-line',
    of: ['ls'],
    asked: (printer) => !wasGiven(printer, 'l', 'size', 'human-readable'),
    read: (lines) => lines.flatMap(wordsOf).sort(),
  },
  { name: 'wrapped-line', of: ['docker compose'], read: withoutContinuedRows },
  { name: 'column-layout', of: ['docker compose top'], read: asOneProcessTable },
  { name: 'usage-hint', of: ['docker'], read: withoutSummary },
  {
    name: 'stream-order',
    of: ['logs', 'run', 'start', 'attach'].map((verb) => `docker container ${verb}`),
    read: byStream,
  },
  { name: 'row-order', of: ['docker image prune', 'docker system prune'], read: byRemoval },
  { name: 'row-order', of: ['nslookup'], read: byAnswer },
  // Where a text was broken is a guess, on which nothing else is built.
  ...brokenLines,
];
