import { existsSync, readdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, SandboxHandle } from '../../runner/core/engine.ts';
import { connectTo } from '../../runner/engine/host/endpoint.ts';
import { takeInventory } from '../../runner/engine/host/inventory.ts';
import { cleanAbandoned, findClashes, imagesLackingOnHost, startEngine } from '../../runner/engine/index.ts';
import { rootFolder } from '../../runner/engine/sandbox/roots.ts';
import { freePort } from './free-port.ts';
import { commandLines, ledgersOf, ownSeconds } from './host-state.ts';
import { smallImage } from './small-image.ts';

/** The engine of a sandbox stands for the user's own: it is reached by DOCKER_HOST, as any other. */
describe.each([20, 28, 29] as const)('the host engine, Docker %i', (generation) => {
  const usersDockerHost = process.env.DOCKER_HOST;
  let machine: Engine;
  let endpoint: string;

  beforeAll(async () => {
    machine = await startEngine({ kind: 'sandbox', generation });
    endpoint = `unix:///proc/${(machine.handle as SandboxHandle).pid}/root/run/docker.sock`;
    process.env.DOCKER_HOST = endpoint;
    await onMachine(smallImage);
    await onMachine('docker tag small mine:1; docker tag small mine:latest');
    await onMachine(
      'docker run -d --name theirs -v their-data:/data small sleep 10000; docker network create their-net',
    );
  }, 120_000);
  afterAll(async () => {
    if (usersDockerHost === undefined) delete process.env.DOCKER_HOST;
    else process.env.DOCKER_HOST = usersDockerHost;
    await machine.stop();
  });

  const onMachine = async (script: string) => {
    const done = await machine.exec(['bash', '-ec', script], { timeoutMs: 60_000 });
    if (done.exitCode !== 0) throw new Error(done.stderr);
  };
  const held = async () => {
    const { ports: _, ...rest } = await takeInventory(connectTo({ host: endpoint, env: {} }));
    return rest;
  };

  test('removes exactly what its run made, whatever it was made with', async () => {
    const before = await held();
    const engine = await startEngine({ kind: 'host' });
    const said: string[] = [];
    for (const command of everythingThatMakes) {
      const { exitCode, stderr } = await engine.exec(['bash', '-c', command], {
        cwd: engine.workspace,
        timeoutMs: 60_000,
      });
      if (exitCode !== 0) said.push(`${command}: ${stderr}`);
    }
    expect(said).toEqual([]);
    const during = await held();
    expect(Object.values(during.containers).map(({ name }) => name)).toEqual(expect.arrayContaining(['web', 'theirs']));
    expect(Object.keys(during.references)).toEqual(expect.arrayContaining(['built:1', 'copy:latest', 'saved:v2']));
    expect(during.references['mine:1']).not.toBe(before.references['mine:1']);
    const home = engine.home;
    await engine.stop();
    expect(await held()).toEqual(before);
    expect(existsSync(home)).toBe(false);
    expect(ledgersOf(endpoint)).toEqual([]);
  });

  test('removes what BuildKit and compose made, build cache included', async () => {
    const before = await held();
    const engine = await startEngine({ kind: 'host' });
    const root = rootFolder(28);
    const settings = JSON.stringify({ cliPluginsExtraDirs: [`${root}/usr/libexec/docker/cli-plugins`] });
    await engine.exec(['sh', '-c', 'cat > ~/.docker/config.json'], { input: settings });
    const compose = 'services: {web: {build: ., command: sleep 1000, volumes: ["data:/d"]}}\nvolumes: {data: {}}\n';
    await engine.exec(['sh', '-c', 'cat > compose.yml'], { cwd: engine.workspace, input: compose });
    const build = 'printf "FROM small\\nRUN id > /kit\\n" > Dockerfile; $docker build -t kit:1 -t mine:1 .';
    const script = `set -e; docker=${root}/usr/bin/docker; ${build}; $docker compose up -d`;
    const made = await engine.exec(['bash', '-c', script], { cwd: engine.workspace, timeoutMs: 90_000 });
    expect(made.exitCode, made.stderr).toBe(0);
    const during = await held();
    expect(Object.keys(during.references)).toEqual(expect.arrayContaining(['kit:1', 'work-web:latest']));
    await engine.stop();
    expect(await held()).toEqual(before);
  });

  test('leaves alone what somebody else makes at the same time', async () => {
    const engine = await startEngine({ kind: 'host' });
    await engine.exec(['docker', 'run', '-d', '--name', 'ours', '-v', '/data', 'small', 'sleep', '1000']);
    await onMachine('docker run -d --name foreign -v foreign-data:/x -v /anonymous small sleep 1000');
    await onMachine(
      'docker network create foreign-net; docker tag small foreign:tag; docker commit foreign foreign:saved',
    );
    const withForeign = await held();
    await engine.stop();
    const after = await held();
    expect(
      Object.values(after.containers)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['foreign', 'theirs']);
    expect(after.references).toEqual(withForeign.references);
    expect(Object.keys(after.volumes).length).toBe(Object.keys(withForeign.volumes).length - 1);
    expect(after.networks).toEqual(withForeign.networks);
    await onMachine(
      'docker rm -fv foreign; docker volume rm foreign-data; docker network rm foreign-net; docker rmi foreign:tag foreign:saved',
    );
  });

  test('keeps what it is told to keep, until it is told to clean', async () => {
    const before = await held();
    const engine = await startEngine({ kind: 'host' }, { keep: true });
    await engine.exec(['docker', 'run', '-d', '--name', 'kept', 'small', 'sleep', '1000']);
    await engine.stop();
    expect(Object.keys((await held()).containers).length).toBe(Object.keys(before.containers).length + 1);
    await cleanAbandoned();
    expect(Object.keys((await held()).containers).length).toBe(Object.keys(before.containers).length + 1);
    expect((await cleanAbandoned({ everything: true })).find(({ id }) => engine.handle.id === id)).toEqual({
      id: engine.handle.id,
      left: [],
    });
    expect(await held()).toEqual(before);
  });

  test('says before the first step what a chapter would run into', async () => {
    const port = await freePort();
    const server = createServer().listen(0);
    const { port: taken } = server.address() as AddressInfo;
    const clashes = await findClashes([
      `docker run -d --name theirs -p ${taken}:80 nginx`,
      'docker volume create their-data',
      'docker network create their-net',
      'docker build -t mine .',
      `docker run --name free -p ${port}:80 nginx`,
    ]);
    server.close();
    expect(clashes.map(({ code, args }) => [code, ...Object.values(args)].join(' ')).sort()).toEqual([
      'clash-container theirs',
      'clash-image mine:latest',
      'clash-network their-net',
      `clash-port ${taken}`,
      'clash-volume their-data',
    ]);
  });

  test('says which images it would have to pull', async () => {
    expect(await imagesLackingOnHost(['small', 'nosuch/image:1', 'mine:1'])).toEqual(['nosuch/image:1']);
  });

  test('a server that the chapter left in the background is ended', async () => {
    const engine = await startEngine({ kind: 'host' });
    const server = `sleep ${ownSeconds()}`;
    await engine.exec(['sh', '-c', `${server} &`]);
    expect(commandLines()).toContain(server);
    await engine.stop();
    expect(commandLines()).not.toContain(server);
  });

  test('its HOME is its own', async () => {
    const engine = await startEngine({ kind: 'host' });
    await engine.exec(['sh', '-c', 'echo hello > ~/written; mkdir ~/site']);
    expect(readdirSync(engine.home).sort()).toEqual(['.docker', 'site', 'work', 'written']);
    expect(await engine.alive()).toBe(true);
    await engine.stop();
    expect(existsSync(engine.home)).toBe(false);
  });
});

