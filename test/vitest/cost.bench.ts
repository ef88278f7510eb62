/**
 * `npm run bench:test`: the computing time of `tutor test`, children included, held against what it cannot do without:
 * `tutor run` of the same chapter, and a vitest that finds nothing to test.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'tutor-cost-'));
const engine = process.argv[2] ?? 'sandbox:28';
const rounds = 5;

/** Seconds of user and system time of the fastest of some rounds: what else runs only adds. */
function cost(command: string): number {
  const seconds = Array.from({ length: rounds }, () => {
    const script = `TIMEFORMAT='%U %S'; time ${command} >/dev/null 2>&1`;
    const { stderr } = spawnSync('/bin/bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    const [user = NaN, system = NaN] = stderr.trim().split(/\s+/).map(Number);
    return user + system;
  });
  return Math.min(...seconds);
}

try {
  const chapters = Array.from({ length: 8 }, (_, index) => `ch${index + 1}.md`);
  for (const [index, name] of chapters.entries())
    writeFileSync(join(folder, name), `# Chapter ${index}\n\n\`\`\`console\n$ echo ${index}\n${index}\n\`\`\`\n`);
  mkdirSync(join(folder, 'empty'));
  const tutor = `'${process.execPath}' '${join(repository, 'dist/cli.js')}'`;
  const test = (files: readonly string[]) => `${tutor} test ${files.join(' ')} --engine ${engine} --yes`;
  const vitest = `'${process.execPath}' '${join(repository, 'node_modules/vitest/vitest.mjs')}'`;
  const run = cost(`${tutor} run ch1.md --engine ${engine} --yes`);
  const empty = cost(`${vitest} run --passWithNoTests --root empty`);
  const one = cost(test(chapters.slice(0, 1)));
  const eight = cost(test(chapters));
  const rows = [
    ['run', run, Infinity],
    ['an empty vitest run', empty, Infinity],
    ['test of one chapter', one, run + empty + 0.3],
    ['test of eight chapters', eight, 0.8 * 8 * one],
  ] as const;
  for (const [what, seconds, limit] of rows) {
    const over = seconds > limit;
    const against = limit === Infinity ? '' : `, at most ${limit.toFixed(2)} s${over ? '  ✗' : ''}`;
    console.log(`${what.padEnd(24)} ${seconds.toFixed(2)} s${against}`);
    if (over) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
