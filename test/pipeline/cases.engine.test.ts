import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../runner/core/outcome.ts';
import { runOnSandbox } from './run-on-sandbox.ts';

/**
 * A case is a chapter, run from its first step to its last on a fresh engine. What must come out stands in its last
 * comment: a line for each step, with its line number, its status and the codes of its messages.
 */
const folder = join(import.meta.dirname, '../cases/run');
const files = globSync('*.md', { cwd: folder }).sort();

describe.each(files)('%s', (name) => {
  const path = join(folder, name);
  const source = readFileSync(path, 'utf8');

  test('comes out as it says', async () => {
    const outcomes = await runOnSandbox(path, folder);
    expect(outcomes.map(summary)).toEqual(promised(source));
  });
});

test('what a small sandbox has is all used', async () => {
  const path = join(folder, '../limits/all-used.md');
  const outcomes = await runOnSandbox(path, join(folder, '../limits'), { memoryBytes: 2 ** 29, diskBytes: 2 ** 30 });
  expect(outcomes.map(summary)).toEqual(promised(readFileSync(path, 'utf8')));
});

test('there are cases', () => {
  expect(files.map((name) => basename(name))).not.toEqual([]);
});

function summary({ step, status, messages }: Outcome): string {
  return [step.line, status, ...messages.map(({ code }) => code)].join(' ');
}

function promised(source: string): string[] {
  const comment = /<!-- outcomes\n([\s\S]*?)-->\s*$/.exec(source)?.[1] ?? '';
  return comment.trim().split('\n');
}
