import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { rememberRun } from '../../runner/pipeline/last-run.ts';
import { replay } from '../../runner/pipeline/replay.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { buildProgram, shell } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'tutor-explain-'));
const env = { TUTOR_STATE: join(folder, 'state') };
const source = `# A shop

\`\`\`console
$ docker run -d --name till nginx
5e4f3a2b1c0d
$ docker ps --format '{{.ID}} {{.Names}}'
5e4f3a2b1c0d till
$ docker logs till
the till is open
\`\`\`
`;
const printed = ['92d79b6de29f', '92d79b6de29f till', 'the till is shut'];
let program: string;

beforeAll(async () => {
  const path = join(folder, 'shop.md');
  writeFileSync(path, source);
  program = buildProgram('explain');
  const plan = planChapter(parseChapter(source, { id: 'shop', path }));
  const outcomes = replay({ before: [], plan }, ({ index }) => ({ text: printed[index] ?? '' }));
  vi.stubEnv('TUTOR_STATE', env.TUTOR_STATE);
  const run = { plan, outcomes, before: [], engine: 'host', dockerVersion: '28.5.2', standIns: [], durationMs: 1 };
  await rememberRun(path, run, (text) => text.replace('shut', '•••'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const explained = (command: string) => shell(program, `tutor explain ${command}`, folder, env).stdout;

test('of a step of the last run it is told what was tried, as it was compared then', () => {
  expect(explained('shop.md:6 --trace')).toMatch(/as-written: tolerated \(id\)\n +- list:rows\n +\+ list:rows/);
  expect(explained('shop.md:8 --trace')).toMatch(
    /as-written: mismatch\n.*\n.*\n +- the till is open\n +\+ the till is •••/,
  );
  expect(explained('shop.md:8')).not.toContain('as-written');
});

test('so it is in JSON', () => {
  const { steps } = JSON.parse(explained('shop.md:8 --trace --json'));
  expect(steps[0].trace[0]).toMatchObject({ name: 'as-written', verdict: 'mismatch', expected: ['line'] });
  expect(steps[0]).not.toHaveProperty('compared');
});

test('what is kept of a run is for its user alone, and masked in every part', async () => {
  const kept = readdirSync(join(folder, 'state/last-runs')).map((name) => join(folder, 'state/last-runs', name));
  expect(kept).toHaveLength(1);
  for (const file of kept) {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain('shut');
  }
});

test.each([
  '{}',
  '[]',
  'null',
  '{',
  '{"digest":"0","kept":{"engine":"host","dockerVersion":"28","steps":[]}}',
  '"\\u001b"',
])('a last run of another form is none: %s', (kept) => {
  const [name = ''] = readdirSync(join(folder, 'state/last-runs'));
  writeFileSync(join(folder, 'state/last-runs', name), kept);
  const { stderr, exitCode } = shell(program, 'tutor explain shop.md', folder, env);
  expect(exitCode).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
