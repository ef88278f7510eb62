import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { later } from '../guide/window.ts';
import { buildProgram, shell } from './program.ts';

const patienceMs = 20_000;
const quietMs = 300;
/** Where nothing is to come, so long is looked whether something does. */
const staysMs = 3000;
let folder: string;
let program: string;

beforeAll(() => {
  program = buildProgram('completion');
  folder = mkdtempSync(join(tmpdir(), 'tutor-completion-'));
  const block = '```sh\n$ echo hello\n```\n';
  for (const name of ['ch01-one', 'ch02-two']) writeFileSync(join(folder, `${name}.md`), `# ${name}\n\n${block}`);
  writeFileSync(join(folder, 'tutor.yml'), 'chapters: ["*.md"]\n');
  writeFileSync(join(folder, 'tutor'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, { mode: 0o755 });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** How each shell is started without anything of its user's, and takes the script. */
const shells = {
  bash: { argv: ['--norc', '--noprofile'], load: 'source <(tutor completion bash)' },
  zsh: { argv: ['-f'], load: 'source <(tutor completion zsh)' },
  fish: { argv: ['--no-config'], load: 'tutor completion fish | source' },
} as const;
const pathOf = (name: string) =>
  ['/bin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].map((at) => join(at, name));
/** Bash is everywhere. */
const here = Object.keys(shells).filter((name) => name === 'bash' || pathOf(name).some(existsSync));

interface Typed {
  readonly line: string;
  /** What is to be shown then; absent: nothing more. */
  readonly wanted?: RegExp;
}

/** A shell in a window, with somebody who types a line and presses Tab. */
async function typed(name: keyof typeof shells, lines: readonly Typed[]): Promise<readonly string[]> {
  const [path = name] = pathOf(name).filter(existsSync);
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, PS1: '> ', LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };
  const screen = new xterm.Terminal({ cols: 120, rows: 60, allowProposedApi: true });
  const pty = spawn(path, [...shells[name].argv], { cols: 120, rows: 60, cwd: folder, env });
  pty.onData((data) => screen.write(data));
  // Some shells ask a terminal what it is.
  screen.onData((answer) => pty.write(answer));
  const shown = () =>
    Array.from({ length: 60 }, (_, row) => screen.buffer.active.getLine(row)?.translateToString(true) ?? '').join('\n');
  const until = async (isThere: () => boolean, patience = patienceMs) => {
    for (const deadline = Date.now() + patience; !isThere() && Date.now() < deadline; ) await later(50);
  };
  const quiet = async () => {
    let [last, at] = [shown(), Date.now()];
    await until(() => {
      const now = shown();
      if (now !== last) [last, at] = [now, Date.now()];
      return Date.now() - at > quietMs;
    });
  };
  try {
    await quiet();
    pty.write(`${shells[name].load}; echo loa''ded\r`);
    await until(() => shown().includes('\nloaded'));
    const seen: string[] = [];
    for (const { line, wanted } of lines) {
      // The line is emptied, and the screen.
      pty.write('\x15\x0c');
      await quiet();
      pty.write(line);
      await quiet();
      // Bash lists where Tab has come to the end of what is certain, and is pressed twice.
      pty.write(name === 'bash' ? '\t\t\t' : '\t\t');
      if (wanted === undefined) await later(staysMs);
      else await until(() => wanted.test(shown()));
      await quiet();
      expect(shown()).toMatch(wanted ?? line.trim());
      seen.push(shown());
    }
    return seen;
  } finally {
    pty.kill();
  }
}

test.concurrent.each(here)(
  'in %s verbs, options, what these take and chapters are completed, and nothing that does not fit',
  async (name) => {
    const both = /ch01.*ch02|ch02.*ch01/;
    const [, , language, , chapter, second] = await typed(name as keyof typeof shells, [
      { line: 'tutor do', wanted: /tutor doctor/ },
      { line: 'tutor run --by', wanted: /tutor run --by-hand/ },
      { line: 'tutor run --lang ', wanted: /^en\s.*ko|^ko\s.*en/m },
      { line: 'tutor run --assets tutor.', wanted: /tutor\.yml/ },
      { line: 'tutor run --lang ko ch', wanted: both },
      { line: 'tutor run ch01 ch' },
      { line: 'tutor test ch01 ch', wanted: /\n.*ch02/ },
    ]);
    expect(language).not.toMatch(/ch01|tutor\.yml/);
    expect(chapter).not.toMatch(/ch01-one/);
    expect(second).not.toMatch(/ch02|ch01-one/);
  },
  180_000,
);

test('after a colon bash goes on with the engine’s generation', () => {
  const { stdout } = shell(
    program,
    'source <(tutor completion bash); COMP_WORDS=(tutor run --engine sandbox : 2); COMP_CWORD=5; _tutor; echo "${COMPREPLY[*]}"; ' +
      'COMP_WORDS=(tutor run --engine sandbox :); COMP_CWORD=4; _tutor; echo "${COMPREPLY[*]}"',
    folder,
  );
  expect(stdout).toBe('20 26 28 29\n20 26 28 29\n');
});

test('an unknown shell is told which there are', () => {
  const { stderr, exitCode } = shell(program, 'tutor completion tcsh', folder);
  expect(stderr).toContain('bash, zsh, fish');
  expect(exitCode).toBe(2);
});
