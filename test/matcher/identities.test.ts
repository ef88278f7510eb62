import { describe, expect, test } from 'vitest';
import type { Bindings } from '../../runner/core/match.ts';
import { matchOutput, outliving, substituteBindings } from '../../runner/matcher/index.ts';

/** A step: the chapter's command, and where it shows an output, that and what came out. */
type Step = readonly [command: string, expected?: string, actual?: string];

/** Whether the last step of a chapter holds. */
function lastHolds(...steps: readonly Step[]): boolean {
  let bindings: Bindings = {};
  let holds = true;
  for (const [command, expected, actual = ''] of steps) {
    if (expected === undefined) {
      bindings = outliving(bindings, command);
      continue;
    }
    const match = matchOutput({ command, expected: expected.split('\n'), actual, bindings });
    bindings = match.bindings;
    holds = match.verdict !== 'mismatch';
  }
  return holds;
}

const mine = `5e4f3a2b1c0d${'a1'.repeat(26)}`;
const real = `8f58ed56c6ca${'c3'.repeat(26)}`;
const strange = `90dd11ee22ff${'d4'.repeat(26)}`;
const listed = (id: string) => `CONTAINER ID   IMAGE     NAMES\n${id.slice(0, 12)}   nginx     web`;

describe('an ID is the same thing', () => {
  test.each([
    ['cut with dots where it is shown first', `${mine.slice(0, 10)}...`],
    ['cut with one sign', `${mine.slice(0, 7)}…`],
    ['in full', mine],
  ])('%s', (_, shown) => {
    const started: Step = ['docker run -d --name web nginx', shown, real];
    expect(lastHolds(started, ['docker ps', listed(mine), listed(real)])).toBe(true);
    expect(lastHolds(started, ['docker ps', listed(mine), listed(strange)])).toBe(false);
    expect(lastHolds(started, [`docker stop ${mine.slice(0, 12)}`, mine.slice(0, 12), real.slice(0, 12)])).toBe(true);
  });

  test('in an error, whatever the command would have made', () => {
    const conflict = (id: string) =>
      `docker: Error response from daemon: Conflict. The container name "/web" is already in use by container "${id}".`;
    const started: Step = ['docker run -d --name web nginx', mine, real];
    const again = 'docker run -d --name web nginx';
    expect(lastHolds(started, [again, conflict(mine), conflict(real)])).toBe(true);
    expect(lastHolds(started, [again, conflict(mine), conflict(strange)])).toBe(false);
  });

  test('in the name that a task has as a container', () => {
    const header = 'ID             NAME    IMAGE   NODE   DESIRED STATE   CURRENT STATE   ERROR   PORTS';
    const task = (id: string) => `${header}\n${id}   web.1   nginx   n1     Running         Running`;
    const shown: Step = ['docker service ps web', task('vdz72ubwy4kr'), task('x01mv4sqiobw')];
    const named = (one: string, other: string): Step => [
      "docker ps --format '{{.Names}}'",
      `web.1.${one}`,
      `web.1.${other}`,
    ];
    expect(lastHolds(shown, named('vdz72ubwy4krqsb1josjja83n', 'x01mv4sqiobwuyt2m2f1s4mxk'))).toBe(true);
    expect(lastHolds(shown, named('vdz72ubwy4krqsb1josjja83n', 'p3xw0c7v9zq1uyt2m2f1s4mxk'))).toBe(false);
  });

  test('and so is a digest, of which several may be one', () => {
    const pushed = (name: string, one: string, other: string): Step => [
      `docker push localhost:5000/${name}`,
      `1.0: digest: sha256:${one} size: 735`,
      `1.0: digest: sha256:${other} size: 735`,
    ];
    expect(lastHolds(pushed('a', mine, real), pushed('b', strange, real))).toBe(true);
    expect(lastHolds(pushed('a', mine, real), pushed('a', mine, strange))).toBe(false);
    expect(lastHolds(pushed('a', mine, real), pushed('b', mine, mine))).toBe(true);
    expect(lastHolds(pushed('a', mine, mine), pushed('b', mine, real))).toBe(false);
  });
});

