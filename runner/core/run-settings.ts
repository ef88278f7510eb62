import type { Locale } from './message.ts';

/** How chapters are run, as who runs them says it. */
export interface RunSettings {
  /** As `--engine` takes it; default: that of tutor.yml, else `auto`. It must be prepared (`tutor engine prepare`). */
  readonly engine?: string;
  /** Values of variables, as `--set` gives them. */
  readonly set?: Readonly<Record<string, string>>;
  /** Time limit of each step, in seconds. Default: 600. */
  readonly timeout?: number;
  /** Width of the terminal. Default: 120. */
  readonly columns?: number;
  readonly strict?: readonly string[] | 'all';
  readonly loose?: readonly string[];
  /** Language of the messages. Default: `en`. */
  readonly locale?: Locale;
  /** Host engine: type also commands that may remove what the chapter did not make. */
  readonly allowDestructive?: boolean;
}
