import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../runner/core/engine.ts';
import { standInFault } from '../../runner/engine/shelf/index.ts';
import { sandboxWith, shell, until } from './on-sandbox.ts';

const images = [
  ...['busybox', 'alpine:3.14', 'ubuntu:20.04', 'hello-world', 'nginx:alpine', 'redis:alpine'],
  ...['diamol/ch03-web-ping', 'diamol/ch03-lab', 'diamol/ch02-hello-diamol-web'],
];

/** What tutorials do with the images of the shelf, on a real engine. */
describe('images of the shelf', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await sandboxWith(images);
  });
  afterAll(() => engine.stop());
  const run = (script: string) => shell(engine, script);

  test('are pulled as from Docker Hub', async () => {
    const { text, exitCode } = await run('docker pull busybox');
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^Using default tag: latest\nlatest: Pulling from library\/busybox\n/);
    expect(text).toMatch(/\nDigest: sha256:[0-9a-f]{64}\nStatus: Downloaded newer image for busybox:latest\n/);
  });

  test('are named by the engine as stand-ins, and say so themselves', async () => {
    expect(engine.standIns).toEqual(expect.arrayContaining(['ubuntu:20.04', 'diamol/ch03-lab:latest']));
    const label = `docker pull -q ubuntu:20.04 && docker inspect -f '{{index .Config.Labels "md.tutor.stand-in"}}' ubuntu:20.04`;
    expect((await run(label)).text).toMatch(/\nubuntu:20\.04$/);
    const { text } = await run('docker run --rm ubuntu:20.04 cat /etc/os-release');
    expect(text).toContain('PRETTY_NAME="tutor stand-in for ubuntu:20.04 (Debian 12)"');
  });

  test('hello-world says hello', async () => {
    expect((await run('docker run --rm hello-world 2>/dev/null')).text).toMatch(/^Hello from Docker!\n/);
  });

  test('alpine is small, makes users, and has no apk', async () => {
    await run('docker pull -q alpine:3.14');
    const size = Number((await run("docker image inspect -f '{{.Size}}' alpine:3.14")).text);
    expect(size).toBeLessThan(6e6);
    const users =
      'addgroup -S app && adduser -S app -G app && addgroup -g 1234 more && adduser -D -u 1000 -G more me && id app && id me';
    expect((await run(`docker run --rm alpine:3.14 sh -c '${users}; ls -d /home/me'`)).text.split('\n')).toEqual([
      'uid=100(app) gid=101(app) groups=101(app)',
      'uid=1000(me) gid=1234(more) groups=1234(more)',
      '/home/me',
    ]);
    const command = 'docker run --rm alpine:3.14 apk add curl';
    const failed = await run(command);
    expect(failed.exitCode).not.toBe(0);
    expect(standInFault({ images: engine.standIns, command, output: failed.text })?.why).toMatch(
      /alpine:3\.14 .* without apk/,
    );
  });

  test("alpine's shell greets nobody and prompts as alpine's does", async () => {
    const typed = `printf 'pwd\\nexit\\n' | script -qefc 'docker run -it --rm alpine:3.14' /dev/null`;
    const lines = (await run(typed)).text.replaceAll('\r', '').split('\n');
    expect(lines.filter((line) => line.includes('BusyBox'))).toEqual([]);
    expect(lines.slice(-3)).toEqual(['/ # pwd', '/', '/ # exit']);
  });

  test('web-ping pings as its variables say and writes down each answer or error', async () => {
    await run(
      `docker run -d --name web-ping --env TARGET=nowhere.invalid --env INTERVAL=200 diamol/ch03-web-ping
${until('docker logs web-ping | grep "number: 3"')}`,
    );
    const { text } = await run('docker logs web-ping; docker rm -f web-ping');
    expect(text).toContain('** web-ping ** Pinging: nowhere.invalid; method: HEAD; 200ms intervals');
    expect(text).toMatch(/Making request number: 2; at \d{13}/);
    expect(text).toMatch(/Error: getaddrinfo \w+ nowhere\.invalid/);
  });

  test("web-ping shares all of diamol/node's layers", async () => {
    const layers = async (image: string) =>
      JSON.parse((await run(`docker pull -q ${image} >&-; docker inspect -f '{{json .RootFS.Layers}}' ${image}`)).text);
    const [base, own] = [await layers('diamol/node'), await layers('diamol/ch03-web-ping')];
    expect(own.slice(0, base.length)).toEqual(base);
    expect(own.length).toBeGreaterThan(base.length);
  });

  test('variables tell the true version', async () => {
    const { text } = await run(`docker run --rm diamol/node sh -c 'echo "v$NODE_VERSION"; node -v' 2>&-`);
    const [told, real] = text.split('\n').slice(-2);
    expect(told).toBe(real);
  });

  test('the lab is solved by hand', async () => {
    const { text } = await run(`docker create -it --name ch03lab diamol/ch03-lab >&- && docker start ch03lab >&-
docker exec ch03lab sh -c 'echo Elton >> ch03.txt' && docker container commit ch03lab ch03-lab-soln >&-
docker rm -f ch03lab >&-; docker container run --rm ch03-lab-soln cat ch03.txt`);
    expect(text.split('\n').at(-1)).toBe('Lab solution, by: Elton');
  });

  test('web servers answer, and log to the output of their containers', async () => {
    const { text } = await run(`docker run -d --name web -p 8080:80 nginx:alpine
docker run -d --name hello -p 8081:80 diamol/ch02-hello-diamol-web
${until('curl -sf localhost:8080 && curl -sf localhost:8081')}
curl -s localhost:8080; curl -s localhost:8081; docker logs web; docker logs hello; docker rm -f web hello`);
    expect(text).toContain('<h1>Welcome to nginx!</h1>');
    expect(text).toContain('Hello from Chapter 2!');
    expect(text).toContain('/docker-entrypoint.sh: Configuration complete; ready for start up');
    expect(text).toMatch(/"GET \/ HTTP\/1\.1" 200 \d+ "-" "curl/);
    expect(text).toContain("AH00094: Command line: 'httpd -D FOREGROUND'");
  });

  test('redis answers as its own user', async () => {
    const { text } = await run(`docker run -d --name store redis:alpine
${until('docker exec store redis-cli ping')}
docker exec store redis-cli set greeting hello; docker exec store redis-cli get greeting
docker exec store ps | grep redis-server; docker rm -f store`);
    expect(text).toMatch(/OK\nhello\n +1 redis +\S*redis-server \*:6379/);
  });
});