describe('images that the chapter lists as two are not one', () => {
  const header = 'REPOSITORY   TAG   IMAGE ID       CREATED        SIZE';
  const images = (...rows: readonly string[]) => [header, ...rows].join('\n');
  const shop = (tag: string, image: string) => `shop         ${tag}    ${image}   1 hour ago     9MB`;
  const two = images(shop('v1', '5e4f3a2b1c0d'), shop('v2', '8f58ed56c6ca'));

  test('in one list', () => {
    const real = images(shop('v1', '90dd11ee22ff'), shop('v2', '90dd11ee22ff'));
    expect(lastHolds(['docker images', two, real])).toBe(false);
    expect(lastHolds(['docker images', real, two])).toBe(false);
    expect(lastHolds(['docker images', two, images(shop('v1', '90dd11ee22ff'), shop('v2', 'b1946ac92492'))])).toBe(
      true,
    );
  });

  test('but what one step showed may be what another shows', () => {
    const one = (tag: string, id: string): Step => [
      `docker images shop:${tag}`,
      images(shop(tag, id)),
      images(shop(tag, '90dd11ee22ff')),
    ];
    expect(lastHolds(one('v1', '5e4f3a2b1c0d'), one('v2', '8f58ed56c6ca'))).toBe(true);
  });
});

test('a container has one ID, in its document and in the folders of its files', () => {
  const inspect = (id: string, folder: string) =>
    JSON.stringify(
      [{ Id: id, LogPath: `/var/lib/docker/containers/${folder}/${folder}-json.log`, Name: '/web' }],
      null,
      4,
    );
  const step = (id: string, folder: string): Step => ['docker inspect web', inspect(mine, mine), inspect(id, folder)];
  expect(lastHolds(step(real, real))).toBe(true);
  expect(lastHolds(step(real, strange))).toBe(false);
});

test('layers that images share, or no longer share, tie nothing', () => {
  const pulled = (name: string, layer: string): string =>
    `latest: Pulling from ${name}\n${layer}: Pull complete\nStatus: Downloaded newer image for ${name}:latest`;
  const pull = (name: string, one: string, other: string): Step => [
    `docker pull ${name}`,
    pulled(name, one),
    pulled(name, other),
  ];
  expect(lastHolds(pull('a', '9c35e599bc65', '39546be85f11'), pull('b', '9c35e599bc65', 'a2abf6c4d29d'))).toBe(true);
});

test('a port that is published for both kinds of address is one port', () => {
  const row = (ports: string) =>
    `CONTAINER ID   PORTS                                         NAMES\n5e4f3a2b1c0d   ${ports}   web`;
  const shown = row('0.0.0.0:49153->80/tcp, :::49153->80/tcp');
  const listing = (actual: string): Step => ['docker ps', shown, row(actual)];
  expect(lastHolds(listing('0.0.0.0:32768->80/tcp, [::]:32768->80/tcp'))).toBe(true);
  expect(lastHolds(listing('0.0.0.0:32768->80/tcp'))).toBe(true);
  expect(lastHolds(listing('0.0.0.0:32768->80/tcp, [::]:32769->80/tcp'))).toBe(false);
  const port = (six: string): Step => [
    'docker port web',
    '80/tcp -> 0.0.0.0:8080\n80/tcp -> :::8080',
    `80/tcp -> 0.0.0.0:8080\n80/tcp -> [::]:${six}`,
  ];
  expect(lastHolds(port('8080'))).toBe(true);
  expect(lastHolds(port('8081'))).toBe(false);
});

