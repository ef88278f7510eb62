import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { because, message, UserError } from '../core/message.ts';
import { findConfig, findUpwards, insideRepository } from './repository.ts';
import { values } from './values.ts';

/** The form of `tutor.yml`. */
export const configSchema = z.strictObject({
  chapters: z.array(z.string()).default(['docs/**/*.md']),
  snapshots: z.string().default('snapshots'),
  engine: z.string().optional(),
  /** Images of which no tags are published that name a version; `*` stands for any name. */
  unversioned: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  set: values,
});

/** What a repository says about its chapters. */
export interface RepositoryConfig extends z.infer<typeof configSchema> {
  /** Folder of the recorded outputs. Absolute, and inside the repository. */
  readonly snapshots: string;
  /** Folder of the configuration file, else of the repository, else the starting folder. Absolute. */
  readonly root: string;
}

/**
 * Finds and reads the configuration that holds for a folder: `tutor.yml` or `tutor.yaml` there or above it.
 *
 * @throws UserError for a file that cannot be read, has a key that does not exist, or names a folder outside.
 */
export async function readConfig(from: string): Promise<RepositoryConfig> {
  const path = await findConfig(from);
  if (path === null) return inFolder(configSchema.parse({}), (await findUpwards(from, '.git')) ?? from);
  const parsed = configSchema.safeParse(parseYaml(await readText(path), path) ?? {});
  if (parsed.success) return inFolder(parsed.data, dirname(path), path);
  throw new UserError(message('bad-config', { why: z.prettifyError(parsed.error).replaceAll('\n', ' ') }, { path }));
}

async function inFolder(said: z.infer<typeof configSchema>, root: string, path?: string): Promise<RepositoryConfig> {
  return { ...said, root, snapshots: await insideRepository(root, said.snapshots, path === undefined ? {} : { path }) };
}

/** Only of a file: a pipe would be waited for. */
async function readText(path: string): Promise<string> {
  if (!(await stat(path)).isFile())
    throw new UserError(message('bad-config', { why: because('not-a-file') }, { path }));
  return readFile(path, 'utf8');
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text, { logLevel: 'error' });
  } catch (error) {
    throw new UserError(message('bad-config', { why: (error as Error).message }, { path }));
  }
}
