import { describe, expect, test } from 'vitest';
import { matchOutput, tolerances } from '../../runner/matcher/index.ts';
import { readExamples } from './examples.ts';

function verdict(command: string, expected: string, actual: string): string {
  return matchOutput({ command, expected: [expected], actual, bindings: {} }).verdict;
}

const cases = tolerances.map(({ name, examples }) => [name, readExamples(examples)] as const);

describe.each(cases)('%s', (_name, examples) => {
  const command = examples.command ?? 'show';

  test.each(examples.same)('lets pass: %s | %s', (expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('tolerated');
  });

  test.each(examples.different)('does not let pass: %s | %s', (expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('mismatch');
  });
});
