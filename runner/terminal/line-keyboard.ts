import { ReadStream } from 'node:tty';
import { withoutEnd } from '../core/lines.ts';
import { keyOfLetter, type LearnersKeyboard, type Press } from './keyboard.ts';

export interface LineKeyboardOptions {
  readonly stdin: NodeJS.ReadStream;
  /** Who hears Ctrl-C from now on; null: tutor ends, as ever. */
  readonly interrupts: (listener: (() => void) | null) => void;
  /** A line was typed, and the terminal has shown it. */
  readonly onTyped: (line: string) => void;
  /** Shows what asks for a line. */
  readonly ask: (prompt: string) => void;
}

/** Who hears what comes from the keyboard. */
interface Listener {
  line(text: string): void;
  interrupt(): void;
  end(): void;
}

const endOfInput = '\x04';

/**
 * The learner's keyboard where a terminal sends whole lines: a line of one letter is that key, an empty one is Enter, a
 * longer one is a command. Ctrl-C comes as a signal, which is lent to whoever listens.
 */
export class LineKeyboard implements LearnersKeyboard {
  readonly #options: LineKeyboardOptions;
  #stdin: NodeJS.ReadStream;
  #listener: Listener | null = null;
  #ended = false;

  constructor(options: LineKeyboardOptions) {
    this.#options = options;
    this.#stdin = options.stdin;
  }

  open(): void {
    if (this.#stdin.readableEnded || this.#stdin.destroyed) this.#stdin = new ReadStream(0);
    this.#stdin.setEncoding('utf8');
    this.#stdin.on('data', this.#onData).on('end', this.#onEnd);
    this.#stdin.resume();
  }

  close(): void {
    this.#stdin.off('data', this.#onData).off('end', this.#onEnd);
    this.#stdin.pause();
    // One that was opened anew goes on reading, and holds the process, until it is closed.
    if (this.#stdin !== this.#options.stdin) this.#stdin.destroy();
  }

  async next(signal: AbortSignal, withinMs: number | null = null): Promise<Press | null> {
    const line = await this.#line(signal, withinMs, '\x03');
    return line === null ? null : pressOfLine(line);
  }

  async line(prompt: string, begun: string, signal: AbortSignal): Promise<string | null> {
    let text = begun;
    if (text === '') {
      this.#options.ask(prompt);
      const line = await this.#line(signal, null, '');
      if (line === null) return null;
      text = line;
    }
    while (text.endsWith('\\')) {
      this.#options.ask('> ');
      const line = await this.#line(signal, null, '');
      if (line === null) return null;
      text += `\n${line}`;
    }
    return text;
  }

  async passing<Result>(listener: (data: string) => void, lasting: () => Promise<Result>): Promise<Result> {
    this.#hear({
      line: (text) => listener(`${text}\r`),
      interrupt: () => listener('\x03'),
      end: () => listener(endOfInput),
    });
    try {
      return await lasting();
    } finally {
      this.#hear(null);
    }
  }

  async lent<Result>(lasting: () => Promise<Result>): Promise<Result> {
    this.close();
    try {
      return await lasting();
    } finally {
      if (!this.#ended) this.open();
    }
  }

  breakOff(): void {
    this.#hear(null);
    process.kill(process.pid, 'SIGINT');
  }

  /** The next line; null when the keyboard is gone, the signal is aborted or the time is over. */
  async #line(signal: AbortSignal, withinMs: number | null, interrupted: string): Promise<string | null> {
    if (this.#ended || signal.aborted) return null;
    return new Promise((resolve) => {
      const done = (line: string | null) => {
        clearTimeout(timer);
        this.#hear(null);
        signal.removeEventListener('abort', onAbort);
        resolve(line);
      };
      const onAbort = () => done(null);
      const timer = withinMs === null ? undefined : setTimeout(onAbort, withinMs);
      signal.addEventListener('abort', onAbort);
      const onEnd = () => {
        this.#ended = true;
        done(null);
      };
      this.#hear({ line: done, interrupt: () => done(interrupted), end: onEnd });
    });
  }

  #hear(listener: Listener | null): void {
    this.#listener = listener;
    this.#options.interrupts(listener === null ? null : () => listener.interrupt());
  }

  readonly #onData = (data: string): void => {
    const line = withoutEnd(data);
    this.#options.onTyped(line);
    this.#listener?.line(line);
  };

  /** Ctrl-D ends the input for whoever reads it; the terminal may still be there. */
  readonly #onEnd = (): void => {
    const listener = this.#listener;
    this.close();
    try {
      this.open();
    } catch {
      this.#ended = true;
    }
    listener?.end();
  };
}

/** A line as a key, or as a command that was typed. */
export function pressOfLine(line: string): Press {
  if (line === '\x03') return { key: 'ctrl-c', text: '' };
  const text = line.trim();
  if (text === '') return { key: 'enter', text: '' };
  return [...text.normalize('NFC')].length === 1 ? { key: keyOfLetter(text), text: '' } : { key: '', text };
}
