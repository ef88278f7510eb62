import type { Claim } from '../bindings/bindings.ts';
import type { LineMatch, Use } from '../line/line.ts';
import { port as portTolerance } from '../tolerances/port.ts';
import type { Env } from '../units.ts';

interface Mapping {
  readonly address: string;
  /** Empty where the port is not published. */
  readonly host: string;
  readonly container: string;
}

/** Compares two `PORTS` cells: what is published where, in any order, the IPv6 twin of an address left out. */
export function samePorts(expected: string, actual: string, env: Env): LineMatch | null {
  // Nothing is published, so nothing was chosen.
  if (expected === actual && !expected.includes('->')) return { uses: [], claims: [] };
  const [left, right] = [readPorts(expected), readPorts(actual)];
  if (left.cut ? left.mappings.length > right.mappings.length : left.mappings.length !== right.mappings.length)
    return null;
  // Engines that choose another port for IPv6 are rare: where the chapter has one port, so has reality.
  if (left.twins.some(isEqualTwin) && right.twins.some((twins) => !isEqualTwin(twins))) return null;
  const claims: Omit<Claim, 'line'>[] = [];
  const rest = [...right.mappings];
  for (const mapping of left.mappings) {
    const index = rest.findIndex((other) => agrees(mapping, other, env));
    const [other] = index < 0 ? [] : rest.splice(index, 1);
    if (other === undefined) return null;
    if (isChosen(mapping.host) && isChosen(other.host))
      claims.push({ type: 'port', expected: mapping.host, actual: other.host });
  }
  const uses: Use[] = expected === actual ? [] : [{ name: claims.length > 0 ? 'port' : 'ipv6-port', expected, actual }];
  return { uses, claims };
}

function agrees(expected: Mapping, actual: Mapping, env: Env): boolean {
  if (expected.container !== actual.container) return false;
  if (normal(expected.address) !== normal(actual.address)) return false;
  if (expected.host === actual.host) return true;
  return (
    isChosen(expected.host) &&
    isChosen(actual.host) &&
    (portTolerance.accepts?.(expected.host, actual.host, env.facts) ?? true)
  );
}

/** `*` is how an author or an old engine writes all addresses. */
function normal(address: string): string {
  return address === '*' ? '0.0.0.0' : address;
}

function isChosen(port: string): boolean {
  return /^\d+$/.test(port) && Number(port) >= 32768;
}

interface Ports {
  readonly mappings: readonly Mapping[];
  /** The same port for both kinds of address. */
  readonly twins: readonly (readonly [six: Mapping, four: Mapping])[];
  readonly cut: boolean;
}

function readPorts(cell: string): Ports {
  const cut = /(?:…|\.{3})$/.test(cell);
  const parts = cell
    .replace(/(?:…|\.{3})$/, '')
    .split(/,\s*/)
    .map((part) => part.trim());
  if (cut) parts.pop();
  const mappings = parts.filter((part) => part !== '').map(readMapping);
  const four = mappings.filter((mapping) => !mapping.address.includes(':'));
  const six = mappings.filter(
    (mapping) => mapping.address.includes(':') && !four.some((other) => isTwin(mapping, other)),
  );
  const twins = mappings.flatMap((mapping) => {
    const others = mapping.address.includes(':') ? four.filter((each) => isTwin(mapping, each)) : [];
    const other = others.find((each) => each.host === mapping.host) ?? others[0];
    return other === undefined ? [] : [[mapping, other] as const];
  });
  return { mappings: [...four, ...six], twins, cut };
}

function isEqualTwin([six, four]: readonly [Mapping, Mapping]): boolean {
  return six.host === four.host;
}

/** The same port published once more, for IPv6. Docker may choose another host port for it. */
function isTwin(six: Mapping, four: Mapping): boolean {
  return six.container === four.container && (six.host === four.host || (isChosen(six.host) && isChosen(four.host)));
}

function readMapping(part: string): Mapping {
  const match = /^(?:(\[.*?\]|.*?):)?([\d-]+)->(.*)$/.exec(part);
  if (match === null) return { address: '', host: '', container: part };
  const address = match[1] ?? '0.0.0.0';
  return {
    address: address === '[::]' || address === '::' || address === ':::' ? '::' : address,
    host: match[2] ?? '',
    container: match[3] ?? '',
  };
}
