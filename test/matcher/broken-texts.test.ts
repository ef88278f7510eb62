import { describe, expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const match = (command: string, expected: string, actual: string) =>
  matchOutput({ command, expected: expected.split('\n'), actual, bindings: {} });
const verdict = (command: string, expected: string, actual: string) => match(command, expected, actual).verdict;

const listed = `CONTAINER ID   IMAGE          COMMAND                  CREATED         STATUS         PORTS                  NAMES
149970097b6e   redis:latest   "docker-entrypoint.s…"   3 seconds ago   Up 2 seconds   0.0.0.0:81->6379/tcp   cache-dynamic
cc2de10ceffe   nginx:latest   "/docker-entrypoint.…"   9 seconds ago   Up 8 seconds   0.0.0.0:80->80/tcp     web`;

/** As an author's terminal breaks it; `trimmed`: an editor took the blanks away. */
function broken(text: string, width: number, trimmed: boolean): string {
  return text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [])
    .map((line) => (trimmed ? line.trimEnd() : line))
    .join('\n');
}
const halves = `CONTAINER ID   IMAGE          COMMAND                  CREATED
STATUS         PORTS                  NAMES
149970097b6e   redis:latest   "docker-entrypoint.s…"   3 seconds ago
Up 2 seconds   0.0.0.0:81->6379/tcp   cache-dynamic
cc2de10ceffe   nginx:latest   "/docker-entrypoint.…"   9 seconds ago
Up 8 seconds   0.0.0.0:80->80/tcp     web`;

const refused = (name: string) =>
  `Error response from daemon: cannot remove container "${name}": container is running: stop the container before removing or force remove`;
const cut = (name: string) =>
  `Error response from daemon: cannot remove container "${name}": container is running:\nstop the container before removing or force remove`;

describe('a table whose rows an author broke', () => {
  test.each([
    ['at a width that is not round', broken(listed, 67, false)],
    ['within a cell', broken(listed, 87, false)],
    ['at 80 columns, without the blanks at the ends', broken(listed, 80, true)],
    ['at 67 columns, without the blanks at the ends', broken(listed, 67, true)],
    ['at a column, as pages do', halves],
  ])('is one: %s', (_where, expected) => {
    expect(verdict('docker ps', expected, listed)).toBe('tolerated');
  });

  test.each([
    ['has a row that is not there', halves.replaceAll('web', 'app')],
    ['has another status', halves.replace('Up 8 seconds', 'Exited (1) 8 seconds ago')],
    ['has another port', broken(listed.replace(':80->', ':82->'), 67, false)],
    ['ends within a row', halves.slice(0, halves.lastIndexOf('\n'))],
  ])('is compared like any: it %s', (_what, expected) => {
    expect(verdict('docker ps', expected, listed)).toBe('mismatch');
  });
});

describe('a line that an author broke at a blank', () => {
  test.each([
    ['a message', 'docker rm web', cut('web'), refused('web')],
    [
      'with an ID in it',
      'docker run web',
      'docker: Error response from daemon: driver failed programming external\nconnectivity on endpoint web (8c96c05ba670101998f0da0af334c77d): Bind for\n  0.0.0.0:80 failed: port is already allocated',
      'docker: Error response from daemon: driver failed programming external connectivity on endpoint web (92d79b6de29f01998f0da0af334c77d3): Bind for 0.0.0.0:80 failed: port is already allocated',
    ],
  ])('is one: %s', (_what, command, expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('tolerated');
  });

  test.each([
    ['another name', 'docker rm web', cut('web'), refused('app')],
    ['a further word', 'docker rm web', cut('web'), `${refused('web')} now`],
    ['short lines', 'cat a', 'one two\nthree', 'one two three'],
    ['two lines of reality', 'docker rm web', refused('web'), cut('web')],
  ])('is not: %s', (_what, command, expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('mismatch');
  });
});

const images =
  'REPOSITORY   TAG      IMAGE ID       CREATED       SIZE\nredis        latest   225c589f5fbd   7 hours ago   1.18kB';