describe('an address that the reader gives is no choice of Docker', () => {
  const address = (one: string, other: string): Step => ['docker exec web hostname -i', one, other];
  const file = (line: string) => `cat > compose.yaml <<'END'\nservices:\n  web:\n    ${line}\nEND`;

  test.each([
    ['docker network create --subnet 10.77.0.0/24 shop', '10.77.0.2', '10.77.0.3', '10.78.0.2'],
    [
      'docker network create --subnet=10.77.0.0/24 --ip-range 10.77.0.128/25 shop',
      '10.77.0.130',
      '10.77.0.129',
      '10.77.0.2',
    ],
    ['docker network connect --ip 10.77.0.9 shop web', '10.77.0.9', '10.77.0.9', '10.77.0.2'],
    ['docker run -d --name web --add-host db:10.0.0.5 nginx', '10.0.0.5', '10.0.0.5', '10.0.0.6'],
    [file('ipv4_address: 10.77.0.9'), '10.77.0.9', '10.77.0.9', '10.77.0.3'],
    [file("subnet: '10.77.0.0/16'"), '10.77.0.9', '10.77.3.9', '10.78.0.9'],
  ])('%s', (given, one, right, wrong) => {
    expect(lastHolds([given], address(one, right))).toBe(true);
    expect(lastHolds([given], address(one, wrong))).toBe(false);
  });

  test('for as long as the network is there', () => {
    const steps: readonly Step[] = [['docker network create --subnet 10.77.0.0/24 shop'], ['docker network rm shop']];
    expect(lastHolds(...steps, address('10.77.0.2', '172.18.0.2'))).toBe(true);
  });

  test('and neither is a port, a name or a hardware address', () => {
    const ports = "docker ps --format '{{.Ports}}'";
    const names = "docker ps --format '{{.Names}}'";
    const run: Step = ['docker run -d -p 50000:80 --name happy_hopper --mac-address 02:42:ac:11:00:99 nginx'];
    expect(lastHolds(run, [ports, '0.0.0.0:50000->80/tcp', '0.0.0.0:50000->80/tcp'])).toBe(true);
    expect(lastHolds(run, [ports, '0.0.0.0:50000->80/tcp', '0.0.0.0:50001->80/tcp'])).toBe(false);
    expect(lastHolds(run, [names, 'happy_hopper', 'sad_elion'])).toBe(false);
    expect(
      lastHolds(run, ['docker exec happy_hopper ip link', 'ether 02:42:ac:11:00:99', 'ether 02:42:ac:11:00:98']),
    ).toBe(false);
    const again: readonly Step[] = [run, ['docker rm -f happy_hopper'], ['docker run -d -P --name web nginx']];
    expect(lastHolds(...again, [ports, '0.0.0.0:50000->80/tcp', '0.0.0.0:32768->80/tcp'])).toBe(true);
  });

  test('nor one that the command names', () => {
    const hosts = 'docker run --add-host db:10.0.0.5 alpine cat /etc/hosts';
    expect(lastHolds([hosts, '10.0.0.5\tdb\n172.17.0.2\tme', '10.0.0.5\tdb\n172.17.0.3\tme'])).toBe(true);
    expect(lastHolds([hosts, '10.0.0.5\tdb', '10.0.0.6\tdb'])).toBe(false);
    expect(lastHolds(['ping 10.77.0.99', 'PING 10.77.0.99', 'PING 10.77.0.98'])).toBe(false);
  });
});

test('an image that is up to date is one that was pulled before, as long as nothing was fetched', () => {
  const said = (...lines: readonly string[]) => ['Using default tag: latest', ...lines].join('\n');
  const layer = '1353e818f926: Pull complete';
  const fetched = 'Status: Downloaded newer image for web:latest';
  const known = 'Status: Image is up to date for web:latest';
  const pull = (expected: string, actual: string) => lastHolds(['docker pull web', expected, actual]);
  expect(pull(said(layer, fetched), said(known))).toBe(true);
  expect(pull(said(known), said(layer, fetched))).toBe(true);
  expect(pull(said(layer, fetched), said(layer, known))).toBe(false);
  expect(pull(said('...', fetched), said(layer, known))).toBe(false);
});

describe('IDs that an author made up', () => {
  const network = (id: string) => `NETWORK ID     NAME   DRIVER   SCOPE\n${id}   back   bridge   local`;
  const volume = (id: string) => `DRIVER    VOLUME NAME\nlocal     ${id}`;
  const shown: Step = ['docker volume ls', volume(mine), volume(real)];

  test('may begin alike where they are of things of two kinds', () => {
    const listed: Step = ['docker network ls', network(mine.slice(0, 12)), network(strange.slice(0, 12))];
    expect(lastHolds(shown, listed)).toBe(true);
    expect(lastHolds(shown, listed, ['docker volume ls -q', mine, real])).toBe(true);
    expect(lastHolds(shown, ['docker volume ls', volume(mine), volume(strange)])).toBe(false);
    expect(
      lastHolds(shown, listed, ['docker network ls', network(mine.slice(0, 12)), network(real.slice(0, 12))]),
    ).toBe(false);
  });

  test('are typed as those of what the command is about', () => {
    const ls = matchOutput({
      command: shown[0],
      expected: volume(mine).split('\n'),
      actual: volume(real),
      bindings: {},
    });
    const listed = matchOutput({
      command: 'docker network ls',
      expected: network(mine.slice(0, 12)).split('\n'),
      actual: network(strange.slice(0, 12)),
      bindings: ls.bindings,
    });
    const typed = (command: string) => substituteBindings(command, listed.bindings).text;
    expect(typed(`docker network rm ${mine.slice(0, 4)}`)).toBe(`docker network rm ${strange.slice(0, 4)}`);
    expect(typed(`docker volume rm ${mine}`)).toBe(`docker volume rm ${real}`);
  });
});

