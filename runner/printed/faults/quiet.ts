/** What a client was asked for. */
interface Asked {
  readonly host: string;
  readonly port: number | null;
}

type Sentences = Readonly<Record<number, (asked: Asked) => string>>;

const curl: Sentences = {
  6: ({ host }) => `Could not resolve host: ${host}`,
  7: ({ host, port }) => `Failed to connect to ${host} port ${port ?? 80}: Connection refused`,
  22: () => 'The requested URL returned an error',
  28: () => 'Connection timed out',
  35: () => 'TLS handshake timeout',
  52: () => 'Empty reply from server',
  56: () => 'Recv failure: Connection reset by peer',
  60: () => 'SSL certificate problem: unable to get local issuer certificate',
};

const wget: Sentences = {
  4: () => 'Network is unreachable',
  8: () => 'Server issued an error response',
};

/**
 * What `curl -s` and `wget -q` would have said had they not been told to be quiet, by their manuals' exit statuses; null
 * for any other program and for a status that says no more than that it failed.
 */
export function quietFault(program: string, status: number, asked: Asked): string | null {
  if (program === 'curl' && status in curl) return `curl: (${status}) ${curl[status]?.(asked)}`;
  return program === 'wget' && status in wget ? `wget: ${wget[status]?.(asked)}` : null;
}
