/** What stands in place of a secret. */
export const masked = '***';

/** Values that must not be shown, longest first. Values of fewer than three characters would mask ordinary words. */
export class Secrets {
  #values: string[] = [];

  constructor(values: readonly string[]) {
    for (const value of values) this.add(value);
  }

  /** Masks a value from now on. */
  add(value: string): void {
    if (value.length < 3 || this.#values.includes(value)) return;
    this.#values = [...this.#values, value].sort((one, other) => other.length - one.length);
  }

  /** The values that stand in a text, longest first. */
  within(text: string): readonly string[] {
    return this.#values.filter((value) => text.includes(value));
  }

  mask(text: string): string {
    return this.#values.reduce((masking, value) => masking.replaceAll(value, masked), text);
  }

  /** Length of the end of `text` that may be the beginning of a secret. */
  beginningLength(text: string): number {
    let longest = 0;
    for (const value of this.#values) {
      for (let length = Math.min(value.length - 1, text.length); length > longest; length -= 1) {
        if (text.endsWith(value.slice(0, length))) longest = length;
      }
    }
    return longest;
  }
}
