/** Which units of a text count, and where the next one is: long stretches of noise are passed over at once. */
export class Counting {
  readonly hasNoise: boolean;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;

  /** @param noise for each unit, whether it may be missing */
  constructor(noise: readonly boolean[]) {
    const count = noise.length;
    this.hasNoise = noise.includes(true);
    this.#next = new Int32Array(count + 1).fill(count);
    this.#previous = new Int32Array(count + 1).fill(-1);
    for (let at = count - 1; at >= 0; at -= 1) this.#next[at] = noise[at] === true ? (this.#next[at + 1] ?? count) : at;
    for (let at = 0; at < count; at += 1) this.#previous[at] = noise[at] === true ? (this.#previous[at - 1] ?? -1) : at;
  }

  isNoise(at: number): boolean {
    return this.#next[at] !== at;
  }

  /** The first unit that counts at a place or after it; the length of the text where none does. */
  next(at: number): number {
    return this.#next[at] ?? at;
  }

  /** The first unit that counts from a place on, forwards (1) or backwards (-1). */
  from(at: number, step: number): number {
    return step > 0 ? this.next(at) : (this.#previous[at] ?? at);
  }
}
