/**
 * `npm run bench:ci [-- COUNT ENGINE]`: a repository of generated chapters, run by one worker and by two: two may take 0.7 of
 * the time of one at most. The machine's load is told with it, since times drift with that.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { execa } from 'execa';
import { generate } from './generated.ts';

const [count = '40', engine = 'sandbox:28'] = process.argv.slice(2);
const most = 0.7;

const folder = mkdtempSync(join(tmpdir(), 'tutor-bench-'));
try {
  generate(folder, Number(count), 1);
  const one = await time(1);
  const two = await time(2);
  const ratio = two / one;
  console.log(`two workers take ${ratio.toFixed(2)} of the time of one, at most ${most}${ratio > most ? '  ✗' : ''}`);
  process.exitCode = ratio > most ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

/** Seconds that the run of all chapters takes. */
async function time(workers: number): Promise<number> {
  const tutor = join(import.meta.dirname, '../../dist/cli.js');
  const args = ['test', '--engine', engine, '--yes', '--parallel', String(workers)];
  const startedAt = performance.now();
  const { exitCode, all } = await execa(process.execPath, [tutor, ...args], { cwd: folder, reject: false, all: true });
  const seconds = (performance.now() - startedAt) / 1000;
  // One chapter has a wrong row.
  if (exitCode !== 1) throw new Error(all);
  const load = loadavg()[0]?.toFixed(1);
  console.log(`${count} chapters, ${workers} at a time: ${seconds.toFixed(1)} s (load ${load})`);
  return seconds;
}
