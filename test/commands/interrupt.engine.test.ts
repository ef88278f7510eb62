import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { within } from '../engine/host-state.ts';

const tutor = join(import.meta.dirname, '../../runner/cli.ts');
let folder: string;
let seconds = 86_000;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-interrupt-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a verb on a chapter whose only step sleeps, and waits until it does. */
async function sleeping(verb: 'run' | 'test') {
  seconds += 1;
  const command = `sleep ${seconds}`;
  const chapter = join(folder, `${verb}.md`);
  writeFileSync(chapter, `# Sleep\n\n\`\`\`console\n$ ${command}\n$ echo after\n\`\`\`\n`);
  const args = ['--import', 'tsx', tutor, verb, chapter, '--engine', 'sandbox:28', '--yes'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore'] });
  const asleep = () => processes().some((line) => line.endsWith(command));
  expect(await within(60_000, asleep), `${verb} never typed ${command}`).toBe(true);
  return { child, asleep };
}

/** The command line of every process of this machine, those inside sandboxes included. */
function processes(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      } catch {
        // It ended meanwhile.
        return '';
      }
    });
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
  expect(await within(5_000, () => !asleep())).toBe(true);
});
