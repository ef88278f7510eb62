import { BoundedLines, type KeptLines } from './bounded-lines.ts';
import { plainText, unfinishedLength } from './control.ts';
import { Screen } from './screen.ts';

const longestPartial = 1 << 18;

/** Size of the terminal in characters. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/**
 * The output of one typed line. Text that only grows is kept as it comes; from the first sequence that moves the
 * cursor on it goes through an emulated screen, which costs a hundred times more.
 */
export class Capture {
  readonly #size: Size;
  readonly #lines = new BoundedLines();
  #partial = '';
  #held = '';
  #screen: Screen | null = null;
  /** Whether anything but control characters came. */
  #any = false;

  constructor(size: Size, prefix = '') {
    this.#size = size;
    this.#partial = prefix;
  }

  /** Characters that wait for the emulator. */
  get backlog(): number {
    return this.#screen?.pending ?? 0;
  }

  get alternate(): boolean {
    return this.#screen?.alternate ?? false;
  }

  get empty(): boolean {
    return !this.#any;
  }

  append(chunk: string): void {
    const text = this.#held + chunk;
    const held = unfinishedLength(text);
    this.#held = held === 0 ? '' : text.slice(text.length - held);
    this.#show(held === 0 ? text : text.slice(0, text.length - held));
  }

  /** The line on which the cursor rests, trailing spaces removed. */
  tail(): string {
    return this.#screen === null ? this.#partial.trimEnd() : this.#screen.cursorLine();
  }

  /** Column of the cursor, from 0. */
  get column(): number {
    return this.#screen?.column ?? this.#partial.length;
  }

  /** Resolves when the emulator has shown everything. */
  async shown(): Promise<void> {
    await this.#screen?.shown();
  }

  /** What is on the screen now and above it: lines without trailing spaces; a last empty one is the cursor's. */
  async read(): Promise<KeptLines> {
    await this.#screen?.shown();
    const before = this.#lines.kept();
    if (this.#screen === null) return { ...before, lines: [...before.lines, this.#partial].map(trimmed) };
    const shown = this.#screen.lines();
    const omittedAfter = before.omitted > 0 ? before.omittedAfter : before.lines.length + shown.omittedAfter;
    return {
      lines: [...before.lines, ...shown.lines].map(trimmed),
      omitted: before.omitted + shown.omitted,
      omittedAfter,
    };
  }

  /** What a full-screen program shows; empty where none runs. */
  alternateText(): string {
    return this.#screen?.alternateText() ?? '';
  }

  dispose(): void {
    this.#screen?.dispose();
  }

  #show(text: string): void {
    if (text === '') return;
    if (this.#screen === null) {
      const plain = plainText(text);
      if (plain !== null) {
        this.#keep(plain);
        return;
      }
      this.#screen = new Screen(this.#size.columns, this.#size.rows);
      const visible = [...this.#lines.takeLast(this.#size.rows), this.#partial];
      this.#screen.write(visible.join('\r\n'));
    }
    this.#any = true;
    this.#screen.write(text);
  }

  #keep(text: string): void {
    if (text !== '') this.#any = true;
    let from = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      this.#lines.push(this.#partial + text.slice(from, at));
      this.#partial = '';
      from = at + 1;
    }
    if (this.#partial.length < longestPartial) this.#partial += text.slice(from);
  }
}

function trimmed(line: string): string {
  return line.trimEnd();
}
