import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const former = (...rows: readonly string[]) =>
  ['REPOSITORY   TAG       IMAGE ID       CREATED          SIZE', ...rows].join('\n');
/** As Docker 29 prints it on a terminal. */
const latter = (...rows: readonly string[]) =>
  [
    `${' '.repeat(60)}i Info →   U  In Use`,
    'IMAGE          ID             DISK USAGE   CONTENT SIZE   EXTRA',
    ...rows,
  ].join('\n');

const shop = 'shop         1.0       5e4f3a2b1c0d   10 seconds ago   120MB';
const nginx = 'nginx        alpine    7c9ed56c6ca1   3 weeks ago      48.3MB';
const bare = '<none>       <none>    1f0e9d8c7b6a   3 weeks ago      48.3MB';
const shop29 = 'shop:1.0       b52c8f0e11aa        187MB         62.1MB    U';
const nginx29 = 'nginx:alpine   0d1e2f3a4b5c       73.9MB         21.3MB';

function matched(command: string, expected: string, actual: string) {
  return matchOutput({ command, expected: expected.split('\n'), actual, bindings: {} });
}

test.each<readonly [what: string, expected: string, actual: string, command: string]>([
  ['a chapter of before on Docker 29', former(shop, nginx), latter(nginx29, shop29), 'docker images'],
  ['a chapter of Docker 29 on one before', latter(nginx29, shop29), former(shop, nginx), 'docker images'],
  ['a chapter of Docker 29', latter(nginx29, shop29), latter(nginx29.replace('73.9', '74.0'), shop29), 'docker images'],
  ['without the legend', latter(shop29).split('\n').slice(1).join('\n'), latter(shop29), 'docker images'],
  ['an image without a name is not listed', former(bare, shop), latter(shop29), 'docker images'],
  [
    'an image without a name',
    former(bare),
    latter('<untagged>     0d1e2f3a4b5c       73.9MB         21.3MB'),
    'docker images',
  ],
])('the two tables of images are one: %s', (_what, expected, actual, command) => {
  expect(matched(command, expected, actual).verdict).toBe('tolerated');
});

test.each<readonly [what: string, expected: string, actual: string, command: string]>([
  ['another tag', former(shop), latter(shop29.replace('1.0', '2.0')), 'docker images'],
  ['another name', former(shop), latter(nginx29), 'docker images'],
  ['another tag in a chapter of Docker 29', latter(shop29), former(shop.replace('1.0', '1.1')), 'docker images'],
  ['an image without a name that was asked for', former(bare, shop), latter(shop29), 'docker images -a'],
  ['one too many', former(shop), latter(shop29, nginx29), 'docker images shop'],
])('what differs in them differs: %s', (_what, expected, actual, command) => {
  expect(matched(command, expected, actual).verdict).toBe('mismatch');
});

test('the ID of an image is tied across the two tables', () => {
  expect(matched('docker images', former(shop), latter(shop29)).bindings).toMatchObject({
    'id:5e4f3a2b1c0d': 'b52c8f0e11aa',
  });
});

test('a row of one table is corrected and added in the form of the other', () => {
  const { resolved } = matched('docker images shop nginx', latter(shop29), former(shop.replace('1.0', '1.1'), nginx));
  expect(resolved.map(({ text }) => text).slice(2)).toEqual([
    'shop:1.1       b52c8f0e11aa        187MB         62.1MB    U',
    'nginx:alpine   7c9ed56c6ca1   48.3MB       ...',
  ]);
});

const recorded = (generation: number, command: string) => {
  const path = new URL(`../recordings/outputs/${generation}/images-1-120.json`, import.meta.url);
  const found = (JSON.parse(readFileSync(path, 'utf8')) as { command: string; output: string }[]).find(
    (each) => each.command === command,
  );
  return found?.output ?? '';
};

test.each([20, 26, 28])('as Docker %i and 29 really print them, in both directions', (generation) => {
  for (const command of ['docker images', 'docker image ls', 'docker image ls nginx', 'docker history nginx:alpine']) {
    const [before, since] = [recorded(generation, command), recorded(29, command)];
    expect(since.length).toBeGreaterThan(100);
    expect([command, matched(command, before, since).verdict]).toEqual([command, 'tolerated']);
    expect([command, matched(command, since, before).verdict]).toEqual([command, 'tolerated']);
  }
});

test('a value of a container’s network may stand beside its networks no more, but not be missing in them', () => {
  const inspected = (beside: string, inside: string) =>
    `[\n  {\n    "NetworkSettings": {${beside}\n      "Networks": {\n        "bridge": {${inside}\n          "Gateway": "172.17.0.1"\n        }\n      }\n    }\n  }\n]`;
  const address = '\n        "IPAddress": "172.17.0.2",';
  const former = inspected(address, address);
  expect(matched('docker inspect web', former, inspected('', address)).verdict).toBe('tolerated');
  expect(matched('docker inspect web', former, inspected('', '')).verdict).toBe('mismatch');
});

test.each(['sha256:02bb6f42...44c9b11', 'sha256:02bb6f42…b11', '02bb6f42c0...44c9b11'])(
  'a digest of which the middle is left out (%s) is one',
  (digest) => {
    const head = 'REPOSITORY   TAG       DIGEST                        IMAGE ID       CREATED      SIZE';
    const shown = (name: string, of: string) =>
      `${head}\n${name}       latest    ${of}     44dd6f223004   9 days ago   7.73MB`;
    const real = shown('cups', `sha256:${'2ec67cf3'.repeat(8)}`);
    expect(matched('docker images --digests', shown('cups', digest), real).verdict).toBe('tolerated');
    expect(matched('docker images --digests', shown('pots', digest), real).verdict).toBe('mismatch');
    expect(matched('docker images --digests', shown('cups', 'version...two'), real).verdict).toBe('mismatch');
  },
);
