import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn as spawnOnTerminal } from '@lydell/node-pty';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram } from './program.ts';

let folder: string;
let program: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-interruption-'));
  program = buildProgram('interruption');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** tutor plan of a pipe that it has opened, and the end into which the chapter is written. */
async function planningPipe(name: string) {
  const pipe = join(folder, name);
  execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', pipe]);
  const child = spawn(process.execPath, [program, 'plan', pipe], { stdio: 'ignore' });
  for (;;) {
    try {
      return { child, pen: openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK) };
    } catch {
      await sleep(20);
    }
  }
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends tutor while it waits for a chapter', async (name) => {
  const { child, pen } = await planningPipe(name);
  child.kill(name);
  // A shell shows it as 130.
  expect(await once(child, 'exit')).toEqual([null, name]);
  closeSync(pen);
});

test('Ctrl-C ends tutor while it computes', async () => {
  const { child, pen } = await planningPipe('long');
  // A pipe holds 64 KiB; this is computed for seconds.
  writeSync(pen, `${'>'.repeat(4_000)} deep\n\n`.repeat(8));
  closeSync(pen);
  await sleep(500);
  expect(child.exitCode).toBeNull();
  const pressedAt = performance.now();
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([null, 'SIGINT']);
  expect(performance.now() - pressedAt).toBeLessThan(2_000);
});

test('between two chapters, when all is cleaned up, Ctrl-C ends tutor while it computes', async () => {
  const script = join(folder, 'rests.mjs');
  buildSync({
    stdin: {
      contents: `
        import { writeSync } from 'node:fs';
        import { Interruption } from './interruption.ts';
        const interruption = new Interruption(process);
        for (const chapter of ['first', 'second']) {
          interruption.signal.throwIfAborted();
          interruption.rest();
        }
        writeSync(1, 'computing');
        for (;;);`,
      resolveDir: join(import.meta.dirname, '../../runner/commands'),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
  });
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([null, 'SIGINT']);
});

test('where there is something to clean up, that is done first; a terminal that was closed is no fault', async () => {
  const script = join(folder, 'cleans.mjs');
  buildSync({
    stdin: {
      contents: `
        import { writeFileSync } from 'node:fs';
        import { Interruption } from './interruption.ts';
        const interruption = new Interruption(process);
        const alive = setInterval(() => {}, 1_000);
        interruption.signal.addEventListener('abort', () => {
          clearInterval(alive);
          writeFileSync(process.argv[2], 'cleaned');
          interruption.close();
        });
        console.log('listening');`,
      resolveDir: join(import.meta.dirname, '../../runner/commands'),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
  });
  const trace = join(folder, 'trace');
  writeFileSync(trace, '');
  const terminal = spawnOnTerminal(process.execPath, [script, trace], {});
  const ended = new Promise<{ signal?: number }>((resolve) => terminal.onExit(resolve));
  await new Promise<void>((resolve) => terminal.onData((text) => text.includes('listening') && resolve()));
  terminal.kill('SIGHUP');
  expect(await ended).toMatchObject({ signal: 1 });
  expect(readFileSync(trace, 'utf8')).toBe('cleaned');
});
