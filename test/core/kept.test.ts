import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keep, recallKept } from '../../runner/core/kept.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-kept-'));
  path = join(folder, 'deep/kept.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  { entries: [{ step: 'ls\n', ms: 1.5, typed: null }] },
  [],
  'a "b" 한글 \u2028',
  { kept: 1, digest: { a: 2 } },
  {},
  { 10: 'a', 2: 'b', z: { __proto__: 1, constructor: 2 } },
])('what was kept comes back, for its user alone: %j', async (value) => {
  await keep(path, value);
  expect(await recallKept(path)).toEqual(value);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('an object is kept as itself, for other tools that read it', async () => {
  const steps = [{ line: 4, status: 'passed' }];
  await keep(path, { engine: 'sandbox:28', steps });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ engine: 'sandbox:28', steps });
});

test('what nobody may read later is masked wherever it stands', async () => {
  await keep(path, { a: ['my secret'], b: { c: 'secret' } }, (text) => text.replaceAll('secret', '***'));
  expect(readFileSync(path, 'utf8')).not.toContain('secret');
  expect(await recallKept(path)).toEqual({ a: ['my ***'], b: { c: '***' } });
});

test.each<readonly [how: string, change: (text: string) => string]>([
  ['torn', (text) => text.slice(0, -9)],
  ['empty', () => ''],
  ['changed by hand', (text) => text.replace('passed', 'failed')],
  ['of a former version', (text) => JSON.stringify({ ...JSON.parse(text), digest: undefined })],
  ['null', () => 'null'],
  ['a list', () => '[]'],
])('what is no longer as it was kept is nothing: %s', async (_how, change) => {
  await keep(path, { status: 'passed' });
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  expect(await recallKept(path)).toBeNull();
});

test('nothing was kept', async () => {
  expect(await recallKept(path)).toBeNull();
});
