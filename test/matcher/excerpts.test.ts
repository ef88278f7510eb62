import { describe, expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

function holds(command: string, expected: string, actual: string): boolean {
  const input = { command, expected: expected.split('\n'), actual, bindings: {} };
  return matchOutput(input).verdict !== 'mismatch';
}

const inspect = 'docker inspect shop';

/** What docker inspect prints, in short; the order of the keys and most of them are those of Docker 28. */
const container = JSON.stringify(
  [
    {
      Id: 'b1946ac92492d2347c6235b4d2611184aa9d1c4b0f4c1f7ad41b0c6a2e8d77f0',
      Created: '2026-03-04T05:06:07.123456789Z',
      Args: ['-g', 'daemon off;'],
      State: { Status: 'running', Running: true, Pid: 4711, ExitCode: 0 },
      Name: '/shop',
      HostConfig: { NetworkMode: 'bridge', PortBindings: {}, RestartPolicy: { Name: 'no' } },
      Config: { Cmd: ['nginx', '-g'], Volumes: null },
      NetworkSettings: { Networks: { bridge: { Gateway: '172.17.0.1', IPAddress: '172.17.0.2' } } },
    },
  ],
  null,
  4,
);

const id = '"Id": "6f1ed002ab5595859014ebf0951522d9d3a4c1f2e5b60718293a4b5c6d7e8f90",';

test.each<readonly [what: string, excerpt: string]>([
  ['an object that is not closed', `[\n    {\n        ${id}\n...\n        "State": {\n...\n    }\n]`],
  [
    'lines out of objects that are never opened',
    `[\n    {\n        ${id}\n...\n            "Running": true,\n...\n                    "IPAddress": "172.17.0.2"\n...\n]`,
  ],
  ['a list that is not closed', `[\n    {\n        ${id}\n        (생략)\n            "Cmd": [\n...\n    }\n]`],
  [
    'a piece of the middle',
    `...\n            "daemon off;"\n        ],\n        "State": {\n            "Status": "running"\n...`,
  ],
  ['other indents', `[\n  {\n    ${id}\n    ...\n    "Config": {\n      "Cmd": [\n        "nginx"\n  ...\n]`],
  ['what an older Docker writes for nothing', `[\n    {\n        ${id}\n...\n            "Volumes": {}\n...\n]`],
  ['another process', `[\n    {\n...\n            "Pid": 812,\n            "ExitCode": 0\n...\n]`],
])('brackets may be left out of a document: %s', (_what, excerpt) => {
  expect(holds(inspect, excerpt, container)).toBe(true);
});

test.each<readonly [what: string, excerpt: string]>([
  ['another value', `[\n    {\n        ${id}\n...\n        "State": {\n            "Status": "paused",\n...\n    }\n]`],
  ['another type', `[\n    {\n        ${id}\n...\n            "Running": "true",\n...\n]`],
  ['another bracket', `[\n    {\n        ${id}\n...\n        "State": [\n...\n    }\n]`],
  ['a key that is missing', `[\n    {\n        ${id}\n...\n        "State": {\n            "Health": {\n...\n    }\n]`],
  ['another order', `[\n    {\n...\n        "Name": "/shop",\n...\n            "Status": "running",\n...\n]`],
  ['a line that stands less deep', `[\n    {\n        ${id}\n...\n        "IPAddress": "172.17.0.2"\n...\n]\n]`],
])('what is left of a document without some of its brackets counts: %s', (_what, excerpt) => {
  expect(holds(inspect, excerpt, container)).toBe(false);
});

const digest = (from: string) => `sha256:${from.repeat(64)}`;
const removed = (image: string, ...layers: readonly string[]) => [
  `Untagged: ${image}`,
  `Untagged: ${image.split(':')[0]}@${digest(layers[0] ?? '0')}`,
  ...layers.map((layer) => `Deleted: ${digest(layer)}`),
];
const both = [...removed('shop:2', 'a', 'b', 'c'), ...removed('cart:1', 'd', 'e')].join('\n');
const [tag, content, top] = removed('shop:2', '1');

test('rows that are left out of one list may go on into the next', () => {
  const rmi = 'docker rmi shop:2 cart:1';
  const last = `Deleted: ${digest('e')}`;
  expect(holds(rmi, [tag, content, top, '...', last].join('\n'), both)).toBe(true);
  expect(holds(rmi, [tag, content, top, '...', `Deleted: ${digest('2')}`, '...', last].join('\n'), both)).toBe(true);
  expect(holds(rmi, [tag, content, top, '...', 'Untagged: cart:1', '...', last].join('\n'), both)).toBe(true);
  expect(holds(rmi, [tag, content, top, '...', last, 'Untagged: till:1'].join('\n'), both)).toBe(false);
  expect(holds(rmi, ['Untagged: till:1', content, top, '...', last].join('\n'), both)).toBe(false);
  expect(holds(rmi, [tag, content, top, last].join('\n'), both)).toBe(false);
});

test('a long document of which much is left out is compared soon', () => {
  const entries = Array.from({ length: 3000 }, (_, index) => ({ Name: `n${index % 7}`, Driver: 'local', Scope: [] }));
  const excerpt = Array.from({ length: 300 }, (_, index) => `        "Name": "n${index % 7}",\n...`);
  const shown = `[\n    {\n${excerpt.join('\n')}\n        "Driver": "nfs"\n...\n]`;
  const before = process.cpuUsage();
  expect(holds('curl localhost:8080/volumes', shown, JSON.stringify(entries, null, 4))).toBe(false);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(5000);
});

test('of an excerpt without some brackets only the line that differs is shown and written anew', () => {
  const shown = (status: string) =>
    `[\n    {\n        ${id}\n...\n        "State": {\n            "Status": "${status}",\n...\n    }\n]`.split('\n');
  const match = matchOutput({ command: inspect, expected: shown('paused'), actual: container, bindings: {} });
  expect(match.diff.filter(({ op }) => op !== 'same')).toMatchObject([
    { op: 'changed', expectedLine: 6, expected: expect.stringContaining('paused') },
  ]);
  expect(match.resolved.map(({ text }) => text)).toEqual(shown('running'));
});

describe('a value of which the author wrote only a part is one within a line too', () => {
  const digest = `sha256:${'521af361879015ae'.repeat(4)}`;
  const token = `SWMTKN-1-${'368ipu57ruzcwl4h'.repeat(3)}-agwy6jmgfsrzaa9bwp2vhpve0`;
  const join = (value: string) => `    docker swarm join --token ${value} 10.0.2.100:2377`;

  const cases: readonly (readonly [command: string, expected: string, actual: string, holds?: false])[] = [
    ['docker push web', 'v1: digest: sha256:3e7fe090... size: 1571', `v1: digest: ${digest} size: 735`],
    ['docker push web', 'v1: digest: sha256:3e7fe0901642...a08d size: 1571', `v1: digest: ${digest} size: 735`],
    ['docker push web', 'v1: digest: sha256:3e7fe0901642...a08d size: 1571', `v2: digest: ${digest} size: 735`, false],
    ['docker pull web', 'Digest: sha256:<snip>', `Digest: ${digest}`],
    ['docker pull web', 'Digest: sha256:<snip>', 'Digest: none', false],
    ['docker swarm init', join('SWMTKN-1-...'), join(token)],
    ['docker swarm init', join('SWMTKN-1-36...hpve0'), join(token)],
    ['docker swarm init', join('SWMTKN-1-...'), join('none'), false],
    [
      'docker swarm init',
      'current node (<snip>) is now a manager.',
      'current node (yxew0epnfg1nxd5l66u4dj8dt) is now a manager.',
    ],
    [
      'docker swarm init',
      'current node (<snip>) is now a manager.',
      'current node (yxew0epnfg1nxd5l66u4dj8dt) is now a worker.',
      false,
    ],
    ['docker service create web', 'i7pbste6l5...', 'yxew0epnfg1nxd5l66u4dj8dt'],
    ['docker run -d web', '5e4f...', '521af361879015aeb22fe24bd19c65346e9041800bf8029fae4164a4fbfa1cff'],
    [
      'docker rmi -f shop',
      'Untagged: shop@sha256:<snip>\nDeleted: ...',
      `Untagged: shop@${digest}\nDeleted: ${digest}`,
    ],
    ['docker rmi -f shop', 'Untagged: shop@sha256:<snip>\nDeleted: ...', `Untagged: shop@${digest}`, false],
    [
      "docker inspect -f '{{json .Config.Labels}} {{.Config.Env}}' web",
      '{"a":"b"} [PATH=... PORT=4000]',
      '{"a":"b"} [PATH=/bin:/sbin PORT=4000]',
    ],
    [
      "docker inspect -f '{{json .Config.Labels}} {{.Config.Env}}' web",
      '{"a":"b"} [PATH=... PORT=4000]',
      '{"a":"b"} [PATH=/bin:/sbin PORT=4001]',
      false,
    ],
    [
      'docker run -d httpd',
      `latest: Pulling from library/httpd\n...\nStatus: Downloaded newer image for httpd:latest`,
      `latest: Pulling from library/httpd\n5e4f3a2b1c0d: Pull complete\nStatus: Downloaded newer image for httpd:latest`,
    ],
    [
      'docker run -d httpd',
      `latest: Pulling from library/httpd\n...\nStatus: Downloaded newer image for httpd:latest`,
      `latest: Pulling from library/httpd\n5e4f3a2b1c0d: Pull complete\nStatus: Downloaded newer image for nginx:latest`,
      false,
    ],
    [
      'docker run -d httpd',
      `Unable to find image\n...\nStatus: Downloaded newer image for httpd:latest`,
      `Unable to find image\nlatest: Pulling from library/httpd\nStatus: Downloaded newer image for httpd:2.4`,
      false,
    ],
    [
      'docker pull httpd',
      `latest: Pulling from library/httpd\n...`,
      `latest: Pulling from library/httpd\nerror pulling image configuration: i/o timeout`,
      false,
    ],
    ['ls', 'postgres14...', 'postgres14-data'],
    ['ls', 'postgres14...', 'postgres15-data', false],
  ];
  test.each(cases.map(([command, expected, actual, passes = true]) => ({ command, expected, actual, passes })))(
    '$command: $expected | $actual',
    ({ command, expected, actual, passes }) => {
      expect(holds(command, expected, actual)).toBe(passes);
    },
  );
});

describe('what always comes before or after may be left out without a mark', () => {
  const listed = (time: string) => `-rw-r--r-- 1 root root 12 ${time} notes.txt`;
  const asked = 'WARNING! This will remove all stopped containers.\nAre you sure you want to continue? [y/N]';
  const removed = '5e4f3a2b1c0d5e4f3a2b1c0d5e4f3a2b1c0d5e4f3a2b1c0d5e4f3a2b1c0d5e4f';

  const cases: readonly (readonly [command: string, expected: string, actual: string, holds?: false])[] = [
    ['ls -l box', listed('Jan  1 10:00'), `total 4\n${listed('Mar  4 05:06')}`],
    ['ls -l box', `total 4\n${listed('Jan  1 10:00')}`, listed('Mar  4 05:06'), false],
    ['cat box', listed('Jan  1 10:00'), `total 4\n${listed('Jan  1 10:00')}`, false],
    [
      'docker container prune',
      `${asked} y`,
      `${asked} y\nDeleted Containers:\n${removed}\n\nTotal reclaimed space: 0B`,
    ],
    ['docker container prune', `${asked} n`, `${asked} n\nTotal reclaimed space: 0B`, false],
    ['docker container prune', `${asked} y`, `${asked} y\nError response from daemon: a prune is running`, false],
    [
      'docker network prune',
      `${asked} y`,
      'WARNING! Nothing.\nAre you sure? [y/N] y\nTotal reclaimed space: 0B',
      false,
    ],
  ];
  test.each(cases.map(([command, expected, actual, passes = true]) => ({ command, expected, actual, passes })))(
    '$command: $expected | $actual',
    ({ command, expected, actual, passes }) => {
      expect(holds(command, expected, actual)).toBe(passes);
    },
  );
});

const built = [
  '[+] Building 0.3s (5/5) FINISHED                                     docker:default',
  ' => [internal] load build definition from Dockerfile                         0.0s',
  ' => WARN: SecretsUsedInArgOrEnv: Do not use ARG (ARG "KEY") (line 2)         0.0s',
  ' => [1/2] FROM docker.io/library/busybox:latest                              0.0s',
  ' => [2/2] RUN true                                                           0.2s',
  ' => exporting to image                                                       0.0s',
  ' => => naming to docker.io/library/tea:1                                     0.0s',
].join('\n');
const warned =
  ' 1 warning found (use docker --debug to expand):\n - SecretsUsedInArgOrEnv: Do not use ARG (ARG "KEY") (line 2)';

test('the warnings of a build may be shown without its log, and the log without them', () => {
  const build = 'docker build -t tea:1 .';
  const whole = `${built}\n\n${warned}`;
  const excerpt = (expected: string) =>
    matchOutput({ command: build, expected: expected.split('\n'), actual: whole, bindings: {}, partial: true })
      .verdict !== 'mismatch';
  expect(excerpt(warned)).toBe(true);
  expect(excerpt(warned.replace(/^ /gm, ''))).toBe(true);
  expect(excerpt(warned.replace('Do not use ARG', 'Do use ARG'))).toBe(false);
  expect(holds(build, whole, whole)).toBe(true);
  expect(holds(build, built, whole)).toBe(true);
  expect(holds(build, whole, built)).toBe(true);
  expect(holds(build, warned.replace('Do not use ARG', 'Do use ARG'), whole)).toBe(false);
  expect(holds(build, warned.replace('Secrets', 'Json'), whole)).toBe(false);
  expect(holds('docker image ls', warned, 'REPOSITORY   TAG   IMAGE ID   CREATED   SIZE')).toBe(false);
});