test('a row that is wrong elsewhere still says which ID is which', () => {
  const row = (id: string, status: string) => `CONTAINER ID   STATUS         NAMES\n${id}   ${status}   web`;
  const { verdict, bindings } = matchOutput({
    command: 'docker ps -a',
    expected: row(mine.slice(0, 12), 'Up 2 seconds').split('\n'),
    actual: row(real.slice(0, 12), 'Exited (1) 1 second ago'),
    bindings: {},
  });
  expect(verdict).toBe('mismatch');
  expect(substituteBindings(`docker logs ${mine.slice(0, 4)}`, bindings).text).toBe(`docker logs ${real.slice(0, 4)}`);
});

describe('what the engine makes by itself has another ID on another machine of the author’s', () => {
  const row = (name: string, id: string) =>
    `NETWORK ID     NAME      DRIVER    SCOPE\n${id.slice(0, 12)}   ${name}   bridge    local`;
  const twice = (name: string, first: string, second: string, ...actual: readonly string[]) =>
    lastHolds(
      ['docker network ls', row(name, first), row(name, actual[0] ?? '')],
      ['docker network ls', row(name, second), row(name, actual[1] ?? '')],
    );

  test.each(['bridge', 'docker_gwbridge', 'host'])('%s', (name) => {
    expect(twice(name, mine, strange, real, real)).toBe(true);
    expect(twice(name, mine, mine, real, real)).toBe(true);
    expect(twice(name, mine, mine, real, strange)).toBe(false);
  });

  test('a network of the chapter is one', () => {
    expect(twice('tea', mine, strange, real, real)).toBe(false);
    expect(twice('bridge2', mine, strange, real, real)).toBe(false);
  });
});

test.each(['3ea3e1', 'faaed6a2d63af24896', 'faaed6a2d63af248961aab59713e515c76aea447'])(
  'an ID of which the author has kept a part is one where the command prints nothing else: %s',
  (part) => {
    const id = '48cf8100572c65b04554416a3edde837b21d47038cd29304328690ca8680d48a';
    const compare = (command: string, actual = id) =>
      matchOutput({ command, expected: [part], actual, bindings: {} }).verdict !== 'mismatch';
    expect(compare('docker run -d nginx')).toBe(true);
    expect(compare('docker container create nginx')).toBe(true);
    // The twins: what another program prints, and an output that is no ID.
    expect(compare('docker run nginx')).toBe(false);
    expect(compare('git rev-parse HEAD')).toBe(false);
    expect(compare('docker run -d nginx', 'docker: no space left on device')).toBe(false);
  },
);

test('the two digits that begin an ID which was shown stand for it, where they name a thing', () => {
  const { bindings } = matchOutput({
    command: 'docker run -d nginx',
    expected: ['06f3a2b1c0d95e4f3a2b1c0d95e4f3a2b1c0d95e4f3a2b1c0d95e4f3a2b1c0d9'],
    actual: 'b98a7f65c4d3e2f1b98a7f65c4d3e2f1b98a7f65c4d3e2f1b98a7f65c4d3e2f1',
    bindings: {},
  });
  const typed = (command: string) => substituteBindings(command, bindings).text;
  expect(typed('docker stats --no-stream 06')).toBe('docker stats --no-stream b98a7f65c4d3');
  expect(typed('docker container rm -f 06')).toBe('docker container rm -f b98a7f65c4d3');
  expect(typed('docker logs 06 | tail -n 06')).toContain('docker logs b98a7f65c4d3');
  expect(typed('sleep 06')).toBe('sleep 06');
  expect(typed('docker stats --no-stream 07')).toBe('docker stats --no-stream 07');
});
