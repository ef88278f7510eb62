import { describe, expect, test } from 'vitest';
import { matchOutput, tolerances } from '../../runner/matcher/index.ts';

function verdict(command: string, expected: string, actual: string): string {
  return matchOutput({ command, expected: [expected], actual, bindings: {} }).verdict;
}

describe.each(tolerances.map((tolerance) => [tolerance.name, tolerance.examples] as const))('%s', (_name, examples) => {
  const command = examples.command ?? 'show';

  test.each(examples.same)('lets pass: %s | %s', (expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('tolerated');
  });

  test.each(examples.different)('does not let pass: %s | %s', (expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('mismatch');
  });
});
