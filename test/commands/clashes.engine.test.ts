import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseClashes } from '../../runner/commands/refuse-clashes.ts';
import type { Engine, SandboxHandle } from '../../runner/core/engine.ts';
import { startEngine } from '../../runner/engine/index.ts';
import { readItinerary } from '../../runner/pipeline/read-itinerary.ts';

/** The engine of a sandbox stands for the user's own, with somebody's things on it. */
const users = process.env.DOCKER_HOST;
let machine: Engine;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-clashes-'));
  machine = await startEngine({ kind: 'sandbox', generation: 28 });
  process.env.DOCKER_HOST = `unix:///proc/${(machine.handle as SandboxHandle).pid}/root/run/docker.sock`;
  const theirs = 'tar -c /etc/hostname | docker import - theirs:1; docker volume create theirs';
  expect(await machine.exec(['sh', '-c', theirs])).toMatchObject({ exitCode: 0 });
});
afterAll(async () => {
  if (users === undefined) delete process.env.DOCKER_HOST;
  else process.env.DOCKER_HOST = users;
  await machine.stop();
  rmSync(folder, { recursive: true });
});

/** What is said before the first step of a chapter with these commands, and whether it is run all the same. */
async function refused(...commands: readonly string[]) {
  const path = join(folder, 'chapter.md');
  writeFileSync(path, `# Chapter\n\n\`\`\`console\n${commands.map((command) => `$ ${command}\n`).join('')}\`\`\`\n`);
  const stderr = new PassThrough();
  const itinerary = await readItinerary({ id: 'chapter', path, section: null }, folder);
  const reason = await refuseClashes([itinerary], [undefined], { stderr, locale: 'en' }).then(
    () => null,
    (error: Error) => error.message,
  );
  return { said: String(stderr.read() ?? ''), reason };
}

test('a volume of that name stops the run before its first step', async () => {
  const { said, reason } = await refused('docker volume create theirs');
  expect(said).toContain('A volume "theirs" is already there');
  expect(reason).toContain('Nothing was run');
});

test('the name of an image is given back, so it is said and stops nothing', async () => {
  const { said, reason } = await refused("printf 'FROM scratch\\n' > Dockerfile", 'docker build -t theirs:1 .');
  expect(said).toContain('An image "theirs:1" is already there');
  expect(reason).toBeNull();
});

test('nothing is said of names that nobody has', async () => {
  expect(await refused('docker volume create ours')).toEqual({ said: '', reason: null });
});
