import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The user's ledgers, last runs and reviews are neither read nor written; the prepared engines are shared. */
process.env.TUTOR_STATE ??= fileURLToPath(new URL('node_modules/.cache/tutor-state', import.meta.url));

/**
 * `unit` needs nothing but Node and bash. `engine` runs on real throw-away Docker hosts: one file at a time, because
 * several at once on two cores would measure the machine and not tutor.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.engine.test.ts'],
          setupFiles: ['test/property-seed.ts'],
          testTimeout: 20_000,
          // Real terminals and processes: on a busy machine one may come too late once.
          retry: process.env.CI ? 1 : 0,
        },
      },
      {
        test: {
          name: 'engine',
          include: ['test/**/*.engine.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          // A page is looked at until it shows what a real engine has done.
          expect: { poll: { timeout: 60_000 } },
          // Packages come over the network, and machines are busy: once may be bad luck, twice is a fault.
          retry: 1,
        },
      },
    ],
  },
});
