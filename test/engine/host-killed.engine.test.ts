import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine, SandboxHandle } from '../../runner/core/engine.ts';
import { startEngine } from '../../runner/engine/index.ts';
import { within } from './host-state.ts';
import { smallImage } from './small-image.ts';

/** How often tutor is killed; TUTOR_KILLS=50 for the long form. */
const rounds = Number(process.env.TUTOR_KILLS ?? 8);
const repository = join(import.meta.dirname, '../..');
const tutor = join(repository, 'runner/cli.ts');

/** A machine with much else to do takes minutes to start a program. */
const patienceMs = 300_000;

/** A chapter that makes one thing after the other until it is killed. */
const chapter = `# Making things

\`\`\`console
$ docker run -d --name web -v data:/data -v /anonymous small sleep 1000
$ docker run -d small sleep 1000
$ docker network create ours
$ docker volume create named
$ printf "FROM small\\nRUN id > /built\\n" > Dockerfile
$ DOCKER_BUILDKIT=0 docker build -t built:1 -t built:latest .
$ docker commit web saved
$ docker rm -f web
$ docker run -it --name inner -v more:/more small bash --norc
# echo inside > /more/file
# exit
$ docker tag saved again
$ docker tag small built:1
$ docker create small id
$ echo written > ~/file; sleep 4444 &
\`\`\`
`;

const started: ChildProcess[] = [];
let machine: Engine;
let folder: string;
let environment: NodeJS.ProcessEnv;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-killed-'));
  for (const name of ['state', 'temporary', 'docs']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'docs/making.md'), chapter);
  machine = await startEngine({ kind: 'sandbox', generation: 28 });
  const socket = `/proc/${(machine.handle as SandboxHandle).pid}/root/run/docker.sock`;
  environment = {
    ...process.env,
    DOCKER_HOST: `unix://${socket}`,
    TUTOR_STATE: join(folder, 'state'),
    TMPDIR: join(folder, 'temporary'),
  };
  const theirs =
    'docker tag small mine:1; docker run -d --name theirs -v theirs:/x -v /unnamed small sleep 10000; docker network create theirs; docker volume create idle';
  expect(await machine.exec(['bash', '-ec', `${smallImage}${theirs}`], { timeoutMs: 90_000 })).toMatchObject({
    exitCode: 0,
  });
});
afterAll(async () => {
  // Whatever a failure left behind.
  for (const child of started) child.kill('SIGKILL');
  await machine.stop();
  rmSync(folder, { recursive: true, maxRetries: 20 });
});

test(`killed ${rounds} times at a random moment, tutor clean leaves everything as it was`, {
  timeout: 3_600_000,
  retry: 0,
}, async () => {
  const longest = { run: await lengthOf('run'), test: await lengthOf('test') };
  const before = await everything();
  const moments: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const verb = round % 2 === 0 ? 'run' : 'test';
    const child = start(verb, join(folder, 'docs/making.md'), '--engine', 'host');
    // Every fifth anywhere, the others once the engine is open: most of the time goes into starting.
    const began = round % 5 === 4 || (await within(patienceMs, () => ledgers().length > 0));
    expect(began).toBe(true);
    const delay = Math.floor(Math.random() * longest[verb]);
    moments.push(`${verb} ${delay} ms: ${await killAfter(child, delay)}`);
    const [exitCode] = (await once(start('clean'), 'close')) as [number];
    expect(exitCode, moments.at(-1)).toBe(0);
    expect(await everything(), moments.at(-1)).toEqual(before);
  }
  process.stdout.write(`${moments.join('\n')}\n`);
  // A run that was killed before it made anything shows nothing.
  if (rounds >= 8) expect(moments.filter((moment) => !moment.endsWith(': 0'))).not.toEqual([]);
});

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', tutor, ...args], {
    cwd: repository,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

/** How long the chapter takes from the first line of its ledger on, when nobody kills it, in milliseconds. */
async function lengthOf(verb: 'run' | 'test'): Promise<number> {
  const child = start(verb, join(folder, 'docs/making.md'), '--engine', 'host');
  let began = 0;
  within(patienceMs, () => ledgers().length > 0).then(() => {
    began = performance.now();
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      said += String(text);
    });
  }
  const [exitCode] = (await once(child, 'close')) as [number];
  expect(exitCode, said).toBe(0);
  return performance.now() - began;
}

function ledgers(): readonly string[] {
  const path = join(folder, 'state/ledgers');
  return existsSync(path) ? readdirSync(path) : [];
}

/** @returns how many containers there were besides theirs, at the moment of the kill. */
async function killAfter(child: ReturnType<typeof start>, ms: number): Promise<number> {
  const closed = once(child, 'close');
  await new Promise((resolve) => setTimeout(resolve, ms));
  child.kill('SIGKILL');
  await closed;
  return (await inside('docker ps -aq | wc -l')).map(Number).reduce((sum, count) => sum + count, -1);
}

/** All that the engine says it holds, the files of its storage, and the files that tutor has to do with. */
async function everything(): Promise<readonly string[]> {
  const files = ['state', 'temporary', 'docs'].flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).map((path) => `${name}/${path}`),
  );
  const kept = files.filter((path) => !/^temporary\/(tsx-|node-compile-cache)|^state\/last-runs\/./.test(path));
  return [...(await inside(inspection)), ...kept];
}

const inspection = `
docker ps -a --no-trunc --format '{{.ID}} {{.Names}} {{.Image}}'
docker inspect -f '{{.State.StartedAt}} {{.State.Pid}} {{.RestartCount}}' theirs
docker images -a --no-trunc --digests --format '{{.ID}} {{.Repository}}:{{.Tag}} {{.Digest}}'
docker volume ls -q
docker network ls --no-trunc --format '{{.ID}} {{.Name}}'
docker system df --format '{{.Type}} {{.TotalCount}} {{.Size}}'
cd /var/lib/docker
ls -d containers/* volumes/* overlay2/* overlay2/l/* image/overlay2/*db/* image/overlay2/*db/content/*/* image/overlay2/layerdb/*/*
ps -eo args= | grep '[s]leep'
`;

async function inside(script: string): Promise<string[]> {
  const { stdout } = await machine.exec(['sh', '-c', script]);
  return stdout.trim().split('\n').sort();
}
