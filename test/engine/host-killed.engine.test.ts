import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine, SandboxHandle } from '../../runner/core/engine.ts';
import { connectTo } from '../../runner/engine/host/endpoint.ts';
import { takeInventory } from '../../runner/engine/host/inventory.ts';
import { findLedgers } from '../../runner/engine/host/ledger.ts';
import { cacheFolder, cleanAbandoned, startEngine } from '../../runner/engine/index.ts';
import { smallImage } from './small-image.ts';

/** How often tutor is killed; TUTOR_KILLS=50 for the long form. */
const rounds = Number(process.env.TUTOR_KILLS ?? 8);
const longestMs = 1_500;

/** A chapter that makes one thing after the other until it is killed. */
const chapter = `
import { startEngine } from '${new URL('../../runner/engine/index.ts', import.meta.url).pathname}';
const engine = await startEngine({ kind: 'host' });
process.stdout.write('started\\n');
const commands = [
  'docker run -d --name web -v data:/data -v /anonymous small sleep 1000',
  'docker run -d small sleep 1000',
  'docker network create ours',
  'docker volume create named',
  'printf "FROM small\\\\nRUN id > /built\\\\n" > Dockerfile; DOCKER_BUILDKIT=0 docker build -t built:1 -t mine:1 .',
  'docker commit web saved',
  'docker rm -f web',
  'docker run --name web -d -v more:/more small sleep 1000',
  'docker tag saved again',
  'docker create small',
];
for (const command of commands) await engine.exec(['sh', '-c', command], { cwd: engine.workspace });
setInterval(() => {}, 1000);
`;

let machine: Engine;
const users = process.env.DOCKER_HOST;
beforeAll(async () => {
  machine = await startEngine({ kind: 'sandbox', generation: 28 });
  process.env.DOCKER_HOST = `unix:///proc/${(machine.handle as SandboxHandle).pid}/root/run/docker.sock`;
  const theirs =
    'docker tag small mine:1; docker run -d --name theirs -v theirs:/x small sleep 10000; docker network create theirs';
  expect(await machine.exec(['bash', '-ec', `${smallImage}${theirs}`], { timeoutMs: 90_000 })).toMatchObject({
    exitCode: 0,
  });
});
afterAll(async () => {
  if (users === undefined) delete process.env.DOCKER_HOST;
  else process.env.DOCKER_HOST = users;
  await machine.stop();
});

test(`killed ${rounds} times at a random moment, the next command leaves everything as it was`, {
  timeout: 600_000,
}, async () => {
  const connect = connectTo({ host: process.env.DOCKER_HOST ?? '', env: {} });
  const before = await takeInventory(connect);
  const earlier = findLedgers();
  for (let round = 0; round < rounds; round += 1) {
    const delay = Math.floor(Math.random() * longestMs);
    await killAfter(delay);
    const cleaned = await cleanAbandoned();
    expect(
      cleaned.flatMap(({ left }) => left),
      `round ${round}, killed after ${delay} ms`,
    ).toEqual([]);
    expect(await takeInventory(connect), `round ${round}, killed after ${delay} ms`).toEqual(before);
    expect(findLedgers()).toEqual(earlier);
    const homes = join(cacheFolder(), 'host');
    expect(existsSync(homes) ? readdirSync(homes).length : 0).toBe(earlier.length);
  }
});

async function killAfter(ms: number): Promise<void> {
  const args = ['--import', 'tsx/esm', '--input-type=module', '--eval', chapter];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, ms));
  child.kill('SIGKILL');
  await once(child, 'close');
}
