import type { RepositoryConfig } from '../config/config-file.ts';
import type { Options } from '../config/options.ts';
import type { StartOptions } from '../engine/index.ts';
import type { ChapterOptions } from '../pipeline/chapter-options.ts';
import { chapterOptions } from '../pipeline/run-settings.ts';
import type { Call, Io } from './verb.ts';

/** What the command line and the configuration say about how steps are run and compared. */
export function runOptions(
  options: Options,
  config: RepositoryConfig,
  io: Pick<Io, 'env' | 'locale' | 'signal'>,
): Omit<ChapterOptions, 'start' | 'chapterPath' | 'snapshot'> {
  const { columns, timeout, allowDestructive } = options;
  const [strict, loose] = [names(options.strict), options.loose?.split(',') ?? []];
  const settings = { columns, timeout, allowDestructive, strict, loose, locale: io.locale };
  return { ...chapterOptions(settings, config.secrets, io.env), signal: io.signal };
}

/** Whether somebody sits there who is asked before each step. */
export function isGuided({ options, io }: Pick<Call, 'options' | 'io'>): boolean {
  return options.guided && Boolean(io.stdin.isTTY && io.stdout.isTTY);
}

/** What the command line says about the host's own engine. */
export function hostOptions({ keep, allowDestructive }: Options): Pick<StartOptions, 'keep' | 'allowDestructive'> {
  return { keep, allowDestructive };
}

/** `a,b` as names; without any, all of them. */
function names(value: string | true | undefined): readonly string[] | 'all' {
  return value === true
    ? 'all'
    : (value
        ?.split(',')
        .map((name) => name.trim())
        .filter(Boolean) ?? []);
}
