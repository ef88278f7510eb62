import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Engine, SandboxHandle } from '../../runner/core/engine.ts';
import { imageDigest, startEngine } from '../../runner/engine/index.ts';
import { mirrorPort } from '../../runner/engine/sandbox/start.ts';
import { parseReport } from '../../runner/reporter/schema.ts';
import { built } from './built.ts';

let folder: string;
let program: string;
const users = { ...process.env };
const path = (name: string) => join(folder, name);
const chapter = (command: string, printed: string, front = '') =>
  `${front}# ${command}\n\n\`\`\`console\n$ ${command}\n${printed}\n\`\`\`\n`;
const tutor = (...args: readonly string[]) =>
  execa(process.execPath, [program, 'test', '--yes', '--cached', ...args], {
    cwd: folder,
    env: { TUTOR_STATE: path('state') },
    reject: false,
  });
/** The chapters that would be run. */
const listed = async (...args: readonly string[]) =>
  (await tutor('--list', ...args)).stdout.match(/^\w+(?=\.md)/gm) ?? [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-cached-'));
  program = await built();
  writeFileSync(path('tutor.yml'), 'chapters: ["*.md"]\nengine: sandbox:28\n');
  writeFileSync(path('.gitignore'), 'state\n');
  await execa('git', ['init', '--quiet'], { cwd: folder });
  writeFileSync(path('first.md'), chapter('cat menu.txt', 'soup'));
  writeFileSync(path('next.md'), chapter('echo bread', 'bread', '---\ntutor:\n  after: [first]\n---\n\n'));
  writeFileSync(path('wrong.md'), chapter('echo tea', 'coffee'));
  writeFileSync(path('menu.txt'), 'soup\n');
});
afterEach(() => {
  process.env = { ...users };
});
afterAll(() => rmSync(folder, { recursive: true }));

test('what passed is told as unchanged until something of it changes, and what did not is run again', async () => {
  const reports = ['--reporter', 'default', '--reporter', `json=run.json`, '--reporter', 'junit=junit.xml'];
  expect((await tutor(...reports)).exitCode).toBe(1);
  const second = await tutor(...reports);
  expect(second.exitCode).toBe(1);
  expect(second.stdout).toMatch(/^= first\.md {2}sandbox:28 {2}Not run again: unchanged since it passed \(20.*\)/m);
  const verdicts = parseReport(readFileSync(path('run.json'), 'utf8'))?.chapters.map(({ path, verdict }) => [
    path,
    verdict,
  ]);
  expect(verdicts).toEqual([
    ['first.md', 'unchanged'],
    ['next.md', 'unchanged'],
    ['wrong.md', 'failed'],
  ]);
  expect(readFileSync(path('junit.xml'), 'utf8')).toContain('<skipped message="Not run again: unchanged');
  expect((await tutor('first', 'next')).exitCode).toBe(0);

  // Each of these, and nothing once it is as it was.
  expect(await listed()).toEqual(['wrong']);
  writeFileSync(path('next.md'), chapter('echo butter', 'butter', '---\ntutor:\n  after: [first]\n---\n\n'));
  expect(await listed()).toEqual(['next', 'wrong']);
  writeFileSync(path('next.md'), chapter('echo bread', 'bread', '---\ntutor:\n  after: [first]\n---\n\n'));
  writeFileSync(path('menu.txt'), 'fish\n');
  expect(await listed()).toEqual(['first', 'next', 'wrong']);
  writeFileSync(path('menu.txt'), 'soup\n');
  expect(await listed()).toEqual(['wrong']);
  expect(await listed('--columns', '90')).toEqual(['first', 'next', 'wrong']);
  expect(await listed('--engine', 'sandbox:29')).toEqual(['first', 'next', 'wrong']);
  const bundle = join(program, '../tutor.cjs');
  const text = readFileSync(bundle);
  appendFileSync(bundle, '\n');
  expect(await listed()).toEqual(['first', 'next', 'wrong']);
  writeFileSync(bundle, text);

  // A later run that is not green counts, though all is as it was when it was.
  expect(
    (
      await execa(process.execPath, [program, 'test', 'first', '--timeout', '0.001'], {
        cwd: folder,
        env: { TUTOR_STATE: path('state') },
        reject: false,
      })
    ).exitCode,
  ).not.toBe(0);
  expect(await listed()).toEqual(['first', 'wrong']);
});

test("the host's engine says itself what a registry has, and what it holds already", async () => {
  const engine: Engine = await startEngine({ kind: 'sandbox', generation: 28 });
  try {
    process.env.DOCKER_HOST = `unix:///proc/${(engine.handle as SandboxHandle).pid}/root/run/docker.sock`;
    const image = `127.0.0.1:${mirrorPort}/library/hello-world:latest`;
    const before = await imageDigest(image, { kind: 'host' });
    expect(before).toMatch(/^sha256:[0-9a-f]{64} $/);
    expect(await imageDigest(`127.0.0.1:${mirrorPort}/library/none:1`, { kind: 'host' })).toBeNull();
    expect(await engine.exec(['docker', 'pull', image], { timeoutMs: 60_000 })).toMatchObject({ exitCode: 0 });
    expect(await imageDigest(image, { kind: 'host' })).toMatch(new RegExp(`^${before}sha256:`));
  } finally {
    await engine.stop();
  }
  expect(await imageDigest('hello-world', { kind: 'host' })).toBeNull();
});
