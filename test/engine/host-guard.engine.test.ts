import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, SandboxHandle } from '../../runner/core/engine.ts';
import { connectTo } from '../../runner/engine/host/endpoint.ts';
import { takeInventory } from '../../runner/engine/host/inventory.ts';
import { refusalIn, startEngine } from '../../runner/engine/index.ts';
import { rootFolder } from '../../runner/engine/sandbox/roots.ts';
import { smallImage } from './small-image.ts';

/** As compose marks a container of a project. */
const ofCompose = ['project=other', 'service=web', 'container-number=1', 'oneoff=False', 'config-hash=0']
  .map((label) => `--label com.docker.compose.${label}`)
  .join(' ');

/** The engine of a sandbox stands for the user's own, with somebody's things on it. */
describe.each([20, 28] as const)('what is not of the chapter, on Docker %i,', (generation) => {
  const users = process.env.DOCKER_HOST;
  let machine: Engine;
  let endpoint: string;
  let engine: Engine;

  beforeAll(async () => {
    machine = await startEngine({ kind: 'sandbox', generation });
    endpoint = `unix:///proc/${(machine.handle as SandboxHandle).pid}/root/run/docker.sock`;
    process.env.DOCKER_HOST = endpoint;
    const theirs = `docker tag small mine:1; docker network create their-net; docker volume create idle
docker run -d --name theirs --network their-net ${ofCompose} -v their-data:/data -v /unnamed small sleep 10000
docker create --name stopped small id`;
    const made = await machine.exec(['bash', '-ec', `${smallImage}${theirs}`], { timeoutMs: 90_000 });
    expect(made).toMatchObject({ exitCode: 0 });
    engine = await startEngine({ kind: 'host' });
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    if (users === undefined) delete process.env.DOCKER_HOST;
    else process.env.DOCKER_HOST = users;
    await machine.stop();
  });

  const held = () => takeInventory(connectTo({ host: endpoint, env: {} }));
  const state = async () =>
    (await machine.exec(['docker', 'inspect', '-f', '{{.Name}} {{.State.StartedAt}} {{.State.Status}}', 'theirs']))
      .stdout;
  const type = (command: string, on = engine) =>
    on.exec(['bash', '-c', `shopt -s expand_aliases\n${command}`], { cwd: on.workspace, timeoutMs: 60_000 });

  test.each([
    'docker rm -f theirs',
    'docker rm -f $(docker ps -aq)',
    'docker ps -aq | xargs docker rm -f',
    'docker ps -aq | while read id; do docker rm -f $id; done',
    'ids=$(docker ps -aq)\ndocker rm -fv $ids',
    "alias clean='docker system prune -af --volumes'\nclean",
    'clean() { docker stop -t 0 $(docker ps -q); docker container prune -f; }\nclean',
    "eval 'docker volume rm idle their-data'",
    'printf "docker kill theirs\\n" > clean.sh; sh clean.sh',
    'docker rmi -f $(docker images -q)',
    'docker rmi mine:1',
    'docker image prune -af',
    'docker network rm their-net',
    'docker volume prune -f',
    'docker builder prune -af',
    'docker rename theirs ours',
    'curl -s --unix-socket "${DOCKER_HOST#unix://}" -X DELETE "http://docker/containers/theirs?force=1"',
  ])('is refused: %s', async (command) => {
    const [before, running] = [await held(), await state()];
    const { stdout, stderr } = await type(command);
    expect(refusalIn(stdout + stderr), stdout + stderr).not.toBeNull();
    expect(await held()).toEqual(before);
    expect(await state()).toBe(running);
  });

  test('is refused to a compose that takes it for its project', async () => {
    const before = await held();
    const root = rootFolder(28);
    const settings = JSON.stringify({ cliPluginsExtraDirs: [`${root}/usr/libexec/docker/cli-plugins`] });
    await engine.exec(['sh', '-c', 'cat > ~/.docker/config.json'], { input: settings });
    await type('echo "services: {web: {image: small}}" > compose.yml');
    const down = await type(`${root}/usr/bin/docker compose -p other down -v -t 0`);
    expect(refusalIn(down.stderr), down.stderr).toContain('is not of this chapter');
    expect(await held()).toEqual(before);
  });

  test('goes only with --allow-destructive', async () => {
    const bold = await startEngine({ kind: 'host' }, { allowDestructive: true });
    await machine.exec(['docker', 'create', '--name', 'doomed', 'small', 'id']);
    expect(await type('docker rm doomed', bold)).toMatchObject({ exitCode: 0, stdout: 'doomed\n' });
    await bold.stop();
  });

  test.each([
    'docker run -d --name web -v data:/data -v /anonymous small sleep 1000; docker stop -t 0 web; docker rm -v web',
    'docker run -d --name web small sleep 1000; docker rm -f $(docker ps -q --filter name=web)',
    'docker create --name web -v data:/data small id; docker rename web site; docker rm site; docker volume rm data',
    'docker volume create cache; docker volume rm cache',
    'docker network create ours; docker network rm ours',
    'docker tag small copy:1; docker rmi copy:1',
    'docker commit stopped saved; docker rmi $(docker images -q saved)',
    'docker commit stopped mine:1; docker rmi mine:1',
    'docker run --rm -v /unnamed small id',
  ])('leaves the chapter its own: %s', async (command) => {
    const done = await type(`set -e; ${command}`);
    expect(done.exitCode, done.stderr).toBe(0);
    expect(refusalIn(done.stdout + done.stderr)).toBeNull();
  });
});
