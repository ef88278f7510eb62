import type { Place } from '../tolerances/tolerance.ts';
import { tokensAgree } from './line.ts';
import { mostRead, type Token, tokensOf } from './reading.ts';

/** A stretch of tokens that differs: indexes into both token lists. */
interface Difference {
  readonly expected: readonly [number, number];
  readonly actual: readonly [number, number];
}

/** The chapter's line with only its wrong words replaced; values that are merely volatile stay as written. */
export function patchLine(expected: string, actual: string, place: Place): string {
  if (expected.length > mostRead || actual.length > mostRead) return actual;
  const [left, right] = [tokensOf(expected), tokensOf(actual)];
  let text = '';
  let at = 0;
  for (const { expected: range, actual: other } of differences(left, right, place)) {
    text += left
      .slice(at, range[0])
      .map((token) => token.text)
      .join('');
    text += right
      .slice(...other)
      .map((token) => token.text)
      .join('');
    at = range[1];
  }
  return (
    text +
    left
      .slice(at)
      .map((token) => token.text)
      .join('')
  );
}

/** Where two token lists differ, as few tokens as possible. */
export function differences(left: readonly Token[], right: readonly Token[], place: Place): readonly Difference[] {
  const common = longestCommon(left, right, place);
  const found: Difference[] = [];
  let [from, to] = [0, 0];
  for (const [one, other] of [...common, [left.length, right.length] as const]) {
    if (one > from || other > to) found.push({ expected: [from, one], actual: [to, other] });
    [from, to] = [one + 1, other + 1];
  }
  return found;
}

/** Where more words than this differ in between, they differ as a whole. */
const mostTokens = 200;

function longestCommon(left: readonly Token[], right: readonly Token[], place: Place): (readonly [number, number])[] {
  const least = Math.min(left.length, right.length);
  let head = 0;
  while (head < least && agreeAt(left, right, head, head, place)) head += 1;
  let tail = 0;
  while (tail < least - head && agreeAt(left, right, left.length - 1 - tail, right.length - 1 - tail, place)) tail += 1;
  const [mine, real] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)];
  const middle = mine.length > mostTokens || real.length > mostTokens ? [] : commonWithin(mine, real, place);
  return [
    ...Array.from({ length: head }, (_, index) => [index, index] as const),
    ...middle.map(([one, other]) => [head + one, head + other] as const),
    ...Array.from({ length: tail }, (_, index) => [left.length - tail + index, right.length - tail + index] as const),
  ];
}

function commonWithin(left: readonly Token[], right: readonly Token[], place: Place): (readonly [number, number])[] {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const index = row * width + column;
      lengths[index] = agreeAt(left, right, row, column, place)
        ? (lengths[index + width + 1] ?? 0) + 1
        : Math.max(lengths[index + width] ?? 0, lengths[index + 1] ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    const index = row * width + column;
    if (agreeAt(left, right, row, column, place)) pairs.push([row++, column++]);
    else if ((lengths[index + width] ?? 0) >= (lengths[index + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return pairs;
}

function agreeAt(left: readonly Token[], right: readonly Token[], row: number, column: number, place: Place): boolean {
  const [one, other] = [left[row], right[column]];
  return one !== undefined && other !== undefined && tokensAgree(one, other, place);
}
