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
