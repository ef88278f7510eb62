import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patternsFor } from '../../runner/commands/patterns-for.ts';
import { buildProgram, shell } from './program.ts';

test.each<[string, string[], string[], string[]]>([
  [
    'a numbered row beside other documents',
    ['docs/ch01-a.md', 'docs/ch02-b.md'],
    ['docs/notes.md'],
    ['docs/ch[0-9]*.md'],
  ],
  ['numbers without letters', ['01-설치.md', '02-실행.md'], ['README.md'], ['[0-9]*.md']],
  ['a folder of them', ['guide/a.md', 'guide/b.md'], ['README.md'], ['guide/*.md']],
  ['one alone', ['README.md'], ['CHANGELOG.md'], ['README.md']],
  ['a row of which one has nothing to type', ['ch1.md', 'ch2.md'], ['ch3.md'], ['ch[0-9]*.md']],
  ['a row of which most are none', ['ch1.md', 'ch2.md'], ['ch3.md', 'ch4.md'], ['ch1.md', 'ch2.md']],
  ['폴더마다 하나씩', ['a/README.md', 'b/README.md', 'c/README.md'], ['README.md', 'a/x.md'], ['*/README.md']],
  ['lessons below a folder', ['en/1/t.md', 'en/2/t.md', 'en/3/t.md'], ['ko/1/t.md'], ['en/*/t.md']],
  ['folders of which one has none', ['a/t.md', 'b/t.md', 'c/t.md'], ['d/t.md'], ['a/t.md', 'b/t.md', 'c/t.md']],
  ['signs of patterns in a name', ['a (1)/x.md'], ['y.md'], ['a \\(1\\)/x.md']],
])('%s', (_what, chapters, others, patterns) => {
  expect(patternsFor(chapters, [...chapters, ...others].sort())).toEqual(patterns);
});

let folder: string;
let program: string;
beforeAll(() => {
  program = buildProgram('init');
  folder = mkdtempSync(join(tmpdir(), 'tutor-init-'));
  mkdirSync(join(folder, '.git'));
  mkdirSync(join(folder, '글'));
  for (const name of ['1-시작.md', '2-다음.md'])
    writeFileSync(join(folder, '글', name), '# 글\n\n```console\n$ echo 1\n1\n```\n');
  writeFileSync(join(folder, 'README.md'), '# Read me\n\nNothing to type.\n');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('it shows what it would write, and writes nothing without a yes', () => {
  const { stdout, exitCode } = shell(program, 'tutor init < /dev/null', folder);
  expect(stdout).toContain('2 of 3 documents');
  expect(stdout).toContain('1 command, 1 with an output');
  expect(stdout).toContain('── tutor.yml\nchapters:\n  - "글/[0-9]*.md"\n');
  expect(exitCode).toBe(0);
  expect(existsSync(join(folder, 'tutor.yml'))).toBe(false);
});

test('what it writes holds, and what is there is never written over', () => {
  expect(shell(program, 'tutor init --yes', folder).exitCode).toBe(0);
  expect(shell(program, 'tutor list', folder).stdout.split('\n').filter(Boolean)).toHaveLength(2);
  writeFileSync(join(folder, 'tutor.yml'), 'chapters: ["글/1*.md"]\n');
  expect(shell(program, 'tutor init --yes --ci github --lang ko', folder).stdout).toContain('그대로 둡니다');
  expect(readFileSync(join(folder, 'tutor.yml'), 'utf8')).toBe('chapters: ["글/1*.md"]\n');
});
