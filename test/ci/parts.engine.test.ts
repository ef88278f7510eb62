import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunReport } from '../../runner/core/report.ts';
import { parseReport } from '../../runner/reporter/schema.ts';
import { built } from './built.ts';
import { generate } from './generated.ts';

let folder: string;
let program: string;
let chapters: readonly string[];
const tutor = (...args: readonly string[]) =>
  execa(process.execPath, [program, ...args], { cwd: folder, reject: false });
const run = (...args: readonly string[]) => tutor('test', '--engine', 'sandbox:28', '--yes', ...args);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-parts-'));
  program = await built();
  chapters = generate(folder, 8, 0);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A report without what is another one each time. */
function lasting(name: string): unknown {
  const { chapters, exitCode } = parseReport(readFileSync(join(folder, name), 'utf8')) as RunReport;
  return {
    exitCode,
    chapters: JSON.parse(JSON.stringify(chapters, (key, value) => (key === 'durationMs' ? 0 : value))),
  };
}
const withoutTimes = (name: string) =>
  readFileSync(join(folder, name), 'utf8').replaceAll(/ (?:time|timestamp)="[^"]*"/g, '');

test('four parts told as one are the same reports as one run', async () => {
  const written = (name: string) => ['json', 'junit'].flatMap((kind) => ['--reporter', `${kind}=${name}.${kind}`]);
  expect((await run(...written('whole'))).exitCode).toBe(1);
  const parts = ['1', '2', '3', '4'];
  const exitCodes: (number | undefined)[] = [];
  for (const part of parts) exitCodes.push((await run('--shard', `${part}/4`, ...written(`part-${part}`))).exitCode);
  expect(exitCodes).toEqual([1, 0, 0, 0]);
  const merged = await tutor('merge', ...parts.map((part) => `part-${part}.json`), ...written('merged'));
  expect(merged.exitCode).toBe(1);
  expect(lasting('merged.json')).toEqual(lasting('whole.json'));
  expect(withoutTimes('merged.junit')).toBe(withoutTimes('whole.junit'));
});

test('what has changed is run, with what builds on it, and nothing else', async () => {
  const git = (...args: readonly string[]) =>
    execa('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
  await git('init', '--quiet');
  await git('add', 'book', 'tutor.yml');
  await git('commit', '--quiet', '--message', 'Chapters');
  const changed = async () => (await run('--changed=HEAD', '--list')).stdout.match(/book\/ch\d+\.md/g) ?? [];
  expect(await changed()).toEqual([]);
  writeFileSync(join(folder, 'book/ch02.md'), `${readFileSync(join(folder, 'book/ch02.md'), 'utf8')}\nThe end.\n`);
  writeFileSync(join(folder, 'book/assets/ch07/list.txt'), 'kept 7\n');
  expect(await changed()).toEqual(['book/ch02.md', 'book/ch07.md', 'book/ch08.md']);
  await git('checkout', '--', '.');
  writeFileSync(join(folder, 'tutor.yml'), '# All of it.\nchapters: ["book/*.md"]\n');
  expect(await changed()).toEqual(chapters);
});
