import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const command = 'docker container run --rm web:plain';
const actual = 'docker: Error response from daemon: no command specified.';

test.each(['docker: Error response from daemon: ...', 'docker: Error response from daemon: no ...'])(
  'an error of which only the beginning is shown: %s',
  (line) => {
    expect(matchOutput({ command, expected: [line], actual, bindings: {} }).verdict).toBe('tolerated');
  },
);

test('another beginning is another error', () => {
  const expected = ['docker: Error response from daemon: pull ...'];
  expect(matchOutput({ command, expected, actual, bindings: {} }).verdict).toBe('mismatch');
});
