import { tmpdir } from 'node:os';
import { beforeAll, expect, test } from 'vitest';
import { buildProgram, shell } from './program.ts';

let program: string;
beforeAll(() => {
  program = buildProgram('usage');
});

const told = (command: string, env: NodeJS.ProcessEnv = {}) => shell(program, command, tmpdir(), env);

test.each([
  ['tset', 'No such command: tset. Did you mean test?', 'tset 명령이 없습니다. test 아닌가요?'],
  ['run', 'Missing: chapter.', 'chapter 값이 필요합니다.'],
  ['run x --nope', 'No such option: --nope.', '--nope 옵션이 없습니다.'],
  ['run x y', 'Too many arguments for run.', 'run 명령에 인자가 너무 많습니다.'],
  ['lint --format xml', '--format <format>: Invalid option', '--format <format>: 잘못된 옵션'],
  ['run x --timeout soon', '--timeout <seconds>: Invalid input', '--timeout <seconds>: 잘못된 입력'],
])('tutor %s: one sentence in either language, exit 2', (command, english, korean) => {
  for (const [language, sentence] of [
    ['en', english],
    ['ko', korean],
  ]) {
    const { stderr, stdout, exitCode } = told(`tutor ${command} --lang ${language}`);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  }
});

test('the help speaks the language of the user, who may have emptied LC_ALL', () => {
  expect(told('tutor --help', { LC_ALL: '', LC_MESSAGES: '', LANG: 'ko_KR.UTF-8' }).stdout).toMatch(/^사용법: /);
  expect(told('tutor --help', { LC_ALL: '', LC_MESSAGES: '', LANG: 'en_US.UTF-8' }).stdout).toMatch(/^Usage: /);
});
