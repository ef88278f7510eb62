import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../runner/core/outcome.ts';
import { runOnSandbox } from '../pipeline/run-on-sandbox.ts';
import { verdicts } from './verdicts.ts';

/**
 * The two chapters that this project comes from are not part of it. Where they are at hand, `TUTOR_ORIGINALS` names
 * their folder, and each of their steps must come out as worked out by hand.
 */
const folder = process.env.TUTOR_ORIGINALS;

describe.skipIf(folder === undefined)('the original chapters come out as worked out by hand', () => {
  test.each(Object.entries(verdicts))('%s', async (name, expected) => {
    const path = join(folder ?? '', name);
    expect(existsSync(path), path).toBe(true);
    const outcomes = await runOnSandbox(path, folder ?? '');
    expect(outcomes.map(summary)).toEqual(expected.map(({ line, verdict }) => `${line} ${verdict}`));
  });
});

/** `709 failed step-failed lint-missing-source`: what a step is, and what is said of it unless it passed. */
function summary({ step, status, messages }: Outcome): string {
  const codes =
    status === 'passed' ? [] : messages.filter(({ code }) => !code.startsWith('session-')).map(({ code }) => code);
  return [step.line, status, ...codes].join(' ');
}
