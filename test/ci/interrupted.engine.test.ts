import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunReport } from '../../runner/core/report.ts';
import { parseReport } from '../../runner/reporter/schema.ts';
import { built } from './built.ts';
import { expectValid } from './valid.ts';

/** Nobody else sleeps as long. */
const long = `600.${process.pid}`;
const chapters: Readonly<Record<string, string>> = {
  'ch1.md': '# Done\n\n```console\n$ echo one\none\n$ echo two\nthree\n```\n',
  'ch2.md': `# Ended\n\n\`\`\`console\n$ echo begin\nbegin\n$ sleep ${long}\n$ echo end\nend\n\`\`\`\n`,
  'ch3.md': '# Never begun\n\n```console\n$ echo later\nlater\n```\n',
};
let folder: string;
let run: RunReport;
let ended: { exitCode?: number | undefined; stdout: string };
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

function sleeps(): boolean {
  return readdirSync('/proc').some((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') === `sleep\0${long}\0`;
    } catch {
      return false;
    }
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-interrupted-'));
  for (const [name, text] of Object.entries({ ...chapters, 'tutor.yml': 'chapters: ["*.md"]\n' }))
    writeFileSync(join(folder, name), text);
  const written = ['junit=run.xml', 'json=run.json', 'sarif=run.sarif', 'html=run.html', 'default'].join();
  const args = ['test', '--engine', 'sandbox:28', '--yes', '--parallel', '1', '--reporter', written];
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folder, 'summary'), GITHUB_WORKSPACE: folder };
  const running = execa(process.execPath, [await built(), ...args], { cwd: folder, reject: false, env });
  let isOver = false;
  void running.finally(() => {
    isOver = true;
  });
  while (!isOver && !sleeps()) await sleep(100);
  running.kill('SIGINT');
  ended = await running;
  run = parseReport(read('run.json')) as RunReport;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('an interrupted run leaves with 130, and knows of every step whether it was run', () => {
  expect(ended.exitCode).toBe(130);
  const steps = run.chapters.map(({ verdict, steps }) => [
    verdict,
    ...steps.map(({ line, status }) => `${line} ${status}`),
  ]);
  expect(steps).toEqual([
    ['failed', '4 passed', '6 failed'],
    ['interrupted', '4 passed', '6 skipped', '7 skipped'],
    ['interrupted', '4 skipped'],
  ]);
  expect(sleeps()).toBe(false);
});

test('every report says from where on nothing was run', () => {
  expect(ended.stdout).toContain('✗ ch1.md:7 ');
  expect(ended.stdout).toContain('■ ch2.md  sandbox:28  interrupted, 1 passed, 2 skipped, ');
  expect(ended.stdout).toContain('■ Not run from here on: ch2.md:6, ch3.md:4\n');
  expect(ended.stdout).toMatch(
    /::error file=ch1\.md,line=7,.*\n::warning file=ch2\.md,line=6,.*2 steps were not run\./,
  );
  const summary = read('summary');
  for (const line of ['| ch2.md | ■ interrupted |', '### Not run to the end\n\n- ch2.md:6\n- ch3.md:4\n'])
    expect(summary).toContain(line);
  const junit = read('run.xml');
  expect(junit).toMatch(
    /name="7: echo end" file="ch2\.md" line="7".*\n<skipped message="Not run: the run ended before it\."/,
  );
  expect(junit).toMatch(
    /file="ch3\.md" line="4".*\n<error type="interrupted" message="The run ended here: 1 step was not run\."/,
  );
  expect(read('run.html')).toMatch(/ch2\.md:6.*The run ended here: 2 steps were not run\./s);
});

test('what is written of an interrupted run is whole, and others can read it', () =>
  expectValid({ json: read('run.json'), sarif: read('run.sarif'), junit: read('run.xml') }));
