import type { Claim } from '../bindings.ts';
import type { LineMatch, Use } from '../line.ts';
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
  const [left, right] = [readPorts(expected), readPorts(actual)];
  if (left.cut ? left.mappings.length > right.mappings.length : left.mappings.length !== right.mappings.length)
    return null;
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

function readPorts(cell: string): { readonly mappings: readonly Mapping[]; readonly cut: boolean } {
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
  return { mappings: [...four, ...six], cut };
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
