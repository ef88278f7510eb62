import { join } from 'node:path';
import { execa } from 'execa';

const repository = join(import.meta.dirname, '../..');
/** Inside the repository, because what is not bundled is looked for from there. */
const folder = join(repository, 'node_modules/.cache/tutor/built');
let building: Promise<unknown> | null = null;

/** Builds the program as it is now, workers included. Path of the script that starts it. */
export async function built(): Promise<string> {
  building ??= execa(process.execPath, ['--import', 'tsx', 'bundle.ts', folder], { cwd: repository });
  await building;
  return join(folder, 'cli.js');
}
