import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

function holds(command: string, expected: readonly string[], actual: readonly string[]): boolean {
  return matchOutput({ command, expected, actual: actual.join('\n'), bindings: {} }).verdict !== 'mismatch';
}

test('rows whose heading the author left out are rows of the table', () => {
  const volumes = ['DRIVER    VOLUME NAME', 'local     salt', 'local     tea'];
  expect(holds('docker volume ls', ['local               salt', 'local               tea'], volumes)).toBe(true);
  expect(holds('docker volume ls', ['local               tea'], volumes)).toBe(true);
  expect(holds('docker volume ls', ['local               rice'], volumes)).toBe(false);
  const networks = ['NETWORK ID     NAME      DRIVER    SCOPE', '2570640b6a63   bridge    bridge    local'];
  expect(
    holds('docker network ls', ['0aa786b7de5f        bridge              bridge              local'], networks),
  ).toBe(true);
  expect(
    holds('docker network ls', ['0aa786b7de5f        bridge              overlay             local'], networks),
  ).toBe(false);
  const images = [
    'REPOSITORY   TAG       IMAGE ID       CREATED       SIZE',
    'tea          v1        bfc11c5e3883   3 hours ago   76.7MB',
  ];
  expect(holds('docker images', ['tea       v1      27941809078c   2 weeks ago   77.8MB'], images)).toBe(true);
  expect(holds('docker images', ['tea       v2      27941809078c   2 weeks ago   77.8MB'], images)).toBe(false);
});

test('the log of a pull may be copied up to its digest, cut or whole', () => {
  const log = [
    'Using default tag: latest',
    'latest: Pulling from library/nginx',
    'c0085c1ce016: Pull complete',
    'Digest: sha256:6c3ea3e1d88888c051bc9655dc81144996d59c0536555ee3aac8be9a686500b1',
    'Status: Downloaded newer image for nginx:latest',
    'docker.io/library/nginx:latest',
  ];
  const head = ['Using default tag: latest', 'latest: Pulling from library/nginx', 'bc95e04b23c0: Pull complete'];
  for (const digest of ['004ac1d5e791e705f12a1', '5d32f60db294b5deb55d078cd4feb410ad88e6fe75d32f60db294b5deb55d078'])
    for (const rest of [[], ['...']])
      expect(holds('docker pull nginx', [...head, ...rest, `Digest: sha256:${digest}`], log)).toBe(true);
  expect(holds('docker pull nginx', [...head, 'Digest: none'], log)).toBe(false);
  expect(holds('docker pull nginx', [...head, 'Digest: sha256:004ac1d5e791e705f12a1'], log.slice(0, 3))).toBe(false);
});

test('what a container writes to its error stream passes by a pipe, however much it is; one that was joined to it does not', () => {
  const [line, errors] = ['Brewing tea: green', 'Error: no water\nError: no water'];
  const beside = [line, ...errors.split('\n')];
  expect(holds('docker logs pot | head -n 1', [line], [errors, line])).toBe(true);
  expect(holds('docker container logs pot | grep Brewing', [line], beside)).toBe(true);
  expect(holds('docker container logs pot | head -1', [line], ['Brewing tea: black'])).toBe(false);
  for (const joined of ['docker logs pot 2>&1 | head -n 1', 'docker logs pot |& head -n 1', 'docker logs pot'])
    expect(holds(joined, [line], beside)).toBe(false);
});

test('lines that only another Docker or another terminal shows may be missing', () => {
  const pulled = ['latest: Pulling from library/nginx', 'Status: Downloaded newer image for nginx:latest'];
  expect(holds('docker pull nginx', ['Trying to pull repository docker.io/library/nginx ...', ...pulled], pulled)).toBe(
    true,
  );
  const log = 'INFO[2019-04-10T09:26:23.338596029Z] shim containerd-shim started   address="/x" debug=false';
  expect(holds('docker run --rm busybox echo tea', [log, 'tea'], ['tea'])).toBe(true);
  expect(holds('docker run --rm pot', ['INFO[2019-04-10T09:26:23.338596029Z] the kettle is on', 'tea'], ['tea'])).toBe(
    false,
  );
});

test('where a program lies is told by each machine in its own way; which one it is, by all in the same', () => {
  expect(holds('which docker', ['/usr/local/bin/docker'], ['/usr/bin/docker'])).toBe(true);
  expect(holds('which -a node', ['/opt/homebrew/bin/node'], ['/usr/bin/node'])).toBe(true);
  expect(holds('which docker', ['/usr/local/bin/docker'], ['/usr/bin/podman'])).toBe(false);
  expect(holds('docker exec web which node', ['/usr/local/bin/node'], ['/usr/bin/node'])).toBe(false);
  expect(holds('cat place.txt', ['/usr/local/bin/docker'], ['/usr/bin/docker'])).toBe(false);
});
