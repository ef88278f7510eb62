import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { githubWorkflow, gitlabJob } from '../../runner/commands/ci-files.ts';
import { commandPieces } from './commands.ts';
import { machinePieces } from './machines.ts';
import { matchPieces } from './matches.ts';
import { readingPieces } from './readings.ts';
import { filled } from './regions.ts';
import { tolerancePieces } from './tolerances.ts';

/** The manual's folder. */
export const manual = join(import.meta.dirname, '../../docs/manual');

/** Names of the manual's pages, by their path in its folder; its example chapters are none. */
export const pageNames = globSync('*.md', { cwd: manual }).sort();

/** Everything of the manual that the program says itself. */
export async function allPieces(): Promise<ReadonlyMap<string, string>> {
  const jobs = Object.entries({ 'github-workflow': githubWorkflow, 'gitlab-job': gitlabJob });
  const ci = jobs.map(([name, text]) => [name, `\`\`\`yaml run=false\n${text}\`\`\``] as const);
  const parts = [
    ci,
    commandPieces(),
    tolerancePieces(),
    machinePieces(),
    await readingPieces(manual),
    await matchPieces(),
  ];
  return new Map(parts.flat());
}

/** A page as it stands. */
export function readPage(name: string): Promise<string> {
  return readFile(join(manual, name), 'utf8');
}

/** Each page as it should be. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  const pieces = await allPieces();
  const entries = pageNames.map(async (name) => [name, filled(await readPage(name), pieces)] as const);
  return new Map(await Promise.all(entries));
}
