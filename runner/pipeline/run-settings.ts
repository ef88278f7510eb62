import type { RunSettings } from '../core/run-settings.ts';
import { proxyPasswords } from '../engine/index.ts';
import type { ChapterOptions } from './chapter-options.ts';

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
