import { tokensOf } from '../line/reading.ts';

/** Of longer lines only the beginning is looked at. In characters. */
const longest = 600;

/** Tells how alike lines are. Every line is read once, every word is a number. */
export class Likeness {
  readonly #bags = new Map<string, Int32Array>();
  readonly #words = new Map<string, number>();

  /** The share of words that two lines have in common, 0 to 1. */
  of(expected: string, actual: string): number {
    if (expected === actual) return 1;
    const [left, right] = [this.#bagOf(expected), this.#bagOf(actual)];
    if (left.length === 0 || right.length === 0) return 0;
    return (2 * inCommon(left, right)) / (left.length + right.length);
  }

  /** The numbers of a line's words, in order of size. */
  #bagOf(line: string): Int32Array {
    const known = this.#bags.get(line);
    if (known !== undefined) return known;
    const words = tokensOf(line.slice(0, longest)).filter((token) => !token.blank);
    const bag = Int32Array.from(words, (word) => this.#numberOf(word.tolerance?.name ?? `=${word.text}`)).sort();
    this.#bags.set(line, bag);
    return bag;
  }

  #numberOf(word: string): number {
    const known = this.#words.get(word) ?? this.#words.size;
    this.#words.set(word, known);
    return known;
  }
}

function inCommon(left: Int32Array, right: Int32Array): number {
  let [same, one, other] = [0, 0, 0];
  while (one < left.length && other < right.length) {
    const difference = (left[one] ?? 0) - (right[other] ?? 0);
    if (difference === 0) same += 1;
    if (difference <= 0) one += 1;
    if (difference >= 0) other += 1;
  }
  return same;
}
