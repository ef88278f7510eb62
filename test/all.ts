/**
 * `npm test`: everything that must hold, in the order in which it fails fastest. What set-up will do to this machine is
 * said by tutor itself before it is done, and needs a yes: `npm test -- --yes`.
 */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { generations as known } from '../runner/core/engine.ts';

/** The user's ledgers, last runs and reviews are neither read nor written; the prepared engines are shared. */
process.env.TUTOR_STATE ??= fileURLToPath(new URL('../node_modules/.cache/tutor-state', import.meta.url));

const yes = process.argv.includes('--yes') ? ['--yes'] : [];
const tutor = ['node', 'dist/cli.js'] as const;
/** Whatever is run below: the tutorial, the cases, and the original chapters where they are at hand. */
const chapters = ['docs', 'test/cases/run', ...(process.env.TUTOR_ORIGINALS ? [process.env.TUTOR_ORIGINALS] : [])];
const generations = known.map((generation) => `sandbox:${generation}`).join(',');

/** What fetches packages over the network may fail once for a reason that is not ours. */
const attempts: Readonly<Record<string, number>> = {
  'set-up of the engines': 2,
  'set-up of the images': 2,
  'set-up of the browser': 2,
  'the tutorial on every engine': 2,
};

const checks: readonly (readonly [title: string, ...command: string[]])[] = [
  ['types', 'tsc', '--noEmit'],
  ['types of the page', 'tsc', '--noEmit', '-p', 'runner/page/browser'],
  ['lint and format', 'biome', 'ci', '.'],
  ['unused code and dependencies', 'knip'],
  ['unit tests', 'vitest', 'run', '--project', 'unit'],
  ['both errors of the matcher', 'tsx', 'test/matcher/mutations.bench.ts'],
  ['the tutorial reads well', ...tutor, 'lint', 'docs'],
  ['set-up of the engines', ...tutor, 'engine', 'prepare', generations, ...yes],
  ['the package', 'tsx', 'test/ci/package.ts'],
  ['set-up of the images', ...tutor, 'images', 'prepare', ...chapters, ...yes],
  ['set-up of the browser', 'tsx', 'test/page/set-up-browser.ts', ...yes],
  ['tests on real engines', 'vitest', 'run', '--project', 'engine'],
  ['the tutorial on every engine', ...tutor, 'test', '--engine', generations, ...yes],
];

for (const [title, command = '', ...args] of checks) {
  const startedAt = performance.now();
  console.log(`\n── ${title}`);
  const exitCode = await attempt(command, args, attempts[title] ?? 1);
  if (exitCode !== 0) {
    console.error(`\n✗ ${title}: ${[command, ...args].join(' ')}`);
    process.exit(exitCode);
  }
  console.log(`   ${Math.round((performance.now() - startedAt) / 1000)} s`);
}

async function attempt(command: string, args: readonly string[], times: number): Promise<number> {
  const { exitCode = 1 } = await execa(command, args, { stdio: 'inherit', preferLocal: true, reject: false });
  if (exitCode === 0 || times <= 1) return exitCode;
  console.error('\n   … once more');
  return attempt(command, args, times - 1);
}
