import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findLedgers, openLedger } from '../../runner/engine/host/ledger.ts';
import { cleanAbandoned } from '../../runner/engine/index.ts';

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'clean-'));
  vi.stubEnv('TUTOR_STATE', state);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(state, { recursive: true });
});

test('a ledger that another version has written stops no command; "tutor clean" tells it', async () => {
  const path = join(state, 'ledgers', 'abc.jsonl');
  mkdirSync(join(state, 'ledgers'), { recursive: true });
  writeFileSync(path, '{"what":"began in another way"}\n');
  expect(await cleanAbandoned()).toEqual([]);
  expect(await cleanAbandoned({ everything: true })).toMatchObject([
    { id: 'abc', left: [{ code: 'ledger-unreadable', args: { path } }] },
  ]);
});

test('a run on an engine of a process that has ended is settled: what it made went with the engine', async () => {
  const process = await endedProcess();
  const home = killedRun('gone', `unix:///proc/${process}/root/run/docker.sock`);
  expect(await cleanAbandoned()).toEqual([{ id: 'gone', left: [] }]);
  expect([existsSync(home), findLedgers()]).toEqual([false, []]);
});

test('an engine that does not answer is asked by one command and left alone by the next ones, until it is given up', async () => {
  let asked = 0;
  const silent = createServer((socket) => {
    asked += 1;
    socket.destroy();
  }).listen(join(state, 'engine.sock'));
  await once(silent, 'listening');
  const home = killedRun('silent', `unix://${join(state, 'engine.sock')}`);
  const stays = [{ id: 'silent', left: [expect.objectContaining({ code: 'host-engine-silent' })] }];

  expect(await cleanAbandoned()).toEqual(stays);
  const once1 = asked;
  expect(once1).toBeGreaterThan(0);
  expect(await cleanAbandoned()).toEqual([]);
  expect(asked).toBe(once1);
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(await cleanAbandoned()).toEqual(stays);
  vi.useRealTimers();
  expect(asked).toBeGreaterThan(once1);
  expect(await cleanAbandoned({ everything: true, giveUp: ['another'] })).toEqual(stays);
  expect([existsSync(home), findLedgers().length]).toEqual([true, 1]);

  expect(await cleanAbandoned({ everything: true, giveUp: ['silent'] })).toEqual([
    { id: 'silent', left: [], givenUp: true },
  ]);
  expect([existsSync(home), findLedgers()]).toEqual([false, []]);
  silent.close();
});

async function endedProcess(): Promise<number | undefined> {
  const child = spawn('true');
  await once(child, 'close');
  return child.pid;
}

/** The ledger of a run whose owner is gone; gives the folder that the run had as its HOME. */
function killedRun(id: string, host: string): string {
  const home = join(state, 'host', id);
  mkdirSync(join(home, 'home'), { recursive: true });
  const nothing = { containers: {}, references: {}, images: [], volumes: {}, networks: {}, buildCache: [], ports: [] };
  const began = { what: 'began', at: 0, owner: '0 0', endpoint: { host, env: {} }, home, before: nothing } as const;
  openLedger(id, began);
  return home;
}
