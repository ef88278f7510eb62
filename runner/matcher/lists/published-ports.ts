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
export function twinsOf(line: string, all: readonly string[]): readonly string[] {
  const [, port, address = '', host = ''] = published.exec(line) ?? [];
  if (!address.includes(':')) return [];
  return all.flatMap((other) => {
    const [, own, four = ':', its = ''] = published.exec(other) ?? [];
    return own === port && !four.includes(':') && (its === host || (isChosen(its) && isChosen(host))) ? [its] : [];
  });
}

/** Whether an IPv6 address has another host port than every IPv4 address of the same port. */
export function hasOwnPort(line: string, all: readonly string[]): boolean {
  const twins = twinsOf(line, all);
  return twins.length > 0 && !twins.some((host) => line.endsWith(`:${host}`));
}

/** Docker chose it. */
function isChosen(port: string): boolean {
  return Number(port) >= 32768;
}
