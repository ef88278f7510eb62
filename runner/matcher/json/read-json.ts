import { inlineMark, lineMark } from '../../core/elision.ts';
import { type JsonEntry, type JsonValue, plainText } from './json-value.ts';

/**
 * Reads JSON as authors write it: `...` for what is left out, comments and glosses at line ends, commas too many or too
 * few, brackets that never close, entries without their object.
 *
 * @returns the value, null where it is no JSON at all, and the offset up to which the text was read
 */
export function readJson(text: string): { readonly value: JsonValue | null; readonly end: number } {
  const reader = new Reader(text);
  reader.skip();
  const bare = text.charAt(reader.at) === '"' && /^"[^"\n]*"\s*:/.test(text.slice(reader.at, reader.at + 200));
  const value = bare ? reader.entriesUntil('', reader.at) : reader.value();
  return { value, end: reader.at };
}

const gap = new RegExp(String.raw`^(?:${inlineMark}|${lineMark}|<\.{3}>|\[\.{3}\])`, 'i');
const blank = /^(?:\s+|\/\/[^\n]*|#[^\n]*|(?:←|<-)[^\n]*|\/\*[\s\S]*?\*\/)/;
const scalar = /^(?:"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|<[^>\n]*>)/;
/** Deeper than any real document; keeps a contrived one from overflowing the stack. */
const deepest = 200;

class Reader {
  at = 0;
  #depth = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  skip(): void {
    for (let match = this.#match(blank); match !== null; match = this.#match(blank)) this.at += match.length;
  }

  value(): JsonValue | null {
    const start = this.at;
    const open = this.#text.charAt(start);
    if (open === '{') {
      this.at += 1;
      return this.#nested(() => this.entriesUntil('}', start));
    }
    const left = this.#match(gap);
    if (left !== null) {
      this.at += left.length;
      return { kind: 'gap', start, end: this.at };
    }
    if (open === '[') {
      this.at += 1;
      return this.#nested(() => this.#itemsUntil(start));
    }
    const raw = this.#match(scalar);
    if (raw === null) return null;
    this.at += raw.length;
    return { kind: 'scalar', raw, start, end: this.at };
  }

  /** Entries up to the closing bracket, or to the end of the text where there is none. */
  entriesUntil(close: string, start: number): JsonValue | null {
    const entries: JsonEntry[] = [];
    let open = false;
    while (true) {
      this.skip();
      const next = this.#text.charAt(this.at);
      if (next === '') return { kind: 'object', entries, open: open || close !== '', start, end: this.at };
      if (next === close) {
        this.at += 1;
        return { kind: 'object', entries, open, start, end: this.at };
      }
      const left = this.#match(gap);
      if (next === ',') this.at += 1;
      else if (left !== null) {
        this.at += left.length;
        open = true;
      } else if (close === '' && /[}\]]/.test(next)) this.at += 1;
      else {
        const entry = this.#entry();
        if (entry === null)
          return close === '' && entries.length > 0 ? { kind: 'object', entries, open, start, end: this.at } : null;
        entries.push(entry);
      }
    }
  }

  #entry(): JsonEntry | null {
    const key = this.#match(/^"(?:[^"\\\n]|\\.)*"|^<[^>\n]*>/);
    if (key === null) return null;
    this.at += key.length;
    this.skip();
    if (this.#text.charAt(this.at) !== ':') return null;
    this.at += 1;
    this.skip();
    const value = this.value();
    return value === null ? null : { key: plainText(key), value };
  }

  #itemsUntil(start: number): JsonValue | null {
    const items: JsonValue[] = [];
    while (true) {
      this.skip();
      const next = this.#text.charAt(this.at);
      if (next === '')
        return { kind: 'array', items: [...items, { kind: 'gap', start: this.at, end: this.at }], start, end: this.at };
      if (next === ']') {
        this.at += 1;
        return { kind: 'array', items, start, end: this.at };
      }
      if (next === ',') {
        this.at += 1;
        continue;
      }
      const item = this.value();
      if (item === null) return null;
      items.push(item);
    }
  }

  #nested(read: () => JsonValue | null): JsonValue | null {
    if (this.#depth >= deepest) return null;
    this.#depth += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #match(form: RegExp): string | null {
    return form.exec(this.#text.slice(this.at, this.at + 4000))?.[0] ?? null;
  }
}
