import type { Message } from '../core/message.ts';
import type { Ended } from '../core/output.ts';
import type { ShownText } from './shown-text.ts';

/** How a step ended. */
export interface StepEnd extends ShownText {
  readonly ended: Ended;
  readonly exitCode: number | null;
  /** How each part of its last pipe ended, where the shell tells. */
  readonly stages?: readonly number[];
  readonly messages: readonly Message[];
  /** Folder of the terminal's shell; null where it did not come back. */
  readonly cwd: string | null;
  /** The terminal is of no more use. */
  readonly lost: boolean;
  /** The shell had ended before it read the line. */
  readonly unread: boolean;
}
