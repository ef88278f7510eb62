import { effectsOf } from '../command/index.ts';
import type { Engine } from '../core/engine.ts';
import type { Output } from '../core/output.ts';
import { type Attended, type HandOver, openSession, type Secrets, type Session } from '../session/index.ts';

/** What each terminal begins with sets variables and enters folders. */
const firstMs = 20_000;

export interface TerminalOptions {
  readonly start: string;
  /** A course's platform opens each terminal where its course starts; a reader's own is opened where they are. */
  readonly allAtStart?: boolean;
  readonly columns: number;
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
  readonly rows?: number;
  readonly onData?: (text: string, terminal: number) => void;
  readonly showsAll?: boolean;
  readonly attended?: Attended;
}

/** The chapter's terminals, opened when the first command is typed into them. */
export class Terminals {
  readonly #engine: Engine;
  #options: TerminalOptions;
  readonly #sessions = new Map<number, Session>();
  #latest: Session | null = null;
  /** Lines that every further terminal begins with. */
  readonly #first: string[] = [];
  readonly secrets: Secrets;
  #size: { readonly columns: number; readonly rows?: number };

  constructor(engine: Engine, options: TerminalOptions) {
    this.#engine = engine;
    this.#options = options;
    this.#size = options;
    this.secrets = options.secrets;
  }

  /** Another page of their course goes on with them: what they print is shown where that one is. */
  goOn({ onData }: Pick<TerminalOptions, 'onData'>): void {
    const { onData: _, ...rest } = this.#options;
    this.#options = { ...rest, ...(onData === undefined ? {} : { onData }) };
  }

  /**
   * Gives a terminal to the person at the keyboard, between steps.
   *
   * @param number the one that was typed into last where none is named
   * @param prompted whether they see its prompt already
   */
  async handOver(number?: number, prompted = false): Promise<HandOver> {
    const named = number === undefined ? this.#latest : await this.get(number);
    return (named ?? (await this.get(1))).handOver({ prompted });
  }

  /** Keys of the person at the keyboard, for what is running. */
  press(keys: string): void {
    this.#latest?.press(keys);
  }

  /** Their window has another size. */
  resize(columns: number, rows: number): void {
    this.#size = { columns, rows };
    for (const session of this.#sessions.values()) session.resize(columns, rows);
  }

  /** Folder of the terminal that was typed into last: where a reader would open another one and write files. */
  get folder(): string {
    return this.#latest?.cwd ?? this.#options.start;
  }

  /** Number of the terminal that was typed into last. */
  get latest(): number {
    return [...this.#sessions].find(([, session]) => session === this.#latest)?.[0] ?? 1;
  }

  /** How many programs are open where was typed last, the shell included. */
  get open(): number {
    return this.#latest?.open.length ?? 1;
  }

  /** What a program that is open where was typed last shows in front of what is typed; empty at the shell itself. */
  get prompt(): string {
    return this.open > 1 ? (this.#latest?.open.at(-1)?.prompt ?? '') : '';
  }

  /** Lets every terminal that is opened from now on begin with a line. */
  beginWith(text: string): void {
    this.#first.push(text);
  }

  /**
   * The terminal of that number.
   *
   * @param text what is to be typed into it
   */
  async get(number: number, text = ''): Promise<Session> {
    const known = this.#sessions.get(number);
    if (known) {
      this.#latest = known;
      return known;
    }
    const { secrets, signal, showsAll, attended } = this.#options;
    const { columns, rows } = this.#size;
    const session = await openSession({
      start: (rc, cwd) => this.#engine.shell({ rc, cwd }),
      exec: (argv, options) => this.#engine.exec(argv, options),
      cwd: await this.#folderFor(text),
      columns,
      ...(rows === undefined ? {} : { rows }),
      secrets,
      signal,
      onData: (text) => this.#options.onData?.(text, number),
      ...(showsAll ? { showsAll } : {}),
      ...(attended ? { attended } : {}),
    });
    this.#sessions.set(number, session);
    this.#latest = session;
    for (const line of this.#first) await session.run({ text: line, into: 'shell', answers: [], timeoutMs: firstMs });
    return session;
  }

  /** Where a terminal is opened that a line is typed into: a folder that it enters is looked for from where all begins, too. */
  async #folderFor(text: string): Promise<string> {
    const { start, allAtStart } = this.#options;
    const to = effectsOf(text).changesFolder;
    if (allAtStart === true || this.folder === start) return start;
    if (to === null || /^[~/-]/.test(to)) return this.folder;
    const isThere = async (folder: string) =>
      (await this.#engine.exec(['test', '-d', `${folder}/${to}`])).exitCode === 0;
    return !(await isThere(this.folder)) && (await isThere(start)) ? start : this.folder;
  }

  /** Types a command that is no step. */
  async typeHidden(text: string, timeoutMs: number, number: number): Promise<Output> {
    return (await this.get(number)).run({ text, into: 'shell', answers: [], timeoutMs });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.close()));
    this.#sessions.clear();
  }
}
