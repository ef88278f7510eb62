import { hostname, networkInterfaces } from 'node:os';

/** How programs on an engine's machine are told of the proxies that this machine uses. */
export interface Proxies {
  /** Environment variables, in the spellings that this machine has; empty where there is no proxy. */
  readonly variables: Readonly<Record<string, string>>;
  /** The Docker client's settings, by which builds and containers get them; null where there is no proxy. */
  readonly dockerConfig: string | null;
}

const kinds = ['http_proxy', 'https_proxy', 'ftp_proxy', 'all_proxy'] as const;

/** What is on the machine itself and never behind a proxy; curl asks a proxy even for localhost. */
const near = ['localhost', '127.0.0.1', '::1', 'docker'];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxies of this machine that can be reached from a machine with a network of its own. One that listens on this
 * machine's loopback cannot, nor can one that `isOutOfReach`.
 */
export function proxiesFor(isOutOfReach: (host: string) => boolean, env: Environment = process.env): Proxies {
  const set = kinds
    .flatMap((kind) => [kind, kind.toUpperCase()])
    .flatMap((name): [string, string][] => {
      const value = env[name];
      return value && isUsable(value, isOutOfReach) ? [[name, value]] : [];
    });
  if (set.length === 0) return { variables: {}, dockerConfig: null };
  const given = (env.no_proxy ?? env.NO_PROXY ?? '').split(',').map((name) => name.trim());
  const exceptions = [...new Set([...given.filter(Boolean), ...near])].join(',');
  const spellings = new Set(set.map(([name]) => (name === name.toLowerCase() ? 'no_proxy' : 'NO_PROXY')));
  const variables = Object.fromEntries([...set, ...[...spellings].map((name) => [name, exceptions])]);
  return { variables, dockerConfig: configOf(variables, exceptions) };
}

/** Passwords in the addresses of proxies: they belong into no output. */
export function proxyPasswords(env: Environment = process.env): readonly string[] {
  const addresses = kinds.flatMap((kind) => [env[kind] ?? '', env[kind.toUpperCase()] ?? '']);
  return [...new Set(addresses.flatMap((address) => urlOf(address)?.password || []))].flatMap((password) => {
    const plain = decodeURIComponent(password);
    return plain === password ? [password] : [password, plain];
  });
}

/** Whether a name or address is this very machine's. */
export function isOwnAddress(host: string): boolean {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
  return host === hostname() || addresses.includes(host);
}

function isUsable(value: string, isOutOfReach: (host: string) => boolean): boolean {
  const host = urlOf(value)?.hostname;
  if (host === undefined || host === '' || host === 'localhost' || /^127\.|^\[/.test(host)) return false;
  return !isOutOfReach(host);
}

/** A proxy without a scheme (`proxy.example:3128`) is spoken to by HTTP. */
function urlOf(address: string): URL | null {
  try {
    return address === '' ? null : new URL(/^\w+:\/\//.test(address) ? address : `http://${address}`);
  } catch {
    return null;
  }
}

/** See "Configure the Docker CLI to use a proxy server" of Docker's manual. */
function configOf(variables: Readonly<Record<string, string>>, noProxy: string): string {
  const value = (name: string) => variables[name] ?? variables[name.toUpperCase()];
  const settings = {
    httpProxy: value('http_proxy'),
    httpsProxy: value('https_proxy'),
    ftpProxy: value('ftp_proxy'),
    allProxy: value('all_proxy'),
    noProxy,
  };
  return JSON.stringify({ proxies: { default: settings } });
}
