/**
 * `npm run bench:test`: the computing time of `tutor test`, of a clone and of an installed package, held against what it
 * cannot do without: `tutor run` of the same chapter, and a vitest that finds nothing to test. Every child counts, also one
 * that outlives its parent: an engine is cleared away by a process that nobody waits for.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { packed } from '../ci/packed.ts';

const repository = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'tutor-cost-'));
const engine = process.argv[2] ?? 'sandbox:28';
const rounds = 5;

/** Runs a command, becomes the parent of all orphans below it (prctl), waits for all, and tells their seconds. */
const counted = `
syscall(\`uname -m\` =~ /aarch64/ ? 167 : 157, 36, 1, 0, 0, 0) == 0 or die "prctl: $!";
my $child = fork // die;
if (!$child) { open STDOUT, ">/dev/null"; open STDERR, ">&STDOUT"; exec @ARGV or exit 127 }
while ((my $pid = wait) != -1) { $failed = 1 if $pid == $child && $? }
my (undef, undef, $user, $system) = times;
print $failed ? "failed" : $user + $system;`;

/** Seconds of the fastest of some rounds: what else runs only adds. */
function cost(...command: readonly string[]): number {
  const seconds = Array.from({ length: rounds }, () => {
    const { stdout, stderr } = spawnSync('perl', ['-e', counted, ...command], { cwd: folder, encoding: 'utf8' });
    if (!(Number(stdout) > 0)) throw new Error(`${command.join(' ')}: ${stdout} ${stderr}`);
    return Number(stdout);
  });
  return Math.min(...seconds);
}

/** A project in which nothing but the package is installed. */
async function installed(): Promise<string> {
  const { tarball, folder: made } = await packed();
  try {
    const project = join(folder, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
    await execa('npm', ['install', '--no-fund', '--no-audit', tarball], { cwd: project });
    return join(project, 'node_modules/@tutor-md/tutor');
  } finally {
    rmSync(made, { recursive: true });
  }
}

function measure(what: string, tutor: string, vitest: string): void {
  const chapters = Array.from({ length: 8 }, (_, index) => `ch${index + 1}.md`);
  const cli = [process.execPath, join(tutor, 'dist/cli.js')];
  const settings = ['--engine', engine, '--yes'];
  const run = cost(...cli, 'run', 'ch1.md', ...settings);
  const empty = cost(process.execPath, join(vitest, 'vitest.mjs'), 'run', '--passWithNoTests', '--root', 'empty');
  const one = cost(...cli, 'test', 'ch1.md', ...settings);
  const eight = cost(...cli, 'test', ...chapters, ...settings);
  for (const [name, seconds, limit] of [
    ['run', run, Infinity],
    ['an empty vitest run', empty, Infinity],
    ['test of one chapter', one, run + empty + 0.3],
    ['test of eight chapters', eight, 0.8 * 8 * run],
  ] as const) {
    const over = seconds > limit;
    const against = limit === Infinity ? '' : `, at most ${limit.toFixed(2)} s${over ? '  ✗' : ''}`;
    console.log(`${what.padEnd(10)} ${name.padEnd(24)} ${seconds.toFixed(2)} s${against}`);
    if (over) process.exitCode = 1;
  }
}

try {
  for (let number = 1; number <= 8; number += 1)
    writeFileSync(
      join(folder, `ch${number}.md`),
      `# Chapter ${number}\n\n\`\`\`console\n$ echo ${number}\n${number}\n\`\`\`\n`,
    );
  mkdirSync(join(folder, 'empty'));
  measure('clone', repository, join(repository, 'node_modules/vitest'));
  const tutor = await installed();
  measure('installed', tutor, join(tutor, '../../vitest'));
} finally {
  rmSync(folder, { recursive: true });
}
