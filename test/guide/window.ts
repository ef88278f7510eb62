import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const cli = join(import.meta.dirname, '../../dist/cli.js');
const patienceMs = 30_000;
/** A person's pace. */
const betweenKeysMs = 60;

export interface WindowOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly args?: readonly string[];
  /** What is typed in place of `tutor run small.md`. */
  readonly command?: readonly string[];
  /** Section of the chapter. */
  readonly section?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** An earlier window, whose folder and state are gone on with. */
  readonly after?: LearnerWindow;
}

/** A learner's window: `tutor run` in a real terminal, with somebody who reads the screen before they press a key. */
export class LearnerWindow {
  readonly folder: string;
  readonly #pty: IPty;
  readonly #screen: xterm.Terminal;
  readonly exited: Promise<number>;
  /** All that was written, as it was written. */
  raw = '';

  constructor(chapter: string, options: WindowOptions = {}) {
    const { columns = 80, rows = 24, args = [], env = {}, after, section } = options;
    this.folder = after?.folder ?? mkdtempSync(join(tmpdir(), 'tutor-window-'));
    writeFileSync(join(this.folder, 'small.md'), chapter);
    this.#screen = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
    const command = [
      cli,
      'run',
      section === undefined ? 'small.md' : `small.md#${section}`,
      '--engine',
      'sandbox:28',
      '--yes',
      ...args,
    ];
    this.#pty = spawn(process.execPath, options.command === undefined ? command : [cli, ...options.command], {
      cols: columns,
      rows,
      cwd: this.folder,
      env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', NO_COLOR: '', ...env },
    });
    this.#pty.onData((data) => {
      this.raw += data;
      this.#screen.write(data);
    });
    this.exited = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode));
    });
  }

  /** All that was shown and still stands, without what was wiped. */
  get text(): string {
    const buffer = this.#screen.buffer.active;
    const lines: string[] = [];
    for (let row = 0; row < buffer.length; row += 1) lines.push(buffer.getLine(row)?.translateToString(true) ?? '');
    return lines.join('\n').trimEnd();
  }

  /** The last line that is not empty: where the keys are offered. */
  get lastLine(): string {
    return this.text.split('\n').at(-1) ?? '';
  }

  /** Waits until something is shown, or until the last line fits. */
  async until(wanted: string | RegExp, where: 'text' | 'lastLine' = 'text'): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!fits(this[where], wanted)) {
      if (Date.now() > deadline) throw new Error(`${wanted} was not shown:\n${this.text}`);
      await later(50);
    }
  }

  /** Waits until a key is asked for. */
  async ready(): Promise<void> {
    await this.until(/^\[Enter\]/, 'lastLine');
  }

  /** Presses keys one by one, as fast as a person does. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await later(betweenKeysMs);
      this.#pty.write(key);
    }
  }

  /** Types a text letter by letter. */
  async type(text: string): Promise<void> {
    await this.press(...text);
  }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  kill(signal: NodeJS.Signals): void {
    process.kill(this.#pty.pid, signal);
  }

  /** The power goes: tutor and everything that it has started end at once, and nothing is tidied up. */
  async powerCut(): Promise<void> {
    const parents = new Map<number, number>();
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      try {
        const [, rest = ''] = readFileSync(`/proc/${name}/stat`, 'utf8').split(/\) (?=[A-Z] )/);
        parents.set(Number(name), Number(rest.split(' ')[1]));
      } catch {
        // It has ended meanwhile.
      }
    }
    const own = new Set([this.#pty.pid]);
    for (let size = 0; size !== own.size; ) {
      size = own.size;
      for (const [pid, parent] of parents) if (own.has(parent)) own.add(pid);
    }
    for (const pid of own) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went with another one.
      }
    }
    await this.exited;
  }

  async close(): Promise<void> {
    this.#pty.kill('SIGHUP');
    await this.exited;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function fits(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
