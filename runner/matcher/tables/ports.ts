import { assignRows } from '../forms/assign-rows.ts';
import { compareLines, type LineMatch } from '../line/line.ts';
import type { Env } from '../units.ts';

/** Compares two `PORTS` cells: what is published where, in any order, the IPv6 twin of an address left out. */
export function samePorts(expected: string, actual: string, env: Env): LineMatch | null {
  // Nothing is published, so nothing was chosen.
  if (expected === actual && !expected.includes('->')) return { uses: [], claims: [] };
  const cut = cutEnd.test(expected);
  const [left, right] = [portsIn(expected), portsIn(actual)];
  const [mine, real] = [left, right].map((all) => all.flatMap((line) => withoutTwin(line, all) ?? []));
  if (mine === undefined || real === undefined) return null;
  if (cut ? mine.length > real.length : mine.length !== real.length) return null;
  // Engines that choose another port for IPv6 are rare: where the chapter has one port, so has reality.
  const isEven = (line: string) => twinsOf(line, left).length > 0 && !hasOwnPort(line, left);
  if (left.some(isEven) && right.some((line) => hasOwnPort(line, right))) return null;
  const rules = {
    compare: (one: string, other: string) => compareLines(one, other, env.facts),
    kindOf: () => null,
    alone: () => null,
  };
  const assigned = assignRows({ expected: mine.map((row) => ({ row, line: 1 })), actual: real }, rules, env);
  if (assigned.includes(null)) return null;
  const claims = assigned.flatMap((each) => each?.match.claims.filter(({ type }) => type === 'port') ?? []);
  const name = claims.length > 0 ? 'port' : 'ipv6-port';
  return { uses: expected === actual ? [] : [{ name, expected, actual }], claims };
}

const cutEnd = /(?:…|\.{3})$/;

/** The ports of a cell as `docker port` writes them; a port that is not published stands alone. */
function portsIn(cell: string): readonly string[] {
  const parts = cell
    .replace(cutEnd, '')
    .split(/,\s*/)
    .map((part) => part.trim());
  if (cutEnd.test(cell)) parts.pop();
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const [, address = '*', host, port] = /^(?:(.*):)?([\d-]+)->(.*)$/.exec(part) ?? [];
      // `*` is how an author or an old engine writes all addresses.
      return port === undefined ? part : `${port} -> ${address === '*' ? '0.0.0.0' : address}:${host}`;
    });
}

/** A port as `docker port` writes it: `80/tcp -> 0.0.0.0:8080`, or `0.0.0.0:8080` where that is asked for alone. */
const published = /^(.*? -> |)(.*):(\d[\d-]*)$/;

/** A published port without the blanks and names that differ by engine; null for the IPv6 twin of another one. */
export function withoutTwin(line: string, all: readonly string[]): string | null {
  const [, port = '', address = '', host = ''] = published.exec(line) ?? [];
  if (!address.includes(':')) return line;
  return twinsOf(line, all).length > 0 ? null : `${port}${address === '::' ? '[::]' : address}:${host}`;
}

/**
 * The host ports under which the same port is published for IPv4 too: `:::8080` stands beside it up to Docker 25,
 * `[::]:8080` later. What Docker chooses it may choose for each kind of address by itself.
 */
function twinsOf(line: string, all: readonly string[]): readonly string[] {
  const [, port, address = '', host = ''] = published.exec(line) ?? [];
  if (!address.includes(':')) return [];
  return all.flatMap((other) => {
    const [, own, four = ':', its = ''] = published.exec(other) ?? [];
    return own === port && !four.includes(':') && (its === host || (isChosen(its) && isChosen(host))) ? [its] : [];
  });
}

/** Whether an IPv6 address has another host port than every IPv4 address of the same port. */
function hasOwnPort(line: string, all: readonly string[]): boolean {
  const twins = twinsOf(line, all);
  return twins.length > 0 && !twins.some((host) => line.endsWith(`:${host}`));
}

/** Docker chose it. */
function isChosen(port: string): boolean {
  return Number(port) >= 32768;
}
