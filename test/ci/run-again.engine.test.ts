import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseReport } from '../../runner/reporter/schema.ts';
import { within } from '../engine/host-state.ts';
import { built } from './built.ts';

let folder: string;
let program: string;
const chapter = (text: string, printed = text) => `# ${text}\n\n\`\`\`console\n$ echo ${text}\n${printed}\n\`\`\`\n`;
const tutor = (...args: readonly string[]) =>
  execa(process.execPath, [program, 'test', '--yes', ...args], { cwd: folder, reject: false, all: true });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-again-'));
  program = await built();
  writeFileSync(join(folder, 'tutor.yml'), 'chapters: ["*.md"]\nengine: sandbox:28\n');
  writeFileSync(join(folder, 'ch1.md'), chapter('one', 'two'));
  writeFileSync(join(folder, 'ch2.md'), chapter('two'));
  writeFileSync(join(folder, 'ch3.md'), `# Far\n\n\`\`\`console\n$ docker pull registry.example.invalid/x:1\n\`\`\`\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('after a failure all ends where that is asked for; broken chapters are run once more, and then the last failed', async () => {
  const bail = await tutor('--bail', '--parallel', '1', '--reporter', 'json=bail.json');
  expect(bail.exitCode).toBe(1);
  const verdicts = parseReport(readFileSync(join(folder, 'bail.json'), 'utf8'))?.chapters.map((one) => one.verdict);
  // In the author's order: the first one is wrong.
  expect(verdicts).toEqual(['failed', 'interrupted', 'interrupted']);
  const all = await tutor('--retry-broken');
  expect(all.stdout.split('\n').filter((line) => line.includes('ch3.md  sandbox:28'))).toHaveLength(2);
  expect(all.stdout.split('\n').filter((line) => line.includes('ch1.md  sandbox:28'))).toHaveLength(1);
  const failed = await tutor('--last-failed', '--list');
  expect(failed.stdout.match(/^ch\d/gm)).toEqual(['ch1', 'ch3']);
});

test('watched, a chapter that is mended is run again, and Ctrl-C ends it', async () => {
  const child = tutor('ch1', 'ch2', '--watch');
  let shown = '';
  child.all?.on('data', (text) => (shown += text));
  expect(await within(60_000, () => shown.includes('Waiting for changes')), shown).toBe(true);
  expect(shown).toContain('✗ ch1.md  sandbox:28');
  shown = '';
  writeFileSync(join(folder, 'ch1.md'), chapter('one'));
  expect(await within(60_000, () => shown.includes('Waiting for changes')), shown).toBe(true);
  expect(shown).toContain('✓ ch1.md  sandbox:28');
  expect(shown).not.toContain('ch2.md  sandbox:28');
  child.kill('SIGINT');
  expect((await child).exitCode).toBe(130);
});
