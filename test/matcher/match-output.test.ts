import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchOutput, substituteBindings } from '../../runner/matcher/index.ts';

const match = (command: string, expected: string, actual: string, bindings = {}) =>
  matchOutput({ command, expected: expected.split('\n'), actual, bindings });

const header = 'CONTAINER ID   IMAGE     COMMAND   CREATED         STATUS         PORTS     NAMES';

describe('what must never pass', () => {
  test.each([
    ['docker run hello-world', 'Hello from Docker!', 'Cannot connect to the Docker daemon'],
    ['curl localhost', '<h1>Welcome to nginx!</h1>', '<h1>502 Bad Gateway</h1>'],
    [
      'docker ps -a',
      `${header}\n5e4f3a2b1c0d   nginx     "n"       2 seconds ago   Up 2 seconds   80/tcp    web`,
      `${header}\n8f58ed56c6ca   nginx     "n"       2 seconds ago   Exited (1) 2 seconds ago   80/tcp    web`,
    ],
  ])('%s', (command, expected, actual) => {
    expect(match(command, expected, actual).verdict).toBe('mismatch');
  });
});

test('an elision does not hide a line that is missing after it', () => {
  expect(match('seq 5', '1\n...\n6', '1\n2\n3\n4\n5').verdict).toBe('mismatch');
  expect(match('seq 5', '1\n...\n5', '1\n2\n3\n4\n5').verdict).toBe('tolerated');
});

test('a wrong cell is replaced, everything else stays as the author wrote it', () => {
  const row = (id: string, status: string) => `${id}   nginx     "n"       2 seconds ago   ${status}   80/tcp    web`;
  const found = match(
    'docker ps -a',
    `${header}\n${row('5e4f3a2b1c0d', 'Up 2 seconds')}`,
    `${header}\n${row('8f58ed56c6ca', 'Up 3 seconds').replace('80/tcp', '81/tcp')}`,
  );
  expect(found.resolved.map((line) => line.text)).toEqual([
    header,
    row('5e4f3a2b1c0d', 'Up 2 seconds').replace('80/tcp', '81/tcp'),
  ]);
});

test('an ID means the same container in every step', () => {
  const first = match('docker run -d nginx', '5e4f3a2b1c0d', '8f58ed56c6ca');
  expect(match('docker stop 5e4f3a2b1c0d', '5e4f3a2b1c0d', '8f58ed56c6ca', first.bindings).verdict).toBe('tolerated');
  expect(match('docker stop 5e4f3a2b1c0d', '5e4f3a2b1c0d', '9a0b1c2d3e4f', first.bindings).verdict).toBe('mismatch');
  expect(substituteBindings('docker logs 5e4f', first.bindings).text).toBe('docker logs 8f58');
});

test('a failing command fails its step even if the text fits', () => {
  expect(matchOutput({ command: 'x', expected: ['done'], actual: 'done', bindings: {}, exitCode: 1 }).verdict).toBe(
    'mismatch',
  );
});

test.each([
  'bash: NOT_SET: unbound variable',
  "ping: bad address 'c2'",
  'ping: web: Name or service not known',
  '2 packets transmitted, 0 received, 100% packet loss, time 1010ms',
  "chown: changing ownership of 'x': Operation not permitted",
  'touch: x: Read-only file system',
  'From 172.17.0.2 icmp_seq=1 Destination Host Unreachable',
  'Segmentation fault (core dumped)',
  'wget: server returned HTTP/1.1 404',
])('a chapter that shows a failure has said that the command fails: %s', (line) => {
  expect(matchOutput({ command: 'x', expected: [line], actual: line, bindings: {}, exitCode: 1 }).verdict).toBe(
    'exact',
  );
});

test('what an update would write holds', () => {
  const line = fc.constantFrom('ready', '...', 'id 5e4f3a2b1c0d', 'port 80', '', 'Status: ok');
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 8 }),
      fc.array(
        line.filter((text) => text !== '...'),
        { maxLength: 8 },
      ),
      (expected, actual) => {
        const found = match('show', expected.join('\n'), actual.join('\n'));
        const again = match('show', found.resolved.map(({ text }) => text).join('\n'), actual.join('\n'));
        return again.verdict !== 'mismatch';
      },
    ),
    { numRuns: 300 },
  );
});
