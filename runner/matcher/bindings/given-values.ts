import { parsePublish, understand } from '../../command/index.ts';
import type { BindingType } from '../tolerances/tolerance.ts';

/** Values that Docker would choose if the reader did not give them, and ranges (`10.77.0.0/24`) of addresses. */
export type GivenType = Extract<BindingType, 'ip' | 'mac' | 'port' | 'name'> | 'range';

interface Given {
  readonly type: GivenType;
  readonly value: string;
}

/** What a command gives to containers and networks by `--ip`, `--subnet`, `--publish`, `--name`, …. */
export function givenBy(command: string): readonly Given[] {
  const written = (command.match(inCompose) ?? []).flatMap(addressIn);
  if (!giving.test(command)) return written;
  const options = understand(command).calls.flatMap(({ docker }) => docker?.options ?? []);
  return [...written, ...options.flatMap(({ name, value }) => (value === null ? [] : (readers[name]?.(value) ?? [])))];
}

const readers: Readonly<Record<string, (value: string) => readonly Given[]>> = {
  ip: addressIn,
  subnet: addressIn,
  gateway: addressIn,
  'ip-range': addressIn,
  dns: addressIn,
  'add-host': addressIn,
  'mac-address': (value) => [{ type: 'mac', value }],
  publish: portIn,
  // Only a name that Docker could have made up is ever taken for one.
  name: (value) => (value.includes('_') ? [{ type: 'name', value }] : []),
};

const giving = /\s(?:-[a-zA-Z]*p|--(?:ip|subnet|gateway|ip-range|dns|add-host|mac-address|publish|name))\b/;

/** In a compose file that the command writes. */
const inCompose = /(?<=\b(?:subnet|gateway|ip_range|ipv4_address):\s*["']?)\d{1,3}(?:\.\d{1,3}){3}(?:\/\d+)?/g;

/** Before an address there may be the name that it is given to: `db:10.0.0.5`. */
function addressIn(text: string): readonly Given[] {
  const value = text.replace(/^[\w.-]*[A-Za-z-][\w.-]*[:=]/, '');
  return [{ type: value.includes('/') ? 'range' : 'ip', value }];
}

function portIn(text: string): readonly Given[] {
  const port = parsePublish(text).hostPort;
  return port !== null && /^\d{5}$/.test(port) ? [{ type: 'port', value: port }] : [];
}

/** Whether an IPv4 address lies in a range (`10.77.0.0/24`) or is the address that the range names. */
export function isInRange(address: string, range: string): boolean {
  const [base = '', bits = '32'] = range.split('/');
  if (base === address) return true;
  const [one, other] = [numberOf(address), numberOf(base)];
  if (one === null || other === null || bits === '32') return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(one / size) === Math.floor(other / size);
}

function numberOf(address: string): number | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return null;
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