test('without an engine the message says what to do', async () => {
  process.env.DOCKER_HOST = 'unix:///no/such/socket';
  await expect(startEngine({ kind: 'host' })).rejects.toThrow('No Docker Engine answers');
  await expect(imagesLackingOnHost(['small'])).rejects.toThrow('No Docker Engine answers');
  delete process.env.DOCKER_HOST;
});

/** One command for each way in which a tutorial makes something. */
const everythingThatMakes = [
  'docker run --name once small sh -c "echo once"',
  'docker run -d --name web -p 8090:80 -v data:/data -v /anonymous small sleep 1000',
  'docker run -d small sleep 1000',
  'docker run --rm -v short-lived:/x small id',
  'docker create --name never-started -v created:/c small id',
  'docker rm once',
  'docker volume create named',
  'docker volume create',
  'docker network create ours',
  'docker commit web saved:v2',
  'docker tag small copy',
  'printf "FROM small\\nRUN id > /built\\n" > Dockerfile; DOCKER_BUILDKIT=0 docker build -t built:1 .',
  'printf "FROM small\\nRUN id > /rebuilt\\n" > Dockerfile; DOCKER_BUILDKIT=0 docker build -t built:1 .',
  'DOCKER_BUILDKIT=0 docker build -t mine:1 .',
  'docker save small -o s.tar; docker load -i s.tar',
  'docker export web | docker import - imported',
];
