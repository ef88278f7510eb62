import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ShellCommand } from '../../runner/core/engine.ts';

/** Starts bash on this machine, with a folder of its own. */
export async function shellHere(): Promise<{
  folder: string;
  start(rc: string, cwd: string): Promise<ShellCommand>;
  remove(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'tutor-session-'));
  const rcFile = join(folder, '.rc');
  return {
    folder,
    async start(rc, cwd) {
      await writeFile(rcFile, rc);
      const env = { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C.UTF-8', SHELL: '/bin/bash', USER: 'root' };
      return { file: 'bash', args: ['--rcfile', rcFile, '-i'], env, cwd };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
