/**
 * `npm test`: everything that must hold, in the order in which it fails fastest. What set-up will do to this machine is
 * said by tutor itself before it is done, and needs a yes: `npm test -- --yes`.
 */
import { execa } from 'execa';

const yes = process.argv.includes('--yes') ? ['--yes'] : [];
const tutor = ['node', 'dist/cli.js'] as const;
const generations = 'sandbox:20,sandbox:26,sandbox:28';

const checks: readonly (readonly [title: string, ...command: string[]])[] = [
  ['types', 'tsc', '--noEmit'],
  ['lint and format', 'biome', 'ci', '.'],
  ['unused code and dependencies', 'knip'],
  ['unit tests', 'vitest', 'run', '--project', 'unit'],
  ['set-up of the engines', ...tutor, 'engine', 'prepare', generations, ...yes],
  ['tests on real engines', 'vitest', 'run', '--project', 'engine'],
  ['the tutorial on every engine', ...tutor, 'test', '--engine', generations, ...yes],
];

for (const [title, command = '', ...args] of checks) {
  console.log(`\n── ${title}`);
  const { exitCode } = await execa(command, args, { stdio: 'inherit', preferLocal: true, reject: false });
  if (exitCode !== 0) {
    console.error(`\n✗ ${title}: ${[command, ...args].join(' ')}`);
    process.exit(exitCode ?? 1);
  }
}
