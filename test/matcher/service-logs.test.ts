import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const header = 'ID             NAME      IMAGE   NODE   DESIRED STATE   CURRENT STATE   ERROR   PORTS';
const tasks = (...ids: readonly string[]) =>
  [header, ...ids.map((id, index) => `${id}   web.${index + 1}     nginx   n1     Running         Running`)].join('\n');
const log = (...ids: readonly string[]) => ids.map((id, index) => `web.${index + 1}.${id}@n1    | ready`).join('\n');

function logHolds(expected: string, actual: string): boolean {
  const command = 'docker service ps web';
  const mine = tasks('vdz72ubwy4kr', 'a1b2c3d4e5fg');
  const { bindings } = matchOutput({
    command,
    expected: mine.split('\n'),
    actual: tasks('x01mv4sqiobw', 'k9l8m7n6o5pq'),
    bindings: {},
  });
  const match = matchOutput({ command: 'docker service logs web', expected: expected.split('\n'), actual, bindings });
  return match.verdict !== 'mismatch';
}

test('the log of a service names the tasks that its list shows', () => {
  const shown = log('vdz72ubwy4kr', 'a1b2c3d4e5fg');
  expect(logHolds(shown, log('x01mv4sqiobw', 'k9l8m7n6o5pq'))).toBe(true);
  expect(logHolds(shown, log('x01mv4sqiobw', 'k9l8m7n6o5pq').split('\n').reverse().join('\n'))).toBe(true);
  expect(logHolds(shown, log('p3xw0c7v9zq1', 'k9l8m7n6o5pq'))).toBe(false);
  expect(logHolds(shown, log('k9l8m7n6o5pq', 'x01mv4sqiobw'))).toBe(false);
});

test('a replica that was replaced has another task', () => {
  const replaced = 'web.1.vdz72ubwy4kr@n1    | stopping\nweb.1.b2c3d4e5f6gh@n1    | ready';
  expect(logHolds(replaced, replaced.replace('vdz72ubwy4kr', 'q1w2e3r4t5zu'))).toBe(true);
});
