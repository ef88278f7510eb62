import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-code-'));
  buildSync({
    entryPoints: [join(import.meta.dirname, '../runner/code-cache.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: join(folder, 'code-cache.mjs'),
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a text as a verb of the program would be run; what it prints. */
async function run(text: string, digest = text, cacheHome = folder, part = ''): Promise<string> {
  const file = join(folder, 'program.cjs');
  writeFileSync(file, text);
  writeFileSync(join(folder, 'part.cjs'), part);
  const digests = { 'program.cjs': digest, 'part.cjs': part };
  const start = `import { runCached } from './code-cache.mjs';
    const running = runCached(new URL(${JSON.stringify(pathToFileURL(file))}), ${JSON.stringify(digests)}, 'plan');
    process.once('exit', () => running.keep());`;
  const { stdout } = await execa(process.execPath, ['--input-type=module', '-e', start], {
    cwd: folder,
    env: { XDG_CACHE_HOME: cacheHome },
  });
  return stdout;
}

function kept(name = 'program.cjs'): string {
  const inside = join(folder, 'tutor/code', folder, name);
  return join(inside, readdirSync(inside)[0] ?? '');
}

test('what was compiled is kept for the next run', async () => {
  const text = `const { readFileSync } = require('node:fs'); console.log(typeof readFileSync, __filename);`;
  const first = await run(text);
  expect(first).toBe(`function ${join(folder, 'program.cjs')}`);
  expect(kept()).toContain(`${process.version}-plan`);
  expect(await run(text)).toBe(first);
});

test('a part that is asked for on the way is kept as well, and run once', async () => {
  const text = `console.log(require('./part.cjs').made === require('./part.cjs').made, require('./part.cjs').made.two)`;
  const part = 'exports.made = { two: 1 + 1 };';
  expect(await run(text, text, folder, part)).toBe('true 2');
  expect(kept('part.cjs')).toContain(`${process.version}-plan`);
  expect(await run(text, text, folder, part)).toBe('true 2');
  expect(await run(text, text, folder, 'exports.made = { two: 3 };')).toBe('true 3');
});

test('a part that is kept packed is the text that was packed', async () => {
  const part = 'exports.made = { two: 2 };';
  writeFileSync(join(folder, 'part.cjs.br'), brotliCompressSync(part));
  expect(await run(`console.log(require('./part.cjs').made.two)`, 'x', folder, part)).toBe('2');
  expect(kept('part.cjs')).toContain(`${process.version}-plan`);
});

test('another text of the same length is not taken for the one that was compiled', async () => {
  expect(await run('console.log("one")')).toBe('one');
  expect(await run('console.log("two")')).toBe('two');
});

test('a cache that is torn or cannot be written harms nothing', async () => {
  await run('console.log("one")');
  writeFileSync(kept(), readFileSync(kept()).subarray(0, 200));
  expect(await run('console.log("one")')).toBe('one');
  expect(await run('console.log("one")', 'digest', join(folder, 'program.cjs'))).toBe('one');
});

test('a pattern of Hangul is the same pattern, the first time and the second', async () => {
  const text = 'console.log(/^[가-힣]+$/.test("찻집"), /[ぁ-ん]/.test("a"))';
  expect(await run(text)).toBe('true false');
  expect(await run(text)).toBe('true false');
});
