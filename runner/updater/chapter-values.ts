import type { Bindings } from '../core/match.ts';

const identityLength = 12;
const idForm = /(?<![\w.-])(?:[0-9a-f]{64}|[0-9a-f]{12})(?![\w-])/g;

/** Real values and what the chapter calls them. */
export class ChapterValues {
  readonly #ids = new Map<string, string>();
  readonly #others = new Map<string, string>();

  constructor(bindings: Bindings) {
    for (const [key, real] of Object.entries(bindings)) {
      const at = key.indexOf(':');
      const [type, value] = [key.slice(0, at), key.slice(at + 1)];
      if (type === 'id' && !this.#ids.has(real.slice(0, identityLength)))
        this.#ids.set(real.slice(0, identityLength), value);
      else if (type === 'name' || type === 'uuid') this.#others.set(real, value);
    }
  }

  /**
   * The text with real values replaced by the chapter's for the same things, so that a new line speaks of the same
   * container as the old ones. A value that the chapter does not know stays.
   */
  intoChapter(text: string): string {
    const named = text.replace(/[\w-]+/g, (word) => this.#others.get(word) ?? word);
    return named.replace(idForm, (real) => {
      const known = this.#ids.get(real.slice(0, identityLength));
      if (known === undefined || known.length < identityLength) return real;
      // The chapter knows the short form: the long one begins with it, else they would be two things.
      return known.slice(0, identityLength) + real.slice(identityLength);
    });
  }
}
