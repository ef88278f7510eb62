/**
 * `npm run bench:page`: how long it takes from `tutor open` until the chapter can be read and until its terminal can be
 * used, as ratios to `tutor plan` and to the first step of `tutor run` of the same chapter; medians of seven, in a browser
 * that is open already.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, isReady, launchBrowser, OpenedChapter } from './browser.ts';

const rounds = 7;
const chapter = readFileSync(join(import.meta.dirname, '../../docs/ch03-images.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tutor-open-bench-'));
writeFileSync(join(folder, 'small.md'), chapter);

const planned: number[] = [];
const stepped: number[] = [];
const read: number[] = [];
const usable: number[] = [];
const browser = await launchBrowser();
try {
  for (let round = 0; round < rounds; round++) {
    planned.push(await until(['plan', 'small.md'], null));
    stepped.push(await until(['run', 'small.md', '--engine', 'sandbox:28', '--yes'], /^ +\d+ \$ /m));
    const startedAt = performance.now();
    const open = new OpenedChapter(chapter);
    try {
      const page = await browser.newPage();
      await page.goto(await open.address);
      await page.locator('.step').first().waitFor();
      read.push(performance.now() - startedAt);
      await isReady(page);
      await page.locator('.xterm-rows').first().waitFor();
      usable.push(performance.now() - startedAt);
      await page.close();
    } finally {
      await open.end();
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
report('the chapter, to `tutor plan`', read, planned, 1.5);
report('its terminal, to the first step of `tutor run`', usable, stepped, 1.5);

/** Milliseconds until a command prints this, or ends. */
async function until(args: readonly string[], shown: RegExp | null): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  let at: number | null = null;
  child.stdout.on('data', (chunk) => {
    text += chunk;
    if (shown === null || at !== null || !shown.test(text)) return;
    at = performance.now() - startedAt;
    child.kill('SIGINT');
  });
  await once(child, 'close');
  return at ?? performance.now() - startedAt;
}

function report(what: string, times: readonly number[], others: readonly number[], limit: number): void {
  const [time, other] = [median(times), median(others)];
  const ratio = time / other;
  console.log(`${what}: ${ratio.toFixed(2)} (limit ${limit}; ${time.toFixed(0)} ms to ${other.toFixed(0)} ms)`);
  if (ratio > limit) process.exitCode = 1;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
