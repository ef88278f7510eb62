import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { forTerminal, own, shown } from '../../runner/core/terminal-text.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { rememberRun } from '../../runner/pipeline/last-run.ts';
import { replay } from '../../runner/pipeline/replay.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { hostileChapter, rawIn } from './hostile-text.ts';
import { buildProgram, shell } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'tutor-hostile-'));
const env = { TUTOR_STATE: join(folder, 'state'), FORCE_COLOR: '1' };
let program: string;

beforeAll(async () => {
  program = buildProgram('hostile');
  const path = join(folder, 'ch01.md');
  writeFileSync(path, hostileChapter);
  writeFileSync(join(folder, 'tutor.yml'), 'chapters: ["*.md"]\n');
  const plan = planChapter(parseChapter(hostileChapter, { id: 'ch01', path }));
  const outcomes = replay({ before: [], plan }, () => ({ text: 'printed \x1b]0;owned\x07\u202eflip' }));
  vi.stubEnv('TUTOR_STATE', env.TUTOR_STATE);
  const run = { plan, outcomes, before: [], engine: 'host', dockerVersion: '28.5.2', standIns: [], durationMs: 1 };
  await rememberRun(path, run, (text) => text);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('nothing of a chapter reaches the terminal that it would obey', () => {
  test.each([
    'plan ch01',
    'plan ch01 --why 10 --lang ko',
    'plan ch01 --json',
    'list',
    'list ch01',
    'lint',
    'lint --format github',
    'images list ch01',
    'explain ch01',
    'explain ch01 --trace',
    "plan $'ch\\e]0;owned\\a01\\u202e'",
    "$'verb\\e]0;owned\\a\\u202e'",
    "match --command cat --expected <(printf 'a\\e]0;owned\\a\\n') --actual <(printf 'b\\u202e\\e[8m\\n')",
  ])('tutor %s', (command) => {
    const { stdout, stderr } = shell(program, `tutor ${command}`, folder, env);
    expect(stdout + stderr).not.toBe('');
    expect(rawIn(stdout + stderr)).toEqual([]);
  });

  test('JSON stays JSON with the same text', () => {
    const { stdout } = shell(program, 'tutor plan ch01 --json', folder, env);
    expect(stdout).toContain('\\u202e');
    expect(JSON.parse(stdout).blocks[0].commands[0].text).toBe('echo typed \u202efdp\u202c');
  });
});

test('what tutor itself tells a terminal is done, what others would is seen', () => {
  expect(forTerminal(`${own('\r\x1b[K')}it says \x1b[2K\r.\r\n\tdone`)).toBe(
    '\r\x1b[Kit says \\u001b[2K\\u000d.\r\n\tdone',
  );
});

test.each(['한국어 日本語', 'naïve café', '👩‍💻 \u200d', 'می‌خواهم', 'tab\there', 'windows\r\n', 'a\u00adb'])(
  'ordinary writing is shown as it is: %j',
  (text) => expect(shown(text)).toBe(text),
);
