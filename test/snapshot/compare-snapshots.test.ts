import { expect, test } from 'vitest';
import { compareSnapshots } from '../../runner/pipeline/compare-snapshots.ts';
import type { Snapshot } from '../../runner/snapshot/snapshot.ts';

test('other IDs and ages are no difference between generations', () => {
  const on = (id: string, age: string) => ({
    'docker ps': `CONTAINER ID   IMAGE   COMMAND   CREATED         STATUS         PORTS     NAMES\n${id}   shop    "serve"   ${age}   Up 2 seconds             web`,
  });
  const differences = compareSnapshots([
    snapshot('20', on('5e4f3a2b1c0d', '3 seconds ago')),
    snapshot('28', on('8f58ed56c6ca', '9 seconds ago')),
  ]);
  expect(differences).toEqual([]);
});

test('generations that print the same stand together', () => {
  const [difference, ...more] = compareSnapshots([
    snapshot('20', { 'docker port web': '80/tcp -> 0.0.0.0:8080', 'docker volume ls -q': 'data' }),
    snapshot('26', { 'docker port web': '80/tcp -> 0.0.0.0:8080\nextra line of words', 'docker volume ls -q': 'data' }),
    snapshot('28', { 'docker port web': '80/tcp -> 0.0.0.0:8080\nextra line of words', 'docker volume ls -q': 'data' }),
  ]);
  expect(more).toEqual([]);
  expect(difference?.entry.command).toBe('docker port web');
  expect(difference?.variants.map(({ generations }) => generations)).toEqual([['20'], ['26', '28']]);
  expect(difference?.variants[1]?.diff).toContainEqual(
    expect.objectContaining({ op: 'unexpected', actual: 'extra line of words' }),
  );
});

test('another exit status is a difference', () => {
  const [first, second] = [
    snapshot('26', { 'docker compose ps': 'no file' }),
    snapshot('28', { 'docker compose ps': 'no file' }),
  ];
  const failing = { ...second, entries: second.entries.map((entry) => ({ ...entry, exitCode: 1 })) };
  expect(compareSnapshots([first, failing])[0]?.variants[1]?.exit).toBe('exit 0 → 1.');
});

test('a step that was recorded on one generation only is told', () => {
  const [difference] = compareSnapshots([snapshot('26', { a: 'x', b: 'y' }), snapshot('28', { a: 'x' })]);
  expect(difference?.entry.command).toBe('b');
  expect(difference?.missing).toEqual(['28']);
});

function snapshot(generation: string, outputs: Readonly<Record<string, string>>): Snapshot {
  const entries = Object.entries(outputs).map(([command, output]) => ({
    section: 'Shop',
    command,
    occurrence: 0,
    output,
    exitCode: 0,
  }));
  return { chapter: 'shop', generation, entries };
}
