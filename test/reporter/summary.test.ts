import { expect, test } from 'vitest';
import type { Cause, OutcomeStatus } from '../../runner/core/outcome.ts';
import { type Ending, exitCodeOf, worst } from '../../runner/reporter/exit-code.ts';

/** `broken:surroundings`, `skipped:chapter!` (the author's own wish). */
function ending(text: string): Ending {
  const [status, cause = null] = text.replace('!', '').split(':') as [OutcomeStatus, Cause['kind'] | undefined];
  return { status, cause, byAuthor: text.endsWith('!') };
}

test.each<[number, string, string[]]>([
  [0, 'all passed, skips listed', ['passed', 'skipped:reader']],
  [1, 'a chapter is wrong, also when others are broken', ['passed', 'broken:surroundings', 'failed:chapter']],
  [3, 'nothing wrong, but something could not be run', ['passed', 'broken:surroundings', 'broken:step']],
  [0, 'what follows from the reader’s part is nobody’s fault', ['passed', 'skipped:reader', 'broken:step']],
  [2, 'no step run at all', ['skipped:reader', 'skipped:chapter']],
  [0, 'no step run, because the author says so', ['skipped:chapter!', 'skipped:chapter!']],
  [3, 'no step run, because the surroundings do not allow it', ['skipped:surroundings', 'skipped:step']],
  [2, 'no step there', []],
])('exit code %i: %s', (code, _why, endings) => {
  expect(exitCodeOf(endings.map(ending))).toBe(code);
});

test('a wrong chapter counts more than one that was not checked, and that more than one that could not be run', () => {
  expect(worst([0, 3, 2, 1])).toBe(1);
  expect(worst([0, 3, 2])).toBe(2);
  expect(worst([0, 3])).toBe(3);
  expect(worst([])).toBe(0);
});
