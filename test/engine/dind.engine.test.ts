import { spawn as spawnProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine, SandboxHandle } from '../../runner/core/engine.ts';
import { connectTo } from '../../runner/engine/host/endpoint.ts';
import { takeInventory } from '../../runner/engine/host/inventory.ts';
import { attachEngine, cleanAbandoned, setupActions, startEngine } from '../../runner/engine/index.ts';
import { commandLines, ledgersOf, ownSeconds, within } from './host-state.ts';
import { smallImage } from './small-image.ts';

/** The engine of a sandbox stands for the user's own; in a container of it runs the one that the chapter gets. */
const spec = { kind: 'dind', generation: 28 } as const;
const tutor = join(import.meta.dirname, '../../runner/cli.ts');
const users = process.env.DOCKER_HOST;
let machine: Engine;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-dind-'));
  machine = await startEngine({ kind: 'sandbox', generation: 28 });
  process.env.DOCKER_HOST = `unix:///proc/${(machine.handle as SandboxHandle).pid}/root/run/docker.sock`;
  await expect(startEngine(spec)).rejects.toThrow('tutor engine prepare dind:28');
  for (const action of await setupActions(spec)) await action.run(() => {});
  expect(await setupActions(spec)).toEqual([]);
  expect(
    await machine.exec(['sh', '-c', `${smallImage}docker run -d --name theirs -v theirs:/x small sleep 10000`]),
  ).toMatchObject({ exitCode: 0 });
});
afterAll(async () => {
  if (users === undefined) delete process.env.DOCKER_HOST;
  else process.env.DOCKER_HOST = users;
  await machine.stop();
  rmSync(folder, { recursive: true });
});

const held = () => takeInventory(connectTo({ host: process.env.DOCKER_HOST ?? '', env: {} }));

test('is a machine with an engine of its own, and is gone without a trace', async () => {
  const before = await held();
  const engine = await startEngine(spec);
  expect(engine.dockerVersion).toMatch(/^28\./);
  expect(await engine.alive()).toBe(true);
  expect((await engine.exec(['docker', 'ps', '-aq'])).stdout).toBe('');
  expect(await engine.exec(['sh', '-c', 'exit 3'])).toMatchObject({ exitCode: 3 });
  expect(await engine.exec(['cat'], { input: 'through' })).toMatchObject({ exitCode: 0, stdout: 'through' });
  expect((await engine.exec(['sleep', '77'], { timeoutMs: 300 })).exitCode).toBe(124);
  expect((await engine.exec(['pgrep', '-x', 'sleep', '-a'])).stdout).not.toContain('sleep 77');
  await engine.copyIn(import.meta.dirname, `${engine.workspace}/tests`);
  expect((await engine.exec(['ls', `${engine.workspace}/tests`])).stdout).toContain('dind.engine.test.ts');
  const other = await attachEngine(JSON.parse(JSON.stringify(engine.handle)));
  expect((await other.exec(['hostname'])).stdout).toBe('docker\n');
  await engine.stop();
  expect(await held()).toEqual(before);
  expect(ledgersOf(process.env.DOCKER_HOST ?? '')).toEqual([]);
  expect(await engine.alive()).toBe(false);
});

test('gives its shell a terminal that has a name, a size from the first line on, and lets Ctrl-P through', async () => {
  const engine = await startEngine(spec);
  const { file, args, env, cwd } = await engine.shell({ rc: "stty size; PS1='$ '\n", cwd: engine.workspace });
  const terminal = spawn(file, [...args], { env: { ...env }, cwd, cols: 90, rows: 31 });
  let seen = '';
  terminal.onData((text) => {
    seen += text;
  });
  const ended = new Promise<void>((resolve) => terminal.onExit(() => resolve()));
  for (const keys of ['tty\r', 'pwd\r', 'echo $HOME $LANG\r', 'echo again\r', '\x10', '\r', 'exit\r']) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    terminal.write(keys);
  }
  await ended;
  await engine.stop();
  expect(seen).toMatch(/^31 90\r$/m);
  expect(seen).toMatch(/\/dev\/pts\/\d/);
  expect(seen).toMatch(/^\/root\/work\r$/m);
  expect(seen).toContain('/root C.UTF-8');
  expect(seen.match(/^again\r$/gm)).toHaveLength(2);
});

const chapter = `# Containers

\`\`\`console
$ tar --hard-dereference -chC / $(ldd /bin/dash /bin/sleep | grep -o '/[^ ]*[^: ]' | sort -u) | docker import - tiny
$ docker run -d --name web -p 8090:80 tiny /bin/sleep 1000
$ docker run -it --name inner tiny /bin/dash
# echo hello from inside
hello from inside
# exit
$ docker ps --format '{{.Names}}'
web
$ docker system prune -af
$ docker rm -f $(docker ps -aq)
\`\`\`
`;

/** Runs the command line on a chapter, and gives the process. */
function runTutor(verb: 'run' | 'test', text: string, engine = 'dind:28') {
  const file = join(folder, `${verb}.md`);
  writeFileSync(file, text);
  const child = spawnProcess(process.execPath, ['--import', 'tsx', tutor, verb, file, '--engine', engine], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      said += more;
    });
  }
  return { child, said: () => said };
}

test.each(['run', 'test'] as const)(
  'tutor %s goes through a chapter, and the user’s engine is as before',
  async (verb) => {
    const before = await held();
    const { child, said } = runTutor(verb, chapter);
    const [exitCode] = (await once(child, 'close')) as [number];
    expect(exitCode, said()).toBe(0);
    expect(await held()).toEqual(before);
  },
);

test('a newer engine than the user’s own: Docker 29, with the image store that it has', async () => {
  const newest = { kind: 'dind', generation: 29 } as const;
  for (const action of await setupActions(newest)) await action.run(() => {});
  const before = await held();
  const engine = await startEngine(newest);
  expect(engine.dockerVersion).toMatch(/^29\./);
  const store = await engine.exec(['docker', 'info', '--format', '{{.DriverStatus}}']);
  expect(store.stdout).toContain('io.containerd.snapshotter.v1');
  await engine.stop();
  const { child, said } = runTutor('test', chapter, 'dind:29');
  const [exitCode] = (await once(child, 'close')) as [number];
  expect(exitCode, said()).toBe(0);
  expect(await held()).toEqual(before);
});

test.each(['SIGINT', 'SIGKILL'] as const)(
  'after %s, at the latest the next command removes the container',
  async (signal) => {
    const before = await held();
    const sleep = `sleep ${ownSeconds()}`;
    const { child, said } = runTutor('run', `# Sleep\n\n\`\`\`console\n$ ${sleep}\n\`\`\`\n`);
    const asleep = () => commandLines().some((line) => line.endsWith(sleep));
    expect(await within(200_000, asleep), said()).toBe(true);
    child.kill(signal);
    const [exitCode] = (await once(child, 'close')) as [number | null];
    if (signal === 'SIGINT') expect(exitCode).toBe(130);
    else await cleanAbandoned();
    // Any other command that was started meanwhile may be the one that cleans up.
    expect(await within(20_000, () => ledgersOf(process.env.DOCKER_HOST ?? '').length === 0)).toBe(true);
    expect(await held()).toEqual(before);
  },
);

test('without an outer engine the message says so', async () => {
  process.env.DOCKER_HOST = 'unix:///no/such/socket';
  await expect(setupActions(spec)).rejects.toThrow('No Docker Engine answers');
});
