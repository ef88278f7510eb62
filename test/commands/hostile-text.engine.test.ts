import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { within } from '../engine/host-state.ts';
import { hostileChapter, rawIn } from './hostile-text.ts';

const tutor = join(import.meta.dirname, '../../dist/cli.js');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-hostile-'));
  writeFileSync(join(folder, 'ch01.md'), hostileChapter);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts tutor in a terminal of its own. */
function inTerminal(args: readonly string[]) {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '', TUTOR_STATE: mkdtempSync(join(folder, 'state-')) };
  const argv = [tutor, ...args, '--engine', 'sandbox:28', '--yes'];
  const terminal = spawn(process.execPath, argv, { cwd: folder, env, cols: 200, rows: 50 });
  let written = '';
  terminal.onData((data) => {
    written += data;
  });
  const ended = new Promise<void>((resolve) => terminal.onExit(() => resolve()));
  return { written: () => written, press: (key: string) => terminal.write(key), close: () => terminal.kill(), ended };
}

test.each([['run', '--no-guided'], ['test'], ['update', '--check']])(
  'nothing of a chapter or its programs reaches the terminal raw: tutor %s',
  async (verb, ...options) => {
    const { written, ended } = inTerminal([verb, 'ch01.md', ...options]);
    await ended;
    expect(written()).toMatch(/something else/);
    // vitest draws its own progress: what it erases, it erases at the beginning of a line.
    expect(rawIn(written().replace(/(?<=^|\n|\x1b\[1A|\x1b\[\?2026h)\r?\x1b\[2?K/g, ''))).toEqual([]);
  },
);

test('nor does it in front of a learner, who sees the text and what the program prints', async () => {
  const { written, press, close, ended } = inTerminal(['run', 'ch01.md']);
  // Enter goes on, whatever is asked.
  for (let presses = 0; presses < 60 && !written().includes('not-there'); presses += 1) {
    await within(500, () => written().includes('not-there'));
    press('\r');
  }
  expect(written()).toContain('c\\u202ede');
  close();
  await ended;
  // A program may draw its own line anew, as a progress bar does, and colour it.
  const own = written()
    .replace(/b\x1b\[2K\rc/, '')
    .replace(/\x1b\[8mf/, '');
  expect(rawIn(own.replace(/\r\x1b\[K|\r+(?=\x1b\[|\n)/g, ''))).toEqual([]);
}, 120_000);
