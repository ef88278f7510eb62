import type { Tolerance } from './tolerance.ts';

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;

export const ipAddress: Tolerance = {
  name: 'ip-address',
  forms: [
    String.raw`(?<![\w.-])${octet}(?:\.${octet}){3}(?![\w]|\.\d|-[a-z])`,
    String.raw`(?<![\w:.])(?:fe80|fd[0-9a-f]{2}|fc[0-9a-f]{2}|2[0-9a-f]{3})(?::[0-9a-f]{0,4}){2,7}(?![\w:])`,
  ],
  accepts: (expected, actual, place) => {
    if (isFixed(expected) || isFixed(actual)) return false;
    // What the reader types is what comes back; an address that was known is typed as the real one.
    if ([...place.stated].some((word) => word.split(/[/:@,]/).includes(expected))) return false;
    return isPrivate(expected) === isPrivate(actual) && hostKind(expected) === hostKind(actual);
  },
  binds: 'ip',
  examples: `
    PING web (172.19.0.3): 56 data bytes ≈ PING web (172.18.0.3): 56 data bytes
    listening on 127.0.0.1 ≠ listening on 0.0.0.0
    nameserver 172.17.0.1 ≠ nameserver 8.8.8.8
    172.17.0.2 asks 172.17.0.2 ≠ 172.17.0.3 asks 172.17.0.4
  `,
};

export const macAddress: Tolerance = {
  name: 'mac-address',
  forms: [String.raw`(?<![\w:])[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}(?![\w:])`],
  accepts: (expected, actual) =>
    ![expected, actual].some((address) => address.startsWith('ff:') || address.startsWith('00:00:00')),
  binds: 'mac',
  examples: `
    link/ether 02:42:ac:11:00:03 brd ff:ff:ff:ff:ff:ff ≈ link/ether 22:52:2c:02:48:d2 brd ff:ff:ff:ff:ff:ff
    link/ether ff:ff:ff:ff:ff:ff ≠ link/ether 22:52:2c:02:48:d2
  `,
};

/** Addresses that mean something by themselves: loopback, any, broadcast, link-local metadata, Docker's DNS. */
function isFixed(address: string): boolean {
  return /^(?:127\.|0\.0\.0\.0|255\.255\.255|169\.254\.|::1$)/.test(address);
}

function isPrivate(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cde])/.test(
    address,
  );
}

/** A network's own address, its gateway and a host in it are different things. */
function hostKind(address: string): string {
  if (address.endsWith('.0.0') || address.endsWith('.0')) return 'network';
  if (address.endsWith('.255')) return 'broadcast';
  return 'host';
}

/** Where Linux begins to give out ports by itself (net.ipv4.ip_local_port_range). */
const firstEphemeral = 32768;

export const port: Tolerance = {
  name: 'port',
  forms: [
    String.raw`(?<=(?:\d|\]|:|localhost|::):|\bHostPort"?: ?"?|/(?:tcp|udp) -> )(?:3276[89]|327[7-9]\d|32[89]\d\d|3[3-9]\d{3}|[45]\d{4}|6[0-5]\d{3})(?![\d])`,
  ],
  accepts: (expected, actual, place) =>
    Number(expected) >= firstEphemeral && Number(actual) >= firstEphemeral && !isStated(expected, place.stated),
  binds: 'port',
  examples: `
    $ docker port web
    80/tcp -> 0.0.0.0:49153 ≈ 80/tcp -> 0.0.0.0:32768
    80/tcp -> 0.0.0.0:8080 ≠ 80/tcp -> 0.0.0.0:32768
    80/tcp -> 0.0.0.0:49153 ≠ 443/tcp -> 0.0.0.0:49153
  `,
};

function isStated(value: string, stated: ReadonlySet<string>): boolean {
  if (stated.has(value)) return true;
  return [...stated].some(
    (word) =>
      word.includes('->') === false &&
      word.split(/[:/]/).includes(value) &&
      /:\d+(\/\w+)?$/.test(word) &&
      !/^(https?:|localhost|\d+\.)/.test(word),
  );
}

export const http: Tolerance = {
  name: 'http',
  forms: [
    String.raw`(?<=\[pid \d+:tid )\d+(?=\])`,
    String.raw`(?<=^(?:< )?[Cc]ontent-[Ll]ength: )\d+`,
    String.raw`(?<=^(?:< )?[Ee][Tt]ag: )(?:W/)?"[^"]*"`,
    String.raw`(?<=" \d{3} )\d+(?= "|$)`,
    String.raw`(?<=")Mozilla/5\.0 [^"]*(?=")`,
    String.raw`(?<=Connection )#\d+(?= to host)`,
    String.raw`(?<=port \d+ \()#\d+(?=\))`,
  ],
  examples: `
    < Content-Length: 612 ≈ < Content-Length: 615
    "GET / HTTP/1.1" 200 615 "-" "curl" "-" ≈ "GET / HTTP/1.1" 200 612 "-" "curl" "-"
    "GET / HTTP/1.1" 200 615 "-" "curl" "-" ≠ "GET / HTTP/1.1" 404 615 "-" "curl" "-"
  `,
};
