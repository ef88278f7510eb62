import { Screen as Emulator } from '../session/index.ts';
import type { LearnersScreen, Output } from './screen.ts';

/** How often is looked what a program has drawn. */
const lookMs = 250;
/** What is shown already is not shown again before so much time has passed, however often a program redraws it. */
const repeatMs = 10_000;

/**
 * The learner's terminal where the cursor cannot be moved: lines one below the other. What a program draws is read from
 * an emulated screen; a line of it is shown when it is there, and once more where another text came to stand in it.
 */
export class PlainScreen implements LearnersScreen {
  readonly plain = true;
  readonly #output: Output;
  #drawn: Drawn | null = null;
  #foot: string | null = null;
  #blank = false;

  constructor(output: Output) {
    this.#output = output;
  }

  get columns(): number {
    return this.#output.columns || 80;
  }

  get rows(): number {
    return this.#output.rows || 24;
  }

  lines(lines: readonly string[]): void {
    this.#drawn?.closeLine();
    if (lines.length === 0) return;
    this.#output.write(`${lines.join('\n').replaceAll('\r\n', '\n')}\n`);
    this.#blank = lines.at(-1) === '';
  }

  gap(): void {
    if (!this.#blank) this.lines(['']);
  }

  hint(text: string): void {
    this.lines([text]);
  }

  clear(): void {}

  foot(text: string): void {
    if (text !== this.#foot) this.lines([text]);
    this.#foot = text;
  }

  get hasFoot(): boolean {
    return this.#foot !== null;
  }

  stream(text: string): void {
    this.#blank = false;
    this.#drawn ??= new Drawn(this.#output, this.columns, this.rows);
    this.#drawn.write(text);
  }

  async endStream(): Promise<void> {
    this.#foot = null;
    const drawn = this.#drawn;
    this.#drawn = null;
    await drawn?.end();
  }

  typed(line: string): void {
    this.#drawn?.typed(line);
  }
}

/** What a program draws, told line by line. */
class Drawn {
  readonly #output: Output;
  readonly #emulator: Emulator;
  /** What was shown of each line, by its number. */
  readonly #told = new Map<number, string>();
  /** The line at whose end the cursor stands. */
  #open: number | null = null;
  #repeatedAt = performance.now();
  #timer: NodeJS.Timeout | null = null;
  /** What the learner has typed: they have seen it, and the program's terminal echoes it. */
  #echo: string | null = null;
  #page = '';

  constructor(output: Output, columns: number, rows: number) {
    this.#output = output;
    this.#emulator = new Emulator(columns, rows);
  }

  write(text: string): void {
    this.#emulator.write(text);
    this.#timer ??= setTimeout(() => this.#tell(false), lookMs);
  }

  typed(line: string): void {
    this.#echo = line;
    if (this.#open === null) return;
    this.#told.set(this.#open, `${this.#told.get(this.#open) ?? ''}${line}`.trimEnd());
    this.#open = null;
    this.#echo = null;
  }

  /** Something else is shown: it begins a line of its own. */
  closeLine(): void {
    if (this.#open !== null) this.#output.write('\n');
    this.#open = null;
  }

  async end(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#emulator.shown();
    this.#tell(true);
    this.closeLine();
    this.#emulator.dispose();
  }

  #tell(atEnd: boolean): void {
    this.#timer = null;
    this.#tellPage();
    const lines = this.#lines();
    const repeats = atEnd || performance.now() - this.#repeatedAt > repeatMs;
    for (const [at, [number, text]] of lines.entries()) {
      const told = this.#told.get(number);
      if (told === text) continue;
      const goesOn = number === this.#open && text.startsWith(told ?? '');
      if (at === lines.length - 1 && (told === undefined || goesOn)) this.#goOn(number, text);
      else if (told === undefined || goesOn) this.#line(number, text);
      else if (repeats && text !== '') this.#line(number, text);
    }
    if (repeats) this.#repeatedAt = performance.now();
  }

  /** A program that fills the screen. */
  #tellPage(): void {
    const page = this.#emulator.alternateText();
    if (page === '' || page === this.#page) return;
    this.#page = page;
    this.closeLine();
    this.#output.write(`${page}\n`);
  }

  #line(number: number, text: string): void {
    this.#goOn(number, text);
    if (this.#open === number) this.closeLine();
    else if (text === '') this.#output.write('\n');
    this.#told.set(number, text);
  }

  /** What is new of a line; the cursor stays behind that. */
  #goOn(number: number, text: string): void {
    const told = this.#open === number ? (this.#told.get(number) ?? '') : '';
    if (this.#open !== number || !text.startsWith(told)) this.closeLine();
    if (text === '') return;
    if (text === this.#echo) this.#echo = null;
    else {
      this.#output.write(this.#open === number ? text.slice(told.length) : text);
      this.#open = number;
    }
    this.#told.set(number, text);
  }

  #lines(): readonly (readonly [number: number, text: string])[] {
    const { lines, omitted, omittedAfter } = this.#emulator.lines();
    return lines.map((text, at) => [at < omittedAfter || omitted === 0 ? at : at + omitted, text.trimEnd()]);
  }
}
