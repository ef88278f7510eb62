import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const repository = join(import.meta.dirname, '../..');
/** Inside the repository, because what is not bundled is looked for from there. */
const folder = join(repository, 'node_modules/.cache/tutor');

/** What a call of the program came to. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Builds the program as it is now, for tests that need a process. Path of the script. */
export function buildProgram(name: string): string {
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}.cjs`);
  buildSync({
    entryPoints: [join(repository, 'runner/cli.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vitest', 'vitest/node', '@lydell/node-pty'],
    define: { 'import.meta.url': 'bundleAddress' },
    banner: { js: "const bundleAddress = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'error',
    outfile,
  });
  return outfile;
}

/** Runs the program through a shell command, in which `tutor` is the program, to its end. */
export function shell(program: string, command: string, cwd: string, env: NodeJS.ProcessEnv = {}): Ended {
  const { stdout, stderr, status, signal } = spawnSync(
    '/bin/bash',
    ['-c', `tutor() { '${process.execPath}' '${program}' "$@"; }\n${command}`],
    { cwd, env: { ...process.env, LC_ALL: 'C.UTF-8', TUTOR_DEBUG: '', ...env }, encoding: 'utf8', timeout: 60_000 },
  );
  return { stdout, stderr, exitCode: status, signal };
}
