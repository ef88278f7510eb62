import { describe, expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const verdict = (command: string, expected: string, actual: string) =>
  matchOutput({ command, expected: expected.split('\n'), actual, bindings: {} }).verdict;

const row = (state: string) => `Name         Command        State    Ports
-------------------------------------------
shop_db_1   redis-server   ${state}   6379/tcp`;
const paused = `NAME        IMAGE   COMMAND          SERVICE   CREATED         STATUS                  PORTS
shop-db-1   redis   "redis-server"   db        3 seconds ago   Up 3 seconds (Paused)   6379/tcp`;

const older = (name: string, words: string, sentence: string) =>
  `"docker ${name}" ${words}.\nSee 'docker ${name} --help'.\n\nUsage:  docker ${name} [OPTIONS] X\n\n${sentence}`;
const newer = (name: string, words: string) =>
  `docker: 'docker ${name}' ${words}\n\nUsage:  docker ${name} [OPTIONS] X\n\nRun 'docker ${name} --help' for more information`;

const client = (more: string) =>
  `Client:\n Version: 20.10.1\n API version: 1.41\n${more && `${more}\n`} Built: Mon Nov 2 10:00:00 2020`;
const network = (aliases: string) => `{"back":{"Aliases":${aliases},"Gateway":"172.25.0.1"}}`;

const asked = (width: number) => `${' '.repeat(width / 2)}version\n${'-'.repeat(width)}\n PostgreSQL 16.2\n(1 row)`;
const listed = (twin: string) => `5e4f3a2b1c0d: web\t0.0.0.0:8080->80/tcp, ${twin}:8080->80/tcp`;
const up = '[+] Running 1/1\n ✔ Container shop-web-1  Started  0.3s';
const unset = (name: string) =>
  `time="2026-11-22T10:11:12Z" level=warning msg="The \\"${name}\\" variable is not set."\n${up}`;
const composed = (ports: string) =>
  `{"ID":"5e4f3a2b1c0d","Names":"web","Ports":"0.0.0.0:80->80/tcp, ${ports}:80->80/tcp"}`;
const secrets = (driver: string, name: string) =>
  `ID                          NAME      ${driver}CREATED         UPDATED\nkaujpta18bqpzyymeao1kdcgf   ${name}       ${driver.replace(/\S/g, ' ')}7 seconds ago   7 seconds ago`;
const quoted =
  '------\nD4:2\n--------------------\n   1 |     FROM busybox\n   2 | >>> RUN false\n--------------------\n';
const failedBuild = (excerpt: string) =>
  `[+] Building 0.2s (5/5) FINISHED\n => [1/2] FROM docker.io/library/busybox\n => ERROR [2/2] RUN false\n------\n > [2/2] RUN false:\n${excerpt || '------\n'}ERROR: failed to solve: process "/bin/sh -c false" did not complete successfully: exit code: 1`;
const gunicorn = (process: number, port: number) =>
  `[2024-03-05 10:11:12 +0000] [${process}] [INFO] Listening at: http://0.0.0.0:${port} (${process})`;
const sql = (width: number) =>
  `+${'-'.repeat(width)}+\n| version() |\n+${'-'.repeat(width)}+\n| 8.0.36 |\n+${'-'.repeat(width)}+`;
const spring = (level: string, process: number) =>
  `2024-03-05 10:11:12.345  ${level} ${process} --- [main] Main : ready`;
const unused = 'WARNING: Some networks were defined but are not used by any service: front';

describe('another generation says the same', () => {
  test.each([
    ['docker compose ps db', row('Paused'), paused],
    ['docker version', client(' Package version: docker-1.12-el7\n Experimental: true'), client('')],
    ['docker compose logs web', `${unused}\nweb_1  | ready`, 'web-1  | ready'],
    [
      'docker rm',
      older('rm', 'requires at least 1 argument', 'Remove one or more containers'),
      newer('rm', 'requires at least 1 argument'),
    ],
    [
      'docker tag web',
      older('tag', 'requires exactly 2 arguments', 'Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE'),
      newer('tag', 'requires 2 arguments'),
    ],
    [
      'docker build',
      older('build', 'requires exactly 1 argument', 'Build an image from a Dockerfile'),
      `ERROR: ${newer('buildx build', 'requires 1 argument')}`,
    ],
    ['docker secret ls', secrets('', 'one'), secrets('DRIVER    ', 'one')],
    ['docker build -f D4 .', failedBuild(''), failedBuild(quoted)],
    ['docker compose run --rm web echo hi', 'hi', '[+] Creating 1/1\n ✔ Container db  Running   0.0s\nhi'],
    ['sh ports.sh', '80/tcp -> :::8080\ndone', '80/tcp -> [::]:8080\ndone'],
    [
      'docker push web',
      'The push refers to a repository [localhost:5000/web]',
      'The push refers to repository [localhost:5000/web]',
    ],
    [
      'docker service inspect shop',
      '[]\nStatus: Error: no such service: shop, Code: 1',
      '[]\nError: no such service: shop',
    ],
    ['docker logs app', spring(' INFO', 1), spring(' INFO', 7)],
    ['docker-compose up', 'shop_web_1 exited with code 0', 'web-1 exited with code 0'],
    ['docker compose config --services', 'db\nweb', 'web\ndb'],
    ["docker inspect -f '{{json .NetworkSettings.Networks}}' web", network('["5e4f3a2b1c0d"]'), network('[]')],
    ["docker inspect -f '{{json .NetworkSettings.Networks}}' web", network('null'), network('["5e4f3a2b1c0d"]')],
    [
      "docker inspect -f '{{json .NetworkSettings.Networks}}' web",
      network('["shop","5e4f3a2b1c0d"]'),
      network('["shop"]'),
    ],
    ['psql -c "select version()"', asked(60), asked(80)],
    ['docker ps --format "{{.ID}}: {{.Names}}\\t{{.Ports}}"', listed('::'), listed('[::]')],
    ['docker-compose up -d', 'WARNING: The TAG variable is not set.\nCreating shop_web_1 ... done', unset('TAG')],
    ['docker compose up -d', `WARN[0000] The "TAG" variable is not set.\n${up}`, unset('TAG')],
    [
      'docker compose up -d',
      `WARNING: Found orphan containers (shop_old_1) for this project.\n${up}`,
      `WARN[0000] Found orphan containers ([shop-old-1]) for this project.\n${up}`,
    ],
    ['docker-compose exec web sh', 'ERROR: No container found for web_1', 'service "web" is not running'],
    ['docker-compose run --rm web env', 'Creating shop_web_run ... done\nA=1', 'A=1'],
    ['docker ps x', older('ps', 'accepts no arguments', 'List containers'), newer('ps', 'accepts no arguments')],
    ['docker ps --format json', composed('::'), composed('[::]')],
    ['docker logs api', gunicorn(1, 8000), gunicorn(7, 8000)],
    ['docker logs db', '2024-03-05 10:11:12.345 UTC [49] LOG:  ready', '2026-11-22 10:11:12.345 UTC [52] LOG:  ready'],
    ['mysql -e "select version()"', sql(10), sql(25).replace('8.0.36', '8.4.2')],
    [
      "docker version -f 'Client {{.Client.Version}}, server {{.Server.Version}}'",
      'Client 20.10.17, server 20.10.17',
      'Client 28.5.2, server 28.5.1',
    ],
    ["docker info -f '{{.NCPU}} {{.OperatingSystem}}'", '4 Docker Desktop', '2 Debian GNU/Linux 12 (bookworm)'],
    ['docker-compose --version', 'docker-compose version 1.29.2, build 5becea4c', 'Docker Compose version v2.26.1'],
    ['docker exec web uname -r', '5.10.16.3-microsoft-standard-WSL2', '6.1.0-18-amd64'],
    [
      'free',
      '         total     used     free   shared\nMem:   1 2 3 4',
      '        total     used     free   shared\nMem:   5 2 3 4',
    ],
  ])('%s: %s', (command, expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('tolerated');
  });
});

describe('another generation says something else', () => {
  test.each([
    ['docker compose ps db', row('Paused'), paused.replace(' (Paused)', '')],
    ['docker compose logs web', 'WARNING: The port is taken\nweb_1  | ready', 'web-1  | ready'],
    [
      'docker rm',
      older('rm', 'requires at least 1 argument', 'Remove one or more containers'),
      newer('stop', 'requires at least 1 argument'),
    ],
    [
      'docker tag web',
      older('tag', 'requires exactly 2 arguments', 'Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE'),
      newer('tag', 'requires 1 argument'),
    ],
    ['docker secret ls', secrets('', 'one'), secrets('DRIVER    ', 'two')],
    ['docker build -f D4 .', failedBuild(''), failedBuild(quoted).replace('code: 1', 'code: 2')],
    ['docker compose run --rm web echo hi', 'hi', '[+] Creating 1/1\n ✔ Container db  Error   0.0s\nhi'],
    ['sh ports.sh', '80/tcp -> :::8080\ndone', '80/tcp -> [::]:8081\ndone'],
    [
      'docker service inspect shop',
      '[]\nStatus: Error: no such service: shop, Code: 1',
      '[]\nError: no such service: web',
    ],
    ['docker logs app', spring(' INFO', 1), spring('ERROR', 7)],
    ['docker-compose up', 'shop_web_1 exited with code 0', 'web-1 exited with code 1'],
    ['docker-compose up', 'shop_web_1 exited with code 0', 'other-web-1 exited with code 0'],
    ['docker compose config --services', 'db\nweb', 'web\napp'],
    ["docker inspect -f '{{json .NetworkSettings.Networks}}' web", network('["shop"]'), network('[]')],
    ["docker inspect -f '{{json .NetworkSettings.Networks}}' web", network('["shop"]'), network('["web"]')],
    ['psql -c "select version()"', asked(60), asked(80).replace('(1 row)', '(2 rows)')],
    ['docker ps --format "{{.ID}}: {{.Names}}\\t{{.Ports}}"', listed('::'), listed('[::]').replaceAll('8080', '8081')],
    ['docker ps --format "{{.ID}}: {{.Names}}\\t{{.Ports}}"', listed('::'), listed('[::]').replace('web', 'app')],
    ['docker compose up -d', `WARN[0000] The "TAG" variable is not set.\n${up}`, unset('PORT')],
    ['docker compose up -d', `WARN[0000] The "TAG" variable is not set.\n${up}`, up],
    ['docker-compose exec web sh', 'ERROR: No container found for web_1', 'service "db" is not running'],
    ['docker-compose run --rm web env', 'Creating shop_web_run ... done\nA=1', 'A=2'],
    ['docker ps --format json', composed('::'), composed('[::]').replaceAll(':80-', ':81-')],
    ['docker logs api', gunicorn(1, 8000), gunicorn(7, 9000)],
    [
      'docker logs db',
      '2024-03-05 10:11:12.345 UTC [49] LOG:  ready',
      '2024-03-05 10:11:12.345 UTC [49] FATAL:  ready',
    ],
    [
      "docker version -f 'Client {{.Client.Version}}, server {{.Server.Version}}'",
      'Client 20.10.17, server 20.10.17',
      'Client 28.5.2, engine 28.5.1',
    ],
    ["docker info -f '{{.NCPU}} {{.Driver}}'", '4 overlay2', '2 vfs'],
    ["docker info -f '{{.Containers}}'", '4', '2'],
    ['docker run --rm --cpuset-cpus 0 alpine nproc', '1', '2'],
    ['docker exec web uname -r', '5.10.16.3-microsoft-standard-WSL2', 'Linux'],
  ])('%s: %s', (command, expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('mismatch');
  });
});
