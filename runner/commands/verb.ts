import type { OptionName, Options } from '../config/options.ts';
import type { Locale } from '../core/message.ts';

/** The world outside, so that a test can call a verb with another one. */
export interface Io {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly locale: Locale;
  /**
   * Aborted by the first Ctrl-C, SIGTERM or SIGHUP. Until somebody asks for it, these end the process at once: ask where
   * there begins to be something to clean up.
   */
  readonly signal: AbortSignal;
  /** All is cleaned up: until the signal is asked for again, it is as if nobody had. */
  rest(): void;
  /** Who hears Ctrl-C instead, as long as they want it; null: nobody any more. */
  lendInterrupt(listener: (() => void) | null): void;
}

/** What a verb is called with. */
export interface Call {
  readonly args: readonly string[];
  readonly options: Options;
  readonly io: Io;
}

/** The module of a verb. */
export interface VerbModule {
  /** Runs the verb; resolves to the exit code (DESIGN: 0, 1, 2, 3, 130). */
  run(call: Call): Promise<number>;
}

/** A verb of the command line. Its module is loaded only when it is called, so that `tutor match` starts fast. */
export interface Verb {
  /** Operands as commander writes them: `<chapter>`, `[chapters...]`. */
  readonly operands: string;
  readonly summary: Readonly<Record<Locale, string>>;
  readonly options: readonly OptionName[];
  readonly load: () => Promise<VerbModule>;
}
