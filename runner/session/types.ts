import type { Engine, ShellCommand } from '../core/engine.ts';
import type { Output } from '../core/output.ts';
import type { Into } from '../core/plan.ts';
import type { Secrets } from './secrets.ts';

/** What a session needs of the world. */
export interface SessionOptions {
  /** How to start an interactive bash that reads `rc` and then works in `cwd` (on the engine's machine). */
  start(rc: string, cwd: string): Promise<ShellCommand>;
  /** Runs a program beside the session, where its shell runs. Default: on this machine. */
  readonly exec?: Engine['exec'];
  /** Folder on the engine's machine. */
  readonly cwd: string;
  /** Size of the terminal in characters. Default 120 by 50. */
  readonly columns?: number;
  readonly rows?: number;
  /** Added to the environment of the shell. */
  readonly env?: Readonly<Record<string, string>>;
  /** Values that must not be shown anywhere. Sessions that share a `Secrets` share what is typed at their questions. */
  readonly secrets: readonly string[] | Secrets;
  /** Aborted: the running step ends, the session closes. */
  readonly signal: AbortSignal;
  /** Receives the output of the running step as it comes, harmless for the user's terminal, secrets masked. */
  onData?(safeText: string): void;
  /** `onData` receives the whole terminal, prompts and what is typed included, not what a step prints alone. */
  readonly showsAll?: boolean;
  /** Somebody is at the keyboard, see `Session.press`. */
  readonly attended?: Attended;
}

/**
 * The person at the keyboard, while they follow a step: what the chapter gives no answer to waits for theirs, and what
 * goes on until Ctrl-C waits for it, however long they look.
 */
export interface Attended {
  /** Whether they follow this step: one that is only made again, on the way to another, is ended without them. */
  isThere(): boolean;
  /** The program has shown what it shows; now it goes on until they end it. */
  onRunsOn(): void;
}

/** One step to type. */
export interface StepRequest {
  /** What a reader types; lines joined by newlines. Keys may be named: `Ctrl-P Ctrl-Q`, `^C`. */
  readonly text: string;
  readonly into: Into;
  /** How many programs are open up to the one it is meant for, the shell included; absent where its kind tells. */
  readonly depth?: number;
  /** Answers to the questions of the command, in order. */
  readonly answers: readonly string[];
  /** The output as the chapter shows it: answers stand there behind their questions. */
  readonly shown?: string;
  readonly timeoutMs: number;
  /** A program that does not end is ended after this time. */
  readonly interruptAfterMs?: number;
  /** Regular expression: once the output matches, a program that runs on is ended. */
  readonly waitFor?: string;
  /** Whether the output so far is what the chapter promises. Absent: the chapter promises nothing. */
  holds?(textSoFar: string): boolean;
  /** The same of what it promises before its reader ends the program; absent where it promises nothing behind that. */
  holdsSoFar?(textSoFar: string): boolean;
  /** What is open is let go of first, and runs on, where it is a container's. */
  readonly detachFirst?: true;
  /** A program that does not end is left as it is: the next step is typed into another terminal. */
  readonly leaveRunning?: true;
  /** Containers were started a moment ago: what shows them may not show them ready yet. */
  readonly justStarted?: true;
  /** How long a step is tried again that needs a server which is not ready. Default 15,000 to 45,000; 0: never. */
  readonly retryForMs?: number;
}

/** A program that is open in the terminal. */
export interface OpenProgram {
  /** `shell`: a shell of the engine's machine. */
  readonly kind: 'shell' | 'container' | 'repl';
  /** For the reader: `bash`, `docker run -it ubuntu bash`. */
  readonly name: string;
  /** What it showed last in front of what is typed; empty where it has shown none. */
  readonly prompt: string;
}

/** A terminal in the hands of the person at the keyboard. */
export interface HandOver {
  press(keys: string): void;
  /** Resolves when its shell has ended; tutor then goes on in another one. */
  readonly ended: Promise<void>;
  /** What they have typed behind the prompt so far; null where no prompt is in front of it. */
  line(): Promise<string | null>;
  /** Takes it back. Resolves to false, and leaves it, where something other than a prompt is in the foreground. */
  takeBack(): Promise<boolean>;
}

/** One terminal. */
export interface Session {
  /**
   * Types a step and waits for its end; the next one is for when this one has resolved. Rejects with a UserError where
   * no shell can be started any more.
   */
  run(request: StepRequest): Promise<Output>;
  /** Folder of the shell, on the engine's machine. */
  readonly cwd: string;
  /** What is open, the shell first. Never empty. */
  readonly open: readonly OpenProgram[];
  /**
   * Keys of the person at the keyboard, while a step is running. Ctrl-C and the like reach the program at once; others
   * are kept until it reads, so that nothing typed ahead is taken for a command.
   */
  press(keys: string): void;
  /**
   * Gives the terminal to the person at the keyboard: what it shows goes to `onData` whole, what is pressed goes to it.
   * Between steps only.
   *
   * @param options `prompted`: they see the prompt already, another one is not drawn
   */
  handOver(options?: { readonly prompted: boolean }): HandOver;
  /** Leaves the programs that are open within the shell, as a reader would. */
  leave(): Promise<void>;
  /** Tells the programs of a new size of the terminal. */
  resize(columns: number, rows: number): void;
  /** Ends every process of the terminal. Safe to call twice. */
  close(): Promise<void>;
}
