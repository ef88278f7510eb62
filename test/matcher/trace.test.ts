import { expect, test } from 'vitest';
import { type Attempt, attemptLines, matchOutput } from '../../runner/matcher/index.ts';

function attemptsAt(expected: readonly string[], actual: readonly string[], command = 'docker container ls --all') {
  const attempts: Attempt[] = [];
  const match = matchOutput({
    command,
    expected,
    actual: actual.join('\n'),
    bindings: {},
    trace: (attempt) => attempts.push(attempt()),
  });
  return { match, attempts };
}

test('a trace tells how each text was read and what differs', () => {
  const { attempts } = attemptsAt(
    ['NAMES   STATUS', 'web     Up 3 minutes'],
    ['NAMES   STATUS', 'web     Exited (1) 2 minutes ago'],
  );
  expect(attempts[0]).toEqual({
    name: 'as-written',
    verdict: 'mismatch',
    expected: ['table'],
    actual: ['table'],
    tolerances: [],
    differing: ['- web     Up 3 minutes', '+ web     Exited (1) 2 minutes ago'],
  });
  expect(attemptLines(attempts[0] as Attempt)[0]).toBe('as-written: mismatch');
});

test('a trace ends with the attempt that succeeded, and names its tolerances', () => {
  const { match, attempts } = attemptsAt(['one', '...', 'four'], ['one', 'two', 'three', 'four'], 'cat numbers');
  expect(match.verdict).toBe('tolerated');
  expect(attempts.at(-1)).toMatchObject({
    verdict: 'tolerated',
    expected: ['line', 'elision', 'line'],
    actual: ['4 line'],
    tolerances: ['elision'],
  });
});
