import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';

/** The network of a sandbox, as slirp4netns makes it. IPv4 only. */
export interface SandboxNetwork {
  /** `10.0.2.0/24` */
  readonly cidr: string;
  /** Where names are resolved, by the host's own resolver. */
  readonly resolver: string;
  readonly gateway: string;
  /** The sandbox's own address, and one that nobody has but the gate before it (see supervisor.ts). */
  readonly self: string;
  readonly beside: string;
  /** What belongs to the host alone: its own addresses, and where clouds keep a machine's credentials. */
  readonly hostAddresses: readonly string[];
}

interface Block {
  readonly base: number;
  readonly bits: number;
}

/**
 * Chooses addresses that no network of this machine uses. Every sandbox may have the same ones: each has a network
 * stack of its own, and none leads to another.
 *
 * @param routes text of /proc/net/route
 * @param trie text of /proc/net/fib_trie
 */
export function chooseNetwork(
  routes: string = readFileSync('/proc/net/route', 'utf8'),
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
  trie: string = readFileSync('/proc/net/fib_trie', 'utf8'),
): SandboxNetwork {
  const own = Object.values(interfaces).flatMap((list) => list ?? []);
  const addresses = own.filter(({ family, internal }) => family === 'IPv4' && !internal);
  const taken = [
    ...addresses.map(({ cidr }) => parseBlock(cidr ?? '0.0.0.0/32')),
    ...routes.split('\n').slice(1).flatMap(parseRoute),
  ];
  const free = candidates().find((prefix) => !taken.some((block) => overlap(block, parseBlock(`${prefix}.0/24`))));
  const prefix = free ?? '10.0.2';
  return {
    cidr: `${prefix}.0/24`,
    resolver: `${prefix}.3`,
    gateway: `${prefix}.2`,
    self: `${prefix}.100`,
    beside: `${prefix}.254`,
    hostAddresses: [...new Set([...addresses.map(({ address }) => address), ...localAddresses(trie)]), linkLocal],
  };
}

const linkLocal = '169.254.0.0/16';

/** Whatever this machine answers to, on `lo` too. What stands for 127.0.0.0/8 leaves no machine anyway. */
function localAddresses(trie: string): readonly string[] {
  const found = [...trie.matchAll(/\|-- (\d+\.\d+\.\d+\.\d+)\n\s+\/(\d+) host LOCAL/g)];
  return found
    .filter(([, address]) => !address?.startsWith('127.'))
    .map(([, address, bits]) => (bits === '32' ? String(address) : `${address}/${bits}`));
}

/** slirp's own default first, then what home and company networks rarely use. */
function candidates(): readonly string[] {
  return ['10.0.2', ...Array.from({ length: 100 }, (_, index) => `10.213.${index + 100}`), '192.168.213', '172.31.213'];
}

function parseBlock(cidr: string): Block {
  const [address = '', bits = '32'] = cidr.split('/');
  return { base: address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0), bits: Number(bits) };
}

/** A line of /proc/net/route: interface, destination, gateway, …, mask; numbers in hexadecimal, low byte first. */
function parseRoute(line: string): readonly Block[] {
  const fields = line.split(/\s+/);
  const [destination, mask] = [fields[1], fields[7]].map((hex) => Number.parseInt(swapBytes(hex ?? ''), 16));
  if (destination === undefined || mask === undefined || Number.isNaN(destination) || mask === 0) return [];
  return [{ base: destination, bits: mask.toString(2).replaceAll('0', '').length }];
}

function swapBytes(hex: string): string {
  return (hex.match(/../g) ?? []).reverse().join('');
}

function overlap(a: Block, b: Block): boolean {
  const size = 2 ** (32 - Math.min(a.bits, b.bits));
  return Math.floor(a.base / size) === Math.floor(b.base / size);
}
