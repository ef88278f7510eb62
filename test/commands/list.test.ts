import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
});
afterAll(() => rmSync(folder, { recursive: true }));

test('chapters with their steps and what they need', () => {
  const { stdout, exitCode } = shell(program, 'tutor list', folder);
  expect(stdout).toBe('ch01  Eins  2 steps  needs 1 image\nch02  둘    1 step   needs 1 image, after ch01\n');
  expect(exitCode).toBe(0);
});

test('of one chapter its sections, by the numbers that `run` takes', () => {
  expect(shell(program, 'tutor list ch01', folder).stdout).toBe('ch01#1  A  1 step\nch01#2  B  1 step\n');
});

test('each name in the list leads to its own section', () => {
  writeFileSync(join(folder, 'from-nought.md'), '# X\n\n## 0. Before\n\n## 1. First\n\n## 2. Second\n');
  expect(shell(program, 'tutor list from-nought.md', folder).stdout).toBe(
    ['from-nought#0-before  0. Before', 'from-nought#1-first   1. First', 'from-nought#3         2. Second', ''].join(
      '\n',
    ),
  );
  rmSync(join(folder, 'from-nought.md'));
});

test('bash completes verbs, options and chapters', () => {
  const script = shell(program, 'tutor completion bash', folder).stdout;
  const complete = (...words: readonly string[]) =>
    execFileSync(
      '/bin/bash',
      [
        '-c',
        `tutor() { '${process.execPath}' '${program}' "$@"; }\n${script}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _tutor; echo "\${COMPREPLY[*]}"`,
      ],
      { cwd: folder, encoding: 'utf8' },
    ).trim();
  expect(complete('tutor', 'do')).toBe('doctor');
  expect(complete('tutor', 'run', '--by')).toBe('--by-hand');
  expect(complete('tutor', 'run', '')).toBe('ch01 ch02');
});

test('an unknown shell is told which there are', () => {
  const { stderr, exitCode } = shell(program, 'tutor completion tcsh', folder);
  expect(stderr).toContain('bash, zsh, fish');
  expect(exitCode).toBe(2);
});
