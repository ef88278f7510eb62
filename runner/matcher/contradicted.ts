import { isNumber } from '../core/words.ts';
import type { LocatedUse, Pair } from './units.ts';

/** The two texts that are compared. */
interface Texts {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

/** Lines that hold by themselves but contradict others of the same text: the indexes of their pairs. */
export function contradicted(uses: readonly LocatedUse[], pairs: readonly Pair[], texts: Texts): readonly number[] {
  return [wrongTotal(uses, pairs), wrongPull(uses, pairs, texts)].filter((index) => index >= 0);
}

/** `total 20` of `ls -l` follows from the files: where they are as in the chapter, it is too. */
function wrongTotal(uses: readonly LocatedUse[], pairs: readonly Pair[]): number {
  const at = uses.find(({ name, expected }) => name === 'size' && isNumber(expected))?.at;
  if (at === undefined || pairs.length < 2) return -1;
  if (uses.some(({ name }) => ['file-size', 'elision', 'column-layout'].includes(name))) return -1;
  return pairs.findIndex((pair) => pair.at === at && /^total \d+$/.test(pair.expected ?? ''));
}

/** An image of which layers were fetched was not up to date. */
function wrongPull(uses: readonly LocatedUse[], pairs: readonly Pair[], texts: Texts): number {
  const use = uses.find(({ name }) => name === 'already-pulled');
  if (use === undefined) return -1;
  const text = use.expected.includes('up to date') ? texts.expected : texts.actual;
  if (!text.some((line) => line.endsWith(': Pull complete'))) return -1;
  return pairs.findIndex((pair) => pair.at === use.at && pair.expected === use.expected);
}
