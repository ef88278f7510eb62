import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseNetwork } from '../../runner/engine/sandbox/network.ts';

const heading = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n';

/** A line of /proc/net/route for `prefix`/24. */
function route(prefix: string): string {
  const hex = [...prefix.split('.'), '0'].reverse().map((part) => Number(part).toString(16).padStart(2, '0'));
  return `eth0\t${hex.join('').toUpperCase()}\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n`;
}

function interfaces(address: string, bits: number) {
  const netmask = '255.255.255.0';
  return {
    eth0: [{ address, netmask, family: 'IPv4' as const, mac: '', internal: false, cidr: `${address}/${bits}` }],
  };
}

test('a quiet machine gives its sandboxes the usual addresses, and hides its own', () => {
  expect(chooseNetwork(heading, interfaces('192.168.1.7', 24), '')).toEqual({
    cidr: '10.0.2.0/24',
    resolver: '10.0.2.3',
    gateway: '10.0.2.2',
    self: '10.0.2.100',
    beside: '10.0.2.254',
    hostAddresses: ['192.168.1.7', '169.254.0.0/16'],
  });
});

test('an address on lo, and a block that the machine answers to as a whole, are its own', () => {
  const trie = `Main:
  +-- 0.0.0.0/0 3 0 5
     |-- 10.44.0.9
        /32 host LOCAL
     |-- 10.45.0.0
        /24 host LOCAL
     |-- 10.46.0.0
        /24 link UNICAST
     |-- 127.0.0.1
        /32 host LOCAL
     |-- 192.168.1.7
        /32 host LOCAL
     |-- 192.168.1.255
        /32 link BROADCAST
`;
  const { hostAddresses } = chooseNetwork(heading, interfaces('192.168.1.7', 24), trie + trie);
  expect(hostAddresses).toEqual(['192.168.1.7', '10.44.0.9', '10.45.0.0/24', '169.254.0.0/16']);
});

test('a machine that itself lives in those gives others', () => {
  expect(chooseNetwork(heading, interfaces('10.0.2.15', 24)).cidr).not.toBe('10.0.2.0/24');
  expect(chooseNetwork(heading + route('10.0.2'), {}).cidr).not.toBe('10.0.2.0/24');
  expect(chooseNetwork(heading, interfaces('10.9.9.9', 8)).cidr).toBe('192.168.213.0/24');
});

test('the default route stands in nobody’s way', () => {
  const standard = 'eth0\t00000000\t0102A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n';
  expect(chooseNetwork(heading + standard, {}).cidr).toBe('10.0.2.0/24');
});

test('the chosen network is never one that a route leads to', () => {
  const prefixes = fc.array(fc.constantFrom('10.0.2', '10.213.100', '10.213.101', '10.213.150', '192.168.213'));
  fc.assert(
    fc.property(prefixes, (taken) => {
      const { cidr } = chooseNetwork(heading + taken.map(route).join(''), {});
      expect(taken.map((prefix) => `${prefix}.0/24`)).not.toContain(cidr);
    }),
  );
});
