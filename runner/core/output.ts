import type { Message } from './message.ts';

/** How a typed command came to its end. */
export type Ended =
  /** The shell's prompt came back. */
  | 'exit'
  /** It opened another program that now waits at its prompt (a container's shell, a REPL). */
  | 'opened'
  /** It never ends by itself; tutor ended it with Ctrl-C, as a reader does. */
  | 'interrupted'
  /** It goes on while the reader types into another terminal. */
  | 'running'
  /** The client let go of a container that runs on. */
  | 'detached'
  /** It asked something that the chapter does not answer; tutor gave up the command. */
  | 'question'
  /** It used up its time; tutor ended it. */
  | 'timeout'
  /** The terminal itself ended (`exit` at the first prompt, `kill $$`). */
  | 'closed'
  /** Nothing was typed: what it should be typed into is not open (the messages say so). */
  | 'not-typed';

/** What a command left on the screen, as a person would copy it. */
export interface Output {
  /** Lines joined by newlines, no trailing newline, no escape sequences, secrets masked. */
  readonly text: string;
  /** Null where none can be known (a REPL's line, a closed terminal). */
  readonly exitCode: number | null;
  /** How each part of its last pipe ended: `exitCode` is that of the last. Absent where the shell does not tell. */
  readonly stages?: readonly number[];
  readonly durationMs: number;
  readonly ended: Ended;
  /** How often it was tried again because a server was not ready yet. */
  readonly retries: number;
  /** Lines left out of the middle of `text` because there were too many. */
  readonly omittedLines: number;
  /** Line of `text`, from 1, after which they were left out; absent where none were. */
  readonly omittedAfter?: number;
  readonly messages: readonly Message[];
}
