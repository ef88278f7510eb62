import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { merge } from '../../runner/commands/merge.ts';
import { changedFiles, shardOf } from '../../runner/commands/selection.ts';
import type { RunReport } from '../../runner/core/report.ts';
import { buildProgram, shell } from './program.ts';

let folder: string;
let program: string;
const git = (...args: readonly string[]) =>
  execa('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args]);
const chapter = (text: string) => `# ${text}\n\n\`\`\`console\n$ echo ${text}\n${text}\n\`\`\`\n`;

beforeAll(async () => {
  program = buildProgram('selection');
  folder = mkdtempSync(join(tmpdir(), 'tutor-selection-'));
  await git('init', '--quiet', '--initial-branch=main');
  for (const name of ['ch01', 'ch02', 'ch03']) writeFileSync(join(folder, `${name}.md`), chapter(name));
  writeFileSync(join(folder, 'ch03.md'), `---\ntutor:\n  after: [ch01]\n---\n\n${chapter('ch03')}`);
  writeFileSync(join(folder, 'tutor.yml'), 'chapters: ["*.md"]\nengine: sandbox:28\n');
  await git('add', '-A');
  await git('commit', '--quiet', '-m', 'first');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const listed = (args: string) =>
  shell(program, `tutor test --list ${args}`, folder)
    .stdout.split('\n')
    .flatMap((line) => line.split('  ')[0] || []);

test('of what has changed, committed on a branch, not committed or new, the chapters that hang on it are run', async () => {
  const changed = async (revision: string) => (await changedFiles(revision, folder)).map((path) => basename(path));
  expect(await changed('HEAD')).toEqual([]);
  await git('switch', '--quiet', '-c', 'topic');
  writeFileSync(join(folder, 'ch01.md'), chapter('first'));
  expect(await changed('HEAD')).toEqual(['ch01.md']);
  expect(listed('--changed')).toEqual(['ch01.md', 'ch03.md']);
  await git('commit', '--quiet', '-am', 'second');
  expect(await changed('HEAD')).toEqual([]);
  await git('switch', '--quiet', 'main');
  writeFileSync(join(folder, 'ch02.md'), chapter('other'));
  await git('commit', '--quiet', '-am', 'third');
  await git('switch', '--quiet', 'topic');
  writeFileSync(join(folder, '새 파일.txt'), '');
  // What others did on main since is not this branch's.
  expect(await changed('main')).toEqual(['ch01.md', '새 파일.txt']);
  expect(listed('--changed main')).toEqual(['ch01.md', 'ch03.md']);
}, 60_000);

test('a revision that there is not is told in a sentence', () => {
  const { stderr, exitCode } = shell(program, 'tutor test --list --changed nowhere', folder);
  expect(stderr).toMatch(/^What has changed since nowhere cannot be told: .*nowhere\n$/);
  expect(exitCode).toBe(2);
});

test('the parts of a run are all of it, each once, and no part holds a third more than another', () => {
  const all = Array.from({ length: 40 }, (_, index) => index);
  const parts = [1, 2, 3, 4].map((index) => shardOf(all, { index, count: 4 }));
  expect(parts.flat().sort((one, other) => one - other)).toEqual(all);
  expect(parts.map((part) => part.length)).toEqual([10, 10, 10, 10]);
  expect(listed('--shard 2/2')).toEqual(['ch02.md']);
  for (const wrong of ['0/2', '3/2'])
    expect(shell(program, `tutor test --list --shard ${wrong}`, folder).exitCode).toBe(2);
});

test('merged, the worst part decides, and a chapter that was run again counts as it came out last', () => {
  const head = {
    id: '',
    title: '',
    machine: null,
    dockerVersion: null,
    before: [],
    standIns: [],
    unread: 0,
    notes: [],
    durationMs: 1,
  };
  const part = (exitCode: number, path: string, verdict: 'failed' | 'unchanged'): RunReport => ({
    version: 1,
    tutor: '0',
    startedAt: `2026-01-01T00:00:0${exitCode}.000Z`,
    durationMs: exitCode,
    exitCode,
    chapters: [{ ...head, path, engine: 'host', verdict, steps: [] }],
  });
  const wrong = part(1, 'b.md', 'failed');
  const right = part(0, 'a.md', 'unchanged');
  expect(merge([wrong, right])).toMatchObject({
    exitCode: 1,
    startedAt: right.startedAt,
    chapters: [{ path: 'a.md' }, { path: 'b.md' }],
  });
  expect(merge([wrong, part(0, 'b.md', 'unchanged')])).toMatchObject({ exitCode: 0, chapters: [{ path: 'b.md' }] });
  expect(merge([right, { ...right, exitCode: 130 }]).exitCode).toBe(130);
});

test('what is no report is not merged', () => {
  writeFileSync(join(folder, 'x.json'), '{}');
  expect(shell(program, 'tutor merge x.json', folder)).toMatchObject({
    exitCode: 2,
    stderr: 'x.json is no JSON report of tutor test (version 1).\n',
  });
});
