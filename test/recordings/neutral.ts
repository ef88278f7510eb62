import { readFileSync } from 'node:fs';
import { hostname, networkInterfaces, release } from 'node:os';

/** Stands for every host that only the recording machine's configuration names. */
const standIn = 'packages.example';
/** Public names that are the same for every reader. */
const common = /(?:^|\.)(?:docker\.io|docker\.com|debian\.org|ubuntu\.com|npmjs\.org|pypi\.org|localhost)$/;

/** A recorded output without what it took from the configuration of the machine that recorded it. */
export function neutral(output: string): string {
  let text = output
    .replaceAll(release(), '6.1.0-generic')
    .replace(/(Registry Mirrors:\s+https?:\/\/)[^/\s]+/g, `$1${standIn}`);
  for (const name of namesOfHost()) text = text.replaceAll(name, standIn);
  return text;
}

let known: readonly string[] | null = null;

function namesOfHost(): readonly string[] {
  known ??= [...new Set([...configuredHosts(), ...nameServers(), ...addresses(), hostname()])]
    // A short host name (`vm`) is a part of ordinary words.
    .filter((name) => name.length >= 6 && !common.test(name) && !/^127\.|^::1$/.test(name))
    .sort((left, right) => right.length - left.length);
  return known;
}

/** Proxies and package indexes that environment variables and configuration files name. */
function configuredHosts(): readonly string[] {
  const named = Object.entries(process.env).filter(([name]) => /proxy|registry|index|mirror/i.test(name));
  const files = ['/etc/pip.conf', '/etc/apt/sources.list', `${process.env.HOME ?? ''}/.npmrc`].map(textOf);
  const texts = [...named.map(([, value]) => value ?? ''), ...files];
  return texts.flatMap((text) =>
    [...text.matchAll(/\bhttps?:\/\/(?:[^/\s@]*@)?([^/\s:,]+)/g)].map(([, host]) => host ?? ''),
  );
}

function nameServers(): readonly string[] {
  return [...textOf('/etc/resolv.conf').matchAll(/^(?:nameserver|search|domain)\s+(\S+)/gm)].map(
    ([, name]) => name ?? '',
  );
}

function addresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((each) =>
    (each ?? []).filter(({ internal }) => !internal).map(({ address }) => address),
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
