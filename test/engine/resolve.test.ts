import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { generationsAtHand, withGeneration } from '../../runner/engine/index.ts';
import { recipeOf } from '../../runner/engine/sandbox/recipe.ts';
import { rootFolder } from '../../runner/engine/sandbox/roots.ts';
import { sandboxActions } from '../../runner/engine/sandbox/set-up.ts';
import { dockersPackagesAnswer } from '../../runner/engine/sandbox/upstream.ts';

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'resolve-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

const newest = (kind: 'sandbox' | 'dind') => withGeneration({ kind, generation: 'newest' });
const titles = async (generation: 28 | 29) => (await sandboxActions(generation)).map(({ title }) => title.code);

test('29 is at hand where it is prepared; else where its packages can be had', async () => {
  const answers = await dockersPackagesAnswer();
  expect(await generationsAtHand()).toEqual(answers ? [20, 26, 28, 29] : [20, 26, 28]);
  mkdirSync(rootFolder(29), { recursive: true });
  expect(await generationsAtHand()).toEqual([20, 26, 28, 29]);
  expect([await newest('sandbox'), await newest('dind')]).toEqual([
    { kind: 'sandbox', generation: 29 },
    { kind: 'dind', generation: 29 },
  ]);
  expect(await withGeneration({ kind: 'sandbox', generation: 20 })).toEqual({ kind: 'sandbox', generation: 20 });
});

test('what is to be done for 29 is said, and is nothing more for the others', async () => {
  const base = await titles(28);
  expect(base.at(-1)).toBe('setup-root');
  expect(base.some((code) => code.startsWith('setup-modules'))).toBe(false);
  const own = await titles(29);
  if (await dockersPackagesAnswer()) return expect(own.at(-1)).toBe('setup-root-upstream');
  expect(own.slice(0, base.length)).toEqual(base);
  expect(own.slice(base.length)).toEqual([expect.stringMatching(/^setup-modules(-and-go)?$/), 'setup-root-stacked']);
});

test('the recipe of a generation that Debian carries does not hang on where another one comes from', () => {
  expect([20, 26, 28].map((generation) => recipeOf(generation as 20 | 26 | 28).upstream)).toEqual(
    Array(3).fill(undefined),
  );
  expect(recipeOf(29).finish).toContain("'docker-ce=5:29.*'");
  expect(recipeOf(28).finish).not.toContain('docker-ce');
});
