import type { Engine } from '../core/engine.ts';
import { openSession, type Secrets, type Session } from '../session/index.ts';

export interface TerminalOptions {
  readonly start: string;
  readonly columns: number;
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
  readonly onData?: (text: string) => void;
}

/** The chapter's terminals, opened when the first command is typed into them. */
export class Terminals {
  readonly #engine: Engine;
  readonly #options: TerminalOptions;
  readonly #sessions = new Map<number, Session>();
  #latest: Session | null = null;

  constructor(engine: Engine, options: TerminalOptions) {
    this.#engine = engine;
    this.#options = options;
  }

  /** Folder of the terminal that was typed into last: where a reader would open another one and write files. */
  get folder(): string {
    return this.#latest?.cwd ?? this.#options.start;
  }

  /** The terminal of that number. */
  async get(number: number): Promise<Session> {
    const known = this.#sessions.get(number);
    if (known) {
      this.#latest = known;
      return known;
    }
    const { columns, secrets, signal, onData } = this.#options;
    const session = await openSession({
      start: (rc, cwd) => this.#engine.shell({ rc, cwd }),
      exec: (argv, options) => this.#engine.exec(argv, options),
      cwd: this.folder,
      columns,
      secrets,
      signal,
      ...(onData ? { onData } : {}),
    });
    this.#sessions.set(number, session);
    this.#latest = session;
    return session;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.close()));
    this.#sessions.clear();
  }
}
