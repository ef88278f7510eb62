import { inlineMark } from '../../core/elision.ts';
import { gap } from '../tolerances/cut.ts';
import type { Canon } from './canon.ts';

const hasMark = new RegExp(inlineMark, 'i');
const mark = new RegExp(String.raw`[[(<]?(?:${inlineMark})[\])>]?`, 'gi');

/** An ID of which an author wrote the beginning and the end (`3fbc63216742...a08d`). */
const middle = /\b((?:(?:sha256:)?[0-9a-f]{4,64}|SWMTKN-1-[0-9a-z-]+)(?:\.{3}|…))[0-9a-z-]{2,}\b/g;

/** A line in which the author left out characters (`Digest: sha256:1d1c...`), with a gap in the place of each mark. */
export const elision: Canon = {
  name: 'elision',
  read: (line) => (hasMark.test(line) ? line.replace(middle, '$1').replace(mark, gap) : line),
  examples: `
    Starting ... done ≈ Starting the second worker done
    token SWMTKN-1-2v6p...x9 is valid ≈ token SWMTKN-1-3k89xr5j-aniv3977 is valid
    Starting ... done ≠ Starting the second worker
  `,
};
