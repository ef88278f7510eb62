import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';

const repository = join(import.meta.dirname, '../..');
const kills = 200;
const atOnce = 4;
let folder: string;
let writer: string;

/** Two hundred processes have to start fast: the writer is compiled once, into the repository's ignored folder. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tutor-killed-'));
  const compiled = join(repository, 'node_modules/.cache/killed');
  const options = [
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--rewriteRelativeImportExtensions',
    '--types',
    'node',
  ];
  const source = join(import.meta.dirname, 'write-and-die.ts');
  await execa('tsc', ['--ignoreConfig', ...options, '--rootDir', repository, '--outDir', compiled, source], {
    cwd: repository,
    preferLocal: true,
  });
  writer = join(compiled, 'test/updater/write-and-die.js');
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test(`killed at a random moment, ${kills} times: the file is the old one or the new one`, async () => {
  const texts = ['old', 'new'].map((word) => `${`${word} 한국어 `.repeat(40)}\n`.repeat(2_000)) as [string, string];
  const found = new Set<string>();
  const workers = Array.from({ length: atOnce }, async (_, worker) => {
    const [path, old, next] = ['chapter.md', 'old.md', 'new.md'].map((name) => join(folder, `${worker}-${name}`));
    if (!path || !old || !next) throw new Error('no paths');
    await Promise.all([writeFile(path, texts[0]), writeFile(old, texts[0]), writeFile(next, texts[1])]);
    // A disk that is busy takes its time: some are killed before the first text is written, some after it.
    const longestMs = 25 + 2 * (await timeToWrite(path, old, next));
    for (let round = 0; round < kills / atOnce; round += 1) {
      await killWithin(longestMs, path, old, next);
      const text = await readFile(path, 'utf8');
      expect(texts).toContain(text);
      found.add(text);
    }
  });
  await Promise.all(workers);
  // Both were met, else the writer never wrote anything and the test says nothing.
  expect(found.size).toBe(2);
}, 300_000);

/** Milliseconds until the file holds the other text. */
async function timeToWrite(path: string, old: string, next: string): Promise<number> {
  const child = spawn(process.execPath, [writer, path, old, next], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const [startedAt, before] = [performance.now(), (await stat(path)).ino];
  while ((await stat(path)).ino === before) await setTimeout(1);
  const took = performance.now() - startedAt;
  child.kill('SIGKILL');
  await once(child, 'close');
  return took;
}

async function killWithin(longestMs: number, ...paths: string[]): Promise<void> {
  const child = spawn(process.execPath, [writer, ...paths], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  await setTimeout(Math.random() * longestMs);
  child.kill('SIGKILL');
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
}
