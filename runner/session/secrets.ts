import { begunTokenLength, tokensIn } from './token-forms.ts';

/** What stands in place of a secret. */
export const masked = '***';
/** Fewer characters would stand in other words by chance. */
const shortestEncoded = 6;

/** Values that must not be shown, longest first, and what tells by its form that it must not. Values of fewer than three characters would mask ordinary words. */
export class Secrets {
  #values: string[] = [];

  constructor(values: readonly string[]) {
    for (const value of values) this.add(value);
  }

  /** Masks a value from now on, and what base64 makes of it (`docker login` writes its password down so). */
  add(value: string): void {
    if (value.length < 3 || this.#values.includes(value)) return;
    const values = [...this.#values, value, ...inBase64(value)];
    this.#values = values.sort((one, other) => other.length - one.length);
  }

  /** The values that stand in a text, longest first. */
  within(text: string): readonly string[] {
    return [...this.#values.filter((value) => text.includes(value)), ...tokensIn(text)];
  }

  mask(text: string): string {
    const values = [...this.#values, ...tokensIn(text)];
    return values.reduce((masking, value) => masking.replaceAll(value, masked), text);
  }

  /** Length of the end of `text` that may be the beginning of a secret. */
  beginningLength(text: string): number {
    let longest = begunTokenLength(text);
    for (const value of this.#values) {
      for (let length = Math.min(value.length - 1, text.length); length > longest; length -= 1) {
        if (text.endsWith(value.slice(0, length))) longest = length;
      }
    }
    return longest;
  }
}

/** The characters in base64 that hang on the value alone, wherever it begins in what is encoded. */
function inBase64(value: string): readonly string[] {
  return [0, 1, 2]
    .map((before) => {
      const bytes = Buffer.from(' '.repeat(before) + value);
      const first = Math.ceil((before * 8) / 6);
      return bytes.toString('base64').slice(first, Math.floor((bytes.length * 8) / 6));
    })
    .filter((encoded) => encoded.length >= shortestEncoded);
}
