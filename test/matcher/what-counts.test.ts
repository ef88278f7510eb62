import { describe, expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const verdict = (command: string, expected: string, actual: string) =>
  matchOutput({ command, expected: expected.split('\n'), actual, bindings: {} }).verdict;

const pulled = `Using default tag: latest
latest: Pulling from library/redis
Digest: sha256:ae86a23dd62493e0dd22bf2e8f5058771f39b0ffbf6d8273973439b30f21bfb8
Status: Downloaded newer image for redis:latest
docker.io/library/redis:latest`;

const installed = (name: string) => `Reading package lists...
The following NEW packages will be installed:
  ${name}
0 upgraded, 1 newly installed, 0 to remove and 0 not upgraded.
Setting up figlet (2.2.5-3) ...`;

const started = `/docker-entrypoint.sh: ready for start up
2026/11/22 16:59:11 [notice] 1#1: start worker processes`;

const removed =
  'Untagged: shop:1\nUntagged: shop@sha256:ae86a23dd624\nDeleted: sha256:5e4f3a2b1c0d\nDeleted: sha256:6e4f3a2b1c0d';

describe('the same', () => {
  test.each([
    [
      'docker inspect web',
      '[{"Cmd": ["a", "b"], "Env": ["A=1", "B=2"]}]',
      '[{"Cmd": ["a", "b"], "Env": ["B=2", "A=1"]}]',
    ],
    ['curl localhost/scores', '{"scores": [10, 20, ...]}', '{"scores": [10, 20, 30]}'],
    ['docker pull redis', pulled.split('\n').slice(1, 4).join('\n'), pulled],
    [
      'apt-get update',
      'Get:1 http://x y [1 kB]\nReading package lists... Done',
      'Hit:1 http://x y\nReading package lists...',
    ],
    ['apt-get install -y figlet', installed('figlet libc6'), installed('figlet')],
    ['docker rmi shop:1', removed, removed.split('\n').slice(0, 3).join('\n')],
    ...[
      'WARNING: Support for cgroup v1 is deprecated and planned to be removed',
      'WARNING: API is accessible on http://0.0.0.0:2375 without encryption.',
      'WARNING: daemon is not using the default seccomp profile',
    ].map((line) => [
      'docker info | grep Root',
      ' Docker Root Dir: /var/lib/docker',
      `${line}\n Docker Root Dir: /var/lib/docker`,
    ]),
    ['docker logs web', started, started.split('\n').reverse().join('\n')],
    [
      'docker-compose ps',
      narrow('docker-entrypoint.sh redis ...', 'Up'),
      narrow('docker-entrypoint.sh redis\n...', 'Up'),
    ],
    ['docker run alpine mount', '/dev/sda1 on /etc/hosts type ext4 (rw)', '/dev/loop3 on /etc/hosts type ext4 (rw)'],
    ['docker cp a web:/a', '', 'Successfully copied 2.05kB to web:/a'],
    ['docker service create x', 'verify: Service converged', 'verify: Service zr9md8qlu5ynie3wlez3qe2uy converged'],
    ['docker swarm init', 'run:\n  docker swarm join \\\n  --token x', 'run:\n  docker swarm join --token x'],
    ['docker images', '5\n.\n.\n9', '5\n6\n7\n9'],
    ['docker run -d nginx', '<container id>', '92d79b6de29f8f58ed56c6ca5e4f3a2b92d79b6de29f8f58ed56c6ca5e4f3a2b'],
    ['cat compose.yaml', '  services:\n    web:', 'services:\n  web:'],
    ['tree', '.\n`-- a', '.\n└── a'],
    [
      'curl shop:80',
      'curl: (7) Failed to connect to shop port 80: Connection refused',
      'curl: (7) Failed to connect to shop:80 after 2 ms: Could not connect to server',
    ],
  ])('%s: %s', (command, expected, actual) => {
    expect(verdict(command, expected, actual)).not.toBe('mismatch');
  });
});

describe('not the same', () => {
  test.each([
    ['docker pull redis', pulled, pulled.split('\n').slice(0, 4).join('\n')],
    [
      'docker inspect web',
      '[{"Cmd": ["a", "b"], "Env": ["A=1", "B=2"]}]',
      '[{"Cmd": ["b", "a"], "Env": ["A=1", "B=2"]}]',
    ],
    ['curl localhost/scores', '{"scores": [10, 20]}', '{"scores": [20, 10]}'],
    ['curl localhost/scores', '{"scores": [10, ..., 30]}', '{"scores": [30, 20, 10]}'],
    ['apt-get update', 'Get:1 http://x y [1 kB]\nReading package lists...', 'Get:1 http://x y [1 kB]'],
    ['apt-get update', 'Hit:1 http://x y', 'Hit:1 http://x y\nW: Failed to fetch http://x'],
    ['apt-get install -y figlet', installed('figlet'), installed('toilet')],
    ['apt-get install -y figlet', installed('figlet'), installed('figlet').replace(/The[\s\S]*figlet\n/, '')],
    ['docker rmi shop:1', removed, removed.split('\n').slice(0, 2).join('\n')],
    ['docker rmi shop:1', removed, removed.replace('shop@', 'web@')],
    ['docker logs web', started, started.split('\n')[0] ?? ''],
    [
      'docker-compose ps',
      narrow('docker-entrypoint.sh redis ...', 'Up'),
      narrow('docker-entrypoint.sh redis\n...', 'Exit 1'),
    ],
    ['docker cp a web:/a', 'Successfully copied 2.05kB to web:/a', 'Successfully copied 2.05kB to app:/a'],
    ['docker service scale x=2', 'verify: Service x converged', 'verify: Service y converged'],
    ['docker run shop pwd', '/root', '/home/app'],
    ['docker exec web cat /name', 'happy_einstein', 'sad_newton'],
    [
      'docker run alpine sh -c "echo a | md5sum"',
      'b1946ac92492d2347c6235b4d2611184  -',
      '591785b794601e212b260e25925636fd  -',
    ],
    ['wc -l /etc/passwd', '12 /etc/passwd', '13 /etc/passwd'],
    ['cat compose.yaml', 'services:\n  web:\n    image: a', 'services:\n  web:\n  image: a'],
    ['tree', '.\n`-- a\n    `-- b', '.\n`-- a\n`-- b'],
    ['docker compose logs', 'web-1  | ready', 'web-2  | ready'],
    [
      'docker ps --format "table {{.Names}}\\t{{.Ports}}"',
      'NAMES     PORTS\nweb       80/tcp',
      'NAMES     STATUS\nweb       Up 2 seconds',
    ],
    [
      'docker run -m 1m alpine',
      'docker: Minimum memory limit allowed is 6MB.',
      'docker: Minimum memory limit allowed is 4MB.',
    ],
    [
      'docker rm box',
      'You cannot remove a running container 5e4f3a2b1c0d. Stop the container before attempting removal or force remove',
      'cannot remove container "web": container is running: stop the container before removing or force remove',
    ],
    [
      'docker network rm net',
      'network net has active endpoints (name:"web" id:"5e4f3a2b1c0d")',
      'network net has active endpoints (name:"db" id:"5e4f3a2b1c0d")',
    ],
  ])('%s: %s', (command, expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('mismatch');
  });
});

/** A table of compose 1, in which a cell may be broken. */
function narrow(command: string, state: string): string {
  const [first = '', rest] = command.split('\n');
  const row = `shop_redis_1   ${first.padEnd(30)}   ${state}      6379/tcp`;
  const lines = ['    Name                  Command               State    Ports', '-'.repeat(61), row];
  return [...lines, ...(rest === undefined ? [] : [`               ${rest}`])].join('\n');
}

test('processes of all services are one table or several', () => {
  const several = `shop-db-1
UID   PID   PPID   C    STIME   TTY   TIME       CMD
999   313   290    1    17:23   ?     00:00:00   redis-server *:6379

shop-web-1
UID    PID   PPID   C    STIME   TTY   TIME       CMD
root   364   342    0    17:23   ?     00:00:00   nginx`;
  const one = `SERVICE  #   UID   PID  PPID  C   STIME  TTY  TIME      CMD
db       1   999   307  256   1   17:04  ?    00:00:00  redis-server *:6379
web      1   root  323  293   1   17:04  ?    00:00:00  nginx`;
  expect(verdict('docker compose top', several, one)).toBe('tolerated');
  expect(verdict('docker compose top', one, several)).toBe('tolerated');
  expect(verdict('docker compose top', several, one.replace('web ', 'app '))).toBe('mismatch');
});

test('answers of nslookup come in any order', () => {
  const head = 'Server:  127.0.0.11\n\n';
  const [empty, full] = ['Non-authoritative answer:\n', 'Non-authoritative answer:\nName: web\nAddress: 172.18.0.2\n'];
  const command = 'docker run --rm alpine nslookup web';
  expect(verdict(command, `${head}${empty}\n${full}`, `${head}${full}\n${empty}`)).toBe('tolerated');
  expect(verdict(command, `${head}${empty}\n${full}`, `${head}${full.replace('web', 'db')}\n${empty}`)).toBe(
    'mismatch',
  );
});
