import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { cleanAbandoned } from '../../runner/engine/index.ts';

const cache = mkdtempSync(join(tmpdir(), 'clean-'));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

test('a ledger that another version has written stops no command; "tutor clean" tells it', async () => {
  vi.stubEnv('XDG_CACHE_HOME', cache);
  const path = join(cache, 'tutor', 'ledgers', 'abc.jsonl');
  mkdirSync(join(cache, 'tutor', 'ledgers'), { recursive: true });
  writeFileSync(path, '{"what":"began in another way"}\n');
  expect(await cleanAbandoned()).toEqual([]);
  expect(await cleanAbandoned(true)).toMatchObject([
    { id: 'abc', left: [{ code: 'ledger-unreadable', args: { path } }] },
  ]);
});
