import xterm from '@xterm/headless';
import { BoundedLines, type KeptLines } from './bounded-lines.ts';

const scrollback = 5000;
/** Most lines written before those that left the screen are taken over. */
const batchLines = 2000;

/**
 * An emulated screen: what a person would copy after output that moved the cursor. The cursor starts on the last row,
 * as in a terminal that has been in use: there BuildKit's first "one line down" makes no empty line.
 */
export class Screen {
  readonly #terminal: xterm.Terminal;
  readonly #kept = new BoundedLines();
  #taken: ReturnType<xterm.Terminal['registerMarker']> | null = null;
  readonly #firstRow: number;
  #pending = 0;
  #disposed = false;
  #written: Promise<void> = Promise.resolve();

  constructor(columns: number, rows: number) {
    this.#terminal = new xterm.Terminal({ cols: columns, rows, scrollback, logLevel: 'off', allowProposedApi: true });
    this.#terminal.write('\n'.repeat(rows - 1));
    this.#firstRow = rows - 1;
  }

  /** Characters not yet shown. */
  get pending(): number {
    return this.#pending;
  }

  /** Whether a program (`less`, `vi`) uses the alternate screen. */
  get alternate(): boolean {
    return this.#terminal.buffer.active.type === 'alternate';
  }

  /** Shows text, in the order of the calls. */
  write(text: string): void {
    for (const batch of batches(text)) {
      this.#pending += batch.length;
      this.#written = new Promise((resolve) => {
        this.#terminal.write(batch, () => {
          this.#pending -= batch.length;
          if (!this.#disposed) this.#takeOver();
          resolve();
        });
      });
    }
  }

  /** Resolves when all that was written is shown. */
  async shown(): Promise<void> {
    await this.#written;
  }

  /** The line on which the cursor rests, as far as it is shown. */
  cursorLine(): string {
    const buffer = this.#terminal.buffer.active;
    return this.#line(buffer, buffer.baseY + buffer.cursorY).trimEnd();
  }

  /** Column of the cursor, from 0. */
  get column(): number {
    return this.#terminal.buffer.active.cursorX;
  }

  /** All lines, soft-wrapped ones joined. */
  lines(): KeptLines {
    const buffer = this.#terminal.buffer.normal;
    const lines = logicalLines(buffer, this.#taken?.line ?? 0, buffer.length);
    const cursorRow = buffer.baseY + buffer.cursorY;
    while ((lines.at(-1)?.row ?? 0) > cursorRow && lines.at(-1)?.text.trimEnd() === '') lines.pop();
    const kept = this.#kept.kept();
    const shown = this.#withoutFirstRows(lines).map(({ text }) => text);
    return { ...kept, lines: [...kept.lines, ...shown] };
  }

  /** What the alternate screen shows; empty where it is not in use. */
  alternateText(): string {
    if (!this.alternate) return '';
    const buffer = this.#terminal.buffer.alternate;
    return logicalLines(buffer, 0, buffer.length)
      .map(({ text }) => text.trimEnd())
      .join('\n')
      .trimEnd();
  }

  dispose(): void {
    this.#disposed = true;
    this.#terminal.dispose();
  }

  /** Lines above the screen cannot change any more: they are kept outside of the emulator, which forgets them. */
  #takeOver(): void {
    const buffer = this.#terminal.buffer.normal;
    if (this.alternate || buffer.baseY - (this.#taken?.line ?? 0) < batchLines) return;
    const gone = logicalLines(buffer, this.#taken?.line ?? 0, buffer.baseY);
    for (const { text } of this.#withoutFirstRows(gone)) this.#kept.push(text.trimEnd());
    this.#taken?.dispose();
    this.#taken = this.#terminal.registerMarker(-buffer.cursorY);
  }

  /** The rows above the one on which the cursor started are no output, unless something was written there. */
  #withoutFirstRows(lines: ScreenLine[]): ScreenLine[] {
    if (this.#taken !== null) return lines;
    const from = lines.findIndex(({ text, row }) => row >= this.#firstRow || text.trimEnd() !== '');
    return from === -1 ? [] : lines.slice(from);
  }

  #line(buffer: xterm.IBuffer, row: number): string {
    let from = row;
    while (from > 0 && buffer.getLine(from)?.isWrapped) from -= 1;
    let text = '';
    for (let at = from; at <= row; at += 1) text += buffer.getLine(at)?.translateToString(true) ?? '';
    return text;
  }
}

interface ScreenLine {
  text: string;
  /** Its last row. */
  row: number;
}

function logicalLines(buffer: xterm.IBuffer, from: number, to: number): ScreenLine[] {
  const lines: ScreenLine[] = [];
  for (let row = from; row < to; row += 1) {
    const line = buffer.getLine(row);
    if (line === undefined) break;
    const text = line.translateToString(true);
    const last = lines.at(-1);
    if (line.isWrapped && last !== undefined) {
      last.text += text;
      last.row = row;
    } else lines.push({ text, row });
  }
  return lines;
}

function* batches(text: string): Generator<string> {
  let from = 0;
  let newlines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    newlines += 1;
    if (newlines % batchLines !== 0) continue;
    yield text.slice(from, at + 1);
    from = at + 1;
  }
  if (from < text.length) yield text.slice(from);
}
