import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { widthOf } from '../../runner/core/width.ts';
import { buildProgram, shell } from './program.ts';

let folder: string;
let program: string;
beforeAll(() => {
  program = buildProgram('list');
  folder = mkdtempSync(join(tmpdir(), 'tutor-list-'));
  const block = '```sh\n$ docker run alpine echo hello\n```\n';
  writeFileSync(join(folder, 'ch01-one.md'), `# Eins\n\n## A\n\n${block}\n## B\n\n${block}`);
  writeFileSync(join(folder, 'ch02-two.md'), `---\ntutor:\n  after: [ch01]\n---\n\n# 둘\n\n${block}`);
  writeFileSync(join(folder, 'tutor.yml'), 'chapters: ["*.md"]\n');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('chapters with their steps and what they need', () => {
  const { stdout, exitCode } = shell(program, 'tutor list', folder);
  expect(stdout).toMatch(
    /^ch01 {2}Eins {2}2 steps {2}needs 1 image, about \d+ MB.*\nch02 {2}둘 {4}1 step {3}needs 1 image, about \d+ MB.*, after ch01\n$/,
  );
  expect(exitCode).toBe(0);
});

test('of one chapter its sections, by the numbers that `run` takes', () => {
  expect(shell(program, 'tutor list ch01', folder).stdout).toMatch(
    /^ch01#1 {2}A {2}1 step {2}needs 1 image, about \d+ MB.*\nch01#2 {2}B {2}1 step\n$/,
  );
});

test('ports and images, in both languages; what is no image of ours has no size', () => {
  const run = '```sh\n$ docker run -d -p 8080:80 nginx\n$ docker run -d -p 443:443 -p 90:80 acme.example/tea:9\n```\n';
  writeFileSync(join(folder, 'ports.md'), `# P\n\n## 3-2. 차\n\n${run}`);
  const listed = (lang: string, what = 'ports.md') =>
    shell(program, `tutor list ${what} --lang ${lang}`, folder).stdout;
  expect(listed('en', 'ports.md ch01')).toMatch(
    /^ports .*needs 2 images, about .*, 1 of unknown size, ports 90, 443, 8080$/m,
  );
  expect(listed('ko', 'ports.md ch01')).toMatch(
    /^ports .*이미지 2개 필요, .*, 1개는 크기를 모름, 포트 90, 443, 8080$/m,
  );
  // The section's own number, though it is the first one.
  expect(listed('en')).toMatch(/^ports#3-2 {2}3-2\. 차 {2}2 steps {2}needs 2 images/);
  expect(shell(program, 'tutor plan ports.md#3-2', folder).exitCode).toBe(0);
  rmSync(join(folder, 'ports.md'));
});

test.each([40, 80])(
  'in a window of %i columns no line is longer, and what a chapter needs stands below it',
  async (columns) => {
    const long = '제목이 아주 긴 챕터 — a chapter with a long title that nobody can say in one breath';
    writeFileSync(join(folder, 'ch03-long.md'), `# ${long}\n\n\`\`\`sh\n$ docker run -d -p 8080:80 nginx\n\`\`\`\n`);
    const pty = spawn(process.execPath, [program, 'list', '--lang', 'ko'], { cols: columns, rows: 24, cwd: folder });
    let shown = '';
    pty.onData((data) => (shown += data));
    await new Promise<void>((resolve) => pty.onExit(() => resolve()));
    const lines = stripVTControlCharacters(shown).trimEnd().split('\r\n');
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    expect(lines.join('\n')).toMatch(/^ch03 .*… +1단계\n {4}이미지 1개 필요, 약/m);
    rmSync(join(folder, 'ch03-long.md'));
  },
);

test('each name in the list leads to its own section', () => {
  writeFileSync(join(folder, 'from-nought.md'), '# X\n\n## 0. Before\n\n## 1. First\n\n## 2. Second\n');
  expect(shell(program, 'tutor list from-nought.md', folder).stdout).toBe(
    ['from-nought#0  0. Before', 'from-nought#1  1. First', 'from-nought#2  2. Second', ''].join('\n'),
  );
  rmSync(join(folder, 'from-nought.md'));
});
