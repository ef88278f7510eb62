import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { withoutEnd } from '../core/lines.ts';
import type { Io } from './verb.ts';
import { tell } from './write-changes.ts';

/**
 * Opens the text in the user's editor; null where that failed.
 *
 * @param name of the file, by which editors know what it holds
 */
export async function editText(text: string, io: Io, name = 'expected-output.txt'): Promise<string | null> {
  const editor = io.env.VISUAL || io.env.EDITOR || 'vi';
  const folder = await mkdtemp(join(tmpdir(), 'tutor-edit-'));
  const file = join(folder, name);
  try {
    await writeFile(file, `${text}\n`);
    // The variable may hold arguments (`code --wait`), as git reads it.
    const { failed } = await execa('/bin/sh', ['-c', `${editor} "$1"`, 'sh', file], {
      stdio: 'inherit',
      reject: false,
    });
    if (!failed) return withoutEnd(await readFile(file, 'utf8'));
    tell(io, 'editor-failed', { editor });
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
