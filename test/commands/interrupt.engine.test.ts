import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLines, ownSeconds, within } from '../engine/host-state.ts';

const tutor = join(import.meta.dirname, '../../runner/cli.ts');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-interrupt-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a verb on a chapter whose only step sleeps, and waits until it does. */
async function sleeping(verb: 'run' | 'test') {
  const command = `sleep ${ownSeconds()}`;
  const chapter = join(folder, `${verb}.md`);
  writeFileSync(chapter, `# Sleep\n\n\`\`\`console\n$ ${command}\n$ echo after\n\`\`\`\n`);
  const args = ['--import', 'tsx', tutor, verb, chapter, '--engine', 'sandbox:28', '--yes'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore'] });
  const asleep = () => commandLines().some((line) => line.endsWith(command));
  expect(await within(200_000, asleep), `${verb} never typed ${command}`).toBe(true);
  return { child, asleep };
}

test.each(['run', 'test'] as const)('Ctrl-C ends the step of tutor %s, cleans up and exits with 130', async (verb) => {
  const { child, asleep } = await sleeping(verb);
  // As npx does: the terminal's signal, and its own.
  child.kill('SIGINT');
  child.kill('SIGINT');
  const [exitCode] = (await once(child, 'exit')) as [number];
  expect(exitCode).toBe(130);
  expect(asleep()).toBe(false);
});

test.each(['run', 'test'] as const)('tutor %s killed with -9 leaves no process', async (verb) => {
  const { child, asleep } = await sleeping(verb);
  child.kill('SIGKILL');
  expect(await within(30_000, () => !asleep())).toBe(true);
});
