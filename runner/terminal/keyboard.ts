import { createInterface } from 'node:readline/promises';

/** What a key is called: `enter`, `ctrl-c`, `ctrl-]`, `n`. Letters are small, whatever the keyboard's language. */
export type Key = string;

/** The Hangul letters on the same keys: a learner who has just written Korean does not change the layout first. */
const hangul: Readonly<Record<string, Key>> = {
  ㅂ: 'q',
  ㅈ: 'w',
  ㄷ: 'e',
  ㄱ: 'r',
  ㅅ: 't',
  ㅛ: 'y',
  ㅁ: 'a',
  ㄴ: 's',
  ㅗ: 'h',
  ㅏ: 'k',
  ㅌ: 'x',
  ㅠ: 'b',
  ㅜ: 'n',
  ㅡ: 'm',
};
const named: Readonly<Record<string, Key>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\x03': 'ctrl-c',
  '\x04': 'ctrl-d',
  '\x1d': 'ctrl-]',
  '\x1b': 'escape',
};

/** What the learner presses or types, and whom it goes to. */
export interface LearnersKeyboard {
  /** From now on nothing that is typed acts by itself. */
  open(): void;
  /** Gives the keyboard back, as it was. */
  close(): void;
  /**
   * What is pressed next from now on; null when the keyboard is gone or the signal is aborted, or `withinMs` is over.
   */
  next(signal: AbortSignal, withinMs?: number | null): Promise<Press | null>;
  /**
   * A line that the learner types; null when the keyboard is gone.
   *
   * @param begun what they have typed of it already
   */
  line(prompt: string, begun: string, signal: AbortSignal): Promise<string | null>;
  /** Passes on what is pressed while something lasts. */
  passing<Result>(listener: (data: string) => void, lasting: () => Promise<Result>): Promise<Result>;
  /** Gives the keyboard to another program while that lasts. */
  lent<Result>(lasting: () => Promise<Result>): Promise<Result>;
  /** Ends tutor, as Ctrl-C does where nothing else hears it. */
  breakOff(): void;
}

/** What was pressed at once. */
export interface Press {
  /** Empty where it means nothing here: an arrow, a function key. */
  readonly key: Key;
  /** What it writes; empty where it writes nothing. */
  readonly text: string;
}

/** What the keyboard's bytes mean. */
export function pressOf(data: string): Press {
  const text = data.replace(/\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O.|.)?/g, '').replace(/[\0-\x1f\x7f]+/g, ' ');
  return { key: keyOf(data), text: text.trim() === '' ? '' : text };
}

function keyOf(data: string): Key {
  const known = named[data];
  if (known !== undefined) return known;
  // An arrow, a function key, something pasted: no key that means anything here.
  if ([...data.normalize('NFC')].length !== 1) return '';
  return keyOfLetter(data);
}

/** The key on which a letter stands. */
export function keyOfLetter(letter: string): Key {
  return hangul[letter] ?? letter.toLowerCase();
}

/**
 * The learner's keyboard, raw for as long as a chapter lasts: nothing that is typed while nobody asks is echoed between
 * the lines, or taken for an answer to the next question.
 */
export class Keyboard implements LearnersKeyboard {
  readonly #stdin: NodeJS.ReadStream;
  readonly #echo: NodeJS.WriteStream;
  #history: string[] = [];
  #listener: ((data: string) => void) | null = null;
  #gone: (() => void) | null = null;
  #ended = false;

  /** @param echo where a line is edited */
  constructor(stdin: NodeJS.ReadStream, echo: NodeJS.WriteStream) {
    this.#stdin = stdin;
    this.#echo = echo;
  }

  open(): void {
    this.#stdin.setEncoding('utf8');
    this.#stdin.setRawMode(true);
    this.#stdin.on('data', this.#onData).on('end', this.#onEnd).on('close', this.#onEnd);
    this.#stdin.resume();
  }

  close(): void {
    this.#stdin.off('data', this.#onData).off('end', this.#onEnd).off('close', this.#onEnd);
    if (!this.#stdin.destroyed) this.#stdin.setRawMode(false);
    this.#stdin.pause();
  }

  async next(signal: AbortSignal, withinMs: number | null = null): Promise<Press | null> {
    if (this.#ended || signal.aborted) return null;
    return new Promise((resolve) => {
      const done = (press: Press | null) => {
        clearTimeout(timer);
        this.#listener = null;
        this.#gone = null;
        signal.removeEventListener('abort', onAbort);
        resolve(press);
      };
      const onAbort = () => done(null);
      const timer = withinMs === null ? undefined : setTimeout(onAbort, withinMs);
      signal.addEventListener('abort', onAbort);
      this.#gone = onAbort;
      this.#listener = (data) => done(pressOf(data));
    });
  }

  line(prompt: string, begun: string, signal: AbortSignal): Promise<string | null> {
    return this.lent(async () => {
      const lines = createInterface({
        input: this.#stdin,
        output: this.#echo,
        terminal: true,
        history: this.#history,
      });
      lines.on('history', (history) => {
        this.#history = history;
      });
      try {
        const answer = lines.question(prompt, { signal });
        lines.write(begun);
        let text = await answer;
        while (text.endsWith('\\')) text += `\n${await lines.question('> ', { signal })}`;
        return text;
      } catch {
        // Ctrl-C, Ctrl-D: what is shown next begins a line.
        this.#echo.write('\r\n');
        return null;
      } finally {
        lines.close();
      }
    });
  }

  async passing<Result>(listener: (data: string) => void, lasting: () => Promise<Result>): Promise<Result> {
    this.#listener = listener;
    try {
      return await lasting();
    } finally {
      this.#listener = null;
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
    process.kill(process.pid, 'SIGINT');
  }

  readonly #onData = (data: string): void => {
    if (this.#listener) this.#listener(data);
    // While nobody asks and nothing runs, Ctrl-C is what it is outside raw mode.
    else if (data.includes('\x03')) this.breakOff();
  };

  readonly #onEnd = (): void => {
    this.#ended = true;
    this.#gone?.();
  };
}