describe('a remark of the author in an output', () => {
  test.each([
    ['before a table', 'docker images', `# redis 이미지가 생성되었습니다.\n${images}`, images],
    ['in English', 'docker images', `# The image has been created\n${images}`, images],
    ['between lines', 'docker rm -f a b', 'a\n# and now the second one\nb', 'a\nb'],
  ])('is no part of it: %s', (_where, command, expected, actual) => {
    const { verdict, tolerances } = match(command, expected, actual);
    expect([verdict, tolerances.some(({ name }) => name === 'gloss')]).toEqual(['tolerated', true]);
  });

  test.each([
    ['in a file', 'docker exec web cat /etc/motd', '# this is the first line\nhello', 'hello'],
    ['of a program', 'docker run alpine ./motd', '# this is the first line\nhello', 'hello'],
    ['of a file here', 'cat motd', '# 첫 번째 줄입니다\nhello', 'hello'],
    [
      'where the real output has one too',
      'docker images',
      `# The image has been created\n${images}`,
      `# The image has been removed\n${images}`,
    ],
    ['a command at a prompt', 'docker images', `# ls\n${images}`, images],
    ['where nothing else is shown', 'docker images', '# The image has been created', ''],
  ])('is output: %s', (_where, command, expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('mismatch');
  });
});

test('the keys that compose takes in a terminal need not be there', () => {
  const log = 'Attaching to web-1\nweb-1  | ready\nweb-1 exited with code 0';
  expect(verdict('docker compose up', log, `${log}\n\n\nw Enable Watch`)).toBe('tolerated');
  expect(verdict('docker compose up', log, `${log}\n\n\nw Cannot Watch`)).toBe('mismatch');
});

describe('ways to show a whole output compose', () => {
  const logs = ['web-1  | ready on 80', 'db-1   | 3 tables', 'web-1  | GET / 200'];
  const pruned = ['untagged: shop:2', `deleted: sha256:${'5e'.repeat(32)}`, 'untagged: cart:1'];
  const removed = ['Deleted Images:', ...pruned, '', 'Total reclaimed space: 4MB'];
  const others = ['Deleted Images:', ...[...pruned].reverse(), '', 'Total reclaimed space: 0B'];
  const help = ['See "docker rm --help".', '', 'Usage:  docker rm [OPTIONS] CONTAINER [CONTAINER...]'];
  const refused = ['"docker rm" requires at least 1 argument.', ...help, '', 'Remove one or more containers'];

  test.each([
    ['docker compose logs', ['.', '.', logs[1], logs[0], logs[2]], logs],
    ['docker compose logs', ['shop_db_1 | 3 tables', 'shop_web_1 | ready on 80', '.', '.'], logs],
    ['docker image prune -a', ['# 쓰지 않는 이미지를 지웁니다', ...removed], others],
    ['docker rm', ['# there is nothing to remove', ...refused], refused.slice(0, -2)],
  ])('%s: %j', (command, expected, actual) => {
    expect(verdict(command, expected.join('\n'), actual.join('\n'))).toBe('tolerated');
    const other = expected.join('\n').replace(/200|80|cart|at least 1/, '404');
    expect(verdict(command, other, actual.join('\n'))).toBe('mismatch');
  });

  test('of services in their order only the line that differs is shown', () => {
    const { diff } = match('docker compose logs', logs.join('\n').replace('3 tables', '4 tables'), logs.join('\n'));
    expect(diff.filter(({ op }) => op !== 'same')).toMatchObject([{ op: 'changed', expectedLine: 2 }]);
  });
});

describe('the mark of zsh behind an output without a line break at its end', () => {
  test.each([
    ['curl localhost:8080/rng', '42%', '42'],
    ['curl -s localhost:8080/api', '{"tea": 1}%', '{"tea": 1}'],
    ['docker exec web cat /version', 'one\ntwo%', 'one\ntwo'],
  ])('is not the program’s: %s', (command, expected, actual) => {
    expect(match(command, expected, actual)).toMatchObject({
      verdict: 'tolerated',
      tolerances: [{ name: 'unended-line' }],
    });
  });

  test.each([
    ['of a percentage that is another one', 'df', '42%', '43'],
    ['at the end of another line', 'cat list', '42%\nend', '42\nend'],
    ['with a blank before it', 'cat list', '42 %', '42'],
  ])('is no mark %s', (_where, command, expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('mismatch');
  });
});
