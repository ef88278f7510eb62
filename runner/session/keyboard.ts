/** Characters typed at once. The kernel keeps some thousands for a program that has not read them yet. */
const pieceLength = 1024;
/** How far the typing may be ahead of what has been shown of it. */
const ahead = 2048;
/** A program that shows nothing of what is typed gets the next piece after this time. */
const patienceMs = 250;

/**
 * Types a long text as fast as the program takes it. A terminal's buffers are small: written at once, a line of 64 KiB
 * and its echo would wait for each other for ever, since Node reads nothing while it writes to a terminal.
 */
export class Keyboard {
  readonly #write: (keys: string) => void;
  #rest = '';
  #sent = 0;
  #heard = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param write writes to the terminal and returns when that is done. */
  constructor(write: (keys: string) => void) {
    this.#write = write;
  }

  /** Types at once what is short, and the rest behind what is still to be typed. */
  type(keys: string): void {
    if (this.#rest !== '') this.#rest += keys;
    else if (keys.length <= pieceLength) this.#write(keys);
    else {
      this.#sent = 0;
      this.#heard = 0;
      this.#rest = keys;
      this.#next();
    }
  }

  /** The terminal has shown so many characters. */
  heard(length: number): void {
    this.#heard += length;
    if (this.#rest !== '' && this.#heard >= this.#sent - ahead) this.#next();
  }

  /** What is still to be typed is dropped. */
  stop(): void {
    this.#rest = '';
    clearTimeout(this.#timer);
  }

  #next(): void {
    clearTimeout(this.#timer);
    const half = this.#rest.codePointAt(pieceLength - 1) ?? 0;
    const piece = this.#rest.slice(0, half > 0xffff ? pieceLength + 1 : pieceLength);
    this.#rest = this.#rest.slice(piece.length);
    this.#sent += piece.length;
    this.#write(piece);
    if (this.#rest !== '') this.#timer = setTimeout(() => this.#next(), patienceMs);
  }
}
