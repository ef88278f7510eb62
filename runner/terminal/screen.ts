import { own } from '../core/terminal-text.ts';
import { shorten, widthOf } from '../core/width.ts';

export interface Output {
  readonly columns?: number;
  readonly rows?: number;
  write(text: string): unknown;
}

/** What the learner sees: what stays, a line below that which comes and goes, and what programs print. */
export interface LearnersScreen {
  /** Whether it only shows lines, one below the other: then words stand in place of signs and boxes. */
  readonly plain: boolean;
  readonly columns: number;
  readonly rows: number;
  /** Writes lines that stay. */
  lines(lines: readonly string[]): void;
  /** Sets what comes next off by one empty line; by none where one stands there. */
  gap(): void;
  /** Shows a line that is taken away by whatever is shown next, where that can be. */
  hint(text: string, paint: (text: string) => string): void;
  /** Takes away the hint. */
  clear(): void;
  /** Shows a line that stays below what a program prints, until that has ended. */
  foot(text: string, paint: (text: string) => string): void;
  readonly hasFoot: boolean;
  /** Shows what a program prints, as it comes: the session has made it harmless. */
  stream(text: string): void;
  /** The program has ended: what comes next begins a line. */
  endStream(): void | Promise<void>;
  /** The terminal itself has shown a line that the learner typed. */
  typed(line: string): void;
}

/** Undoes what a program may have left behind: colours, a hidden cursor, the other screen. */
const tidy = own('\x1b[0m\x1b[?25h');
/** What leaves the cursor where a line begins: colours, its visibility. */
const standing = /\x1b\[[0-9;]*m|\x1b\[\?25[hl]|\r/g;
const otherScreen = '\x1b[?1049';

/** The learner's terminal: what stays on it, and one line below that which comes and goes. */
export class Screen implements LearnersScreen {
  readonly plain = false;
  readonly #output: Output;
  #hint = false;
  #streamed = '';
  #other = false;
  #foot: (() => void) | null = null;
  /** What stands last is an empty line. */
  #blank = false;

  constructor(output: Output) {
    this.#output = output;
  }

  get columns(): number {
    return this.#output.columns ?? 80;
  }

  get rows(): number {
    return this.#output.rows ?? 24;
  }

  lines(lines: readonly string[]): void {
    this.clear();
    if (lines.length === 0) return;
    this.#output.write(`${lines.join('\r\n')}\r\n`);
    this.#blank = lines.at(-1) === '';
  }

  gap(): void {
    if (!this.#blank) this.lines(['']);
  }

  /** None is shown while a program's line is not at its end. */
  hint(text: string, paint: (text: string) => string): void {
    this.clear();
    if (!this.#atLineStart) return;
    const shown = shorten(text, Math.max(1, this.columns - 1));
    this.#output.write(paint(shown));
    this.#hint = widthOf(shown) > 0;
  }

  clear(): void {
    if (this.#hint) this.#output.write(own('\r\x1b[K'));
    this.#hint = false;
  }

  foot(text: string, paint: (text: string) => string): void {
    this.#foot = () => this.hint(text, paint);
    this.#foot();
  }

  get hasFoot(): boolean {
    return this.#foot !== null;
  }

  stream(text: string): void {
    this.clear();
    this.#blank = false;
    this.#streamed = (this.#streamed + text).slice(-256);
    if (text.includes(otherScreen))
      this.#other = !text.slice(text.lastIndexOf(otherScreen)).startsWith(`${otherScreen}l`);
    this.#output.write(own(text));
    this.#foot?.();
  }

  typed(): void {}

  endStream(): void {
    this.#foot = null;
    this.clear();
    if (this.#streamed === '') return;
    if (this.#streamed.includes('\x1b')) this.#output.write(tidy);
    if (this.#other) this.#output.write(own(`${otherScreen}l`));
    if (!this.#atLineStart) this.#output.write('\r\n');
    this.#streamed = '';
    this.#other = false;
  }

  /** Whether the program's cursor stands where a line begins, as far as is known. */
  get #atLineStart(): boolean {
    if (this.#streamed === '') return true;
    return !this.#other && this.#streamed.replace(standing, '').endsWith('\n');
  }
}
