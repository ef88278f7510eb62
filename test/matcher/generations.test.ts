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

const network = (aliases: string) => `{"back":{"Aliases":${aliases},"Gateway":"172.25.0.1"}}`;

const asked = (width: number) => `${' '.repeat(width / 2)}version\n${'-'.repeat(width)}\n PostgreSQL 16.2\n(1 row)`;
const listed = (twin: string) => `5e4f3a2b1c0d: web\t0.0.0.0:8080->80/tcp, ${twin}:8080->80/tcp`;
const spring = (level: string, process: number) =>
  `2024-03-05 10:11:12.345  ${level} ${process} --- [main] Main : ready`;
const unused = 'WARNING: Some networks were defined but are not used by any service: front';

describe('another generation says the same', () => {
  test.each([
    ['docker compose ps db', row('Paused'), paused],
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
    ['docker logs app', spring(' INFO', 1), spring(' INFO', 7)],
    ["docker inspect -f '{{json .NetworkSettings.Networks}}' web", network('["5e4f3a2b1c0d"]'), network('[]')],
    ["docker inspect -f '{{json .NetworkSettings.Networks}}' web", network('null'), network('["5e4f3a2b1c0d"]')],
    [
      "docker inspect -f '{{json .NetworkSettings.Networks}}' web",
      network('["shop","5e4f3a2b1c0d"]'),
      network('["shop"]'),
    ],
    ['psql -c "select version()"', asked(60), asked(80)],
    ['docker ps --format "{{.ID}}: {{.Names}}\\t{{.Ports}}"', listed('::'), listed('[::]')],
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
    ['docker logs app', spring(' INFO', 1), spring('ERROR', 7)],
    ["docker inspect -f '{{json .NetworkSettings.Networks}}' web", network('["shop"]'), network('[]')],
    ["docker inspect -f '{{json .NetworkSettings.Networks}}' web", network('["shop"]'), network('["web"]')],
    ['psql -c "select version()"', asked(60), asked(80).replace('(1 row)', '(2 rows)')],
    ['docker ps --format "{{.ID}}: {{.Names}}\\t{{.Ports}}"', listed('::'), listed('[::]').replaceAll('8080', '8081')],
    ['docker ps --format "{{.ID}}: {{.Names}}\\t{{.Ports}}"', listed('::'), listed('[::]').replace('web', 'app')],
  ])('%s: %s', (command, expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('mismatch');
  });
});
