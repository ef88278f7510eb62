import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureOf } from '../../runner/commands/failure.ts';
import { wording } from '../../runner/core/message.ts';
import { buildProgram, type Ended, shell } from './program.ts';

let folder: string;
let program: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-failure-'));
  program = buildProgram('failure');
  writeFileSync(join(folder, 'one.md'), '# One\n\n```console\n$ echo one\none\n```\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** One sentence on standard error, and no trace. */
function inOneSentence({ stderr }: Ended): void {
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/\n\s+at /);
}

const tutor = (command: string, env: NodeJS.ProcessEnv = {}) => shell(program, command, folder, env);

describe('what cannot be used is told in a sentence, with exit 2', () => {
  test('a configuration that is a folder', () => {
    const place = join(folder, 'of-a-folder');
    mkdirSync(join(place, 'tutor.yml'), { recursive: true });
    const ended = shell(program, 'tutor lint', place);
    expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('tutor.yml') });
    inOneSentence(ended);
  });

  test('a configuration that is a pipe, which nobody waits for', () => {
    const place = join(folder, 'of-a-pipe');
    mkdirSync(place);
    const ended = shell(program, 'mkfifo tutor.yml; tutor lint', place);
    expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('it is not a file') });
    inOneSentence(ended);
  });

  test('a chapter that is gone', () => {
    symlinkSync('nowhere.md', join(folder, 'gone.md'));
    const ended = tutor('tutor plan ./gone.md');
    expect(ended.exitCode).toBe(2);
    inOneSentence(ended);
  });

  test('a chapter nested deeper than anybody reads', () => {
    writeFileSync(join(folder, 'deep.md'), `${'>'.repeat(10_000)} deep\n`);
    const ended = tutor('tutor plan deep.md');
    expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('nested too deeply') });
    inOneSentence(ended);
  });

  test('a last run of which only the beginning was kept has not been', () => {
    const state = join(folder, 'state');
    const ended = tutor(
      `mkdir -p '${state}/last-runs'
       name=$(printf %s "$PWD/one.md" | sha256sum | cut -c1-16)
       echo '{' > '${state}/last-runs/'$name.json
       tutor explain one.md`,
      { TUTOR_STATE: state },
    );
    expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('has not been run yet') });
  });
});

test('an annotation is none of the names that every object has', () => {
  writeFileSync(join(folder, 'named.md'), '<!-- tutor: constructor=2 -->\n\n```console\n$ echo one\n```\n');
  const { stdout, exitCode } = tutor('tutor plan --json named.md');
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout).messages[0].code).toMatch(/^annotation-unknown-key/);
});

describe('what the machine lacks is told in a sentence, with exit 3', () => {
  test('room for what is printed', () => {
    const ended = tutor('tutor plan one.md > /dev/full');
    expect(ended).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('no space left on device') });
    inOneSentence(ended);
  });

  test.each(['ENOSPC', 'EMFILE', 'EIO', 'ECONNREFUSED'])('%s, wherever it is thrown', (code) => {
    const error = Object.assign(new Error(`${code}: it is not there, write '/a/b'`), { code, path: '/a/b' });
    expect(failureOf(error).exitCode).toBe(3);
    expect(wording(failureOf(error).message, 'en')).toBe('This machine stood in the way: it is not there (/a/b).');
  });
});

test("a fault of tutor's own says so in the user's language, and how its trace is seen", () => {
  const { message, exitCode } = failureOf(new TypeError("Cannot read properties of undefined (reading 'x')"));
  expect(exitCode).toBe(3);
  expect(wording(message, 'ko')).toContain('TUTOR_DEBUG=1');
});

test('with TUTOR_DEBUG the trace is printed too', () => {
  const ended = tutor('tutor plan deep.md', { TUTOR_DEBUG: '1' });
  expect(ended.stderr).toMatch(/\n\s+at /);
});

test('nothing is said when nobody reads on', () => {
  writeFileSync(join(folder, 'long.md'), '# Long\n\n```console\n$ echo one\none\n```\n'.repeat(400));
  const ended = tutor('tutor plan long.md | head -n 1; echo "${PIPESTATUS[0]}"');
  expect(ended.stdout.split('\n')[1]).toBe('0');
  expect(ended.stderr).toBe('');
});
