import { defineConfig } from 'vitest/config';

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
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'engine',
          include: ['test/**/*.engine.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
