import type { Locale } from '../core/message.ts';
import { proxyPasswords } from '../engine/index.ts';
import type { ChapterOptions } from './chapter-options.ts';

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

/**
 * What settings and configuration say about how every chapter is run and compared.
 *
 * @param secrets names of variables of the environment whose values are masked
 */
export function chapterOptions(
  settings: RunSettings,
  secrets: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Omit<ChapterOptions, 'start' | 'chapterPath' | 'snapshot' | 'signal'> {
  const { timeout = 600, columns = 120, locale = 'en', strict = [], loose = [], allowDestructive = false } = settings;
  return {
    columns,
    locale,
    timeoutMs: timeout * 1000,
    secrets: [...secrets.flatMap((name) => env[name] ?? []), ...proxyPasswords(env)],
    match: { strict, loose },
    strictSnapshots: strict === 'all' || strict.includes('snapshots'),
    allowDestructive,
  };
}
