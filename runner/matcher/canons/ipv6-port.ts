import type { Canon } from './canon.ts';

/** A port published for IPv6 too, as an author's own `--format` shows it. */
export const ipv6Port: Canon = {
  name: 'ipv6-port',
  read: (line) =>
    line
      .replace(/(0\.0\.0\.0:([\d-]+)->([\w/-]+)), ?(?:\[::\]|::):\2->\3(?![\w/])/g, '$1')
      .replace(/(\[\{0\.0\.0\.0 (\d+)\}) \{:: \2\}(?=\])/g, '$1')
      .replace(/(?<=^\d+\/\w+ -> )::(?=:\d+$)/, '[::]'),
  examples: `
    $ docker ps --format '{{.Names}} {{.Ports}}'
    web 0.0.0.0:8080->80/tcp ≈ web 0.0.0.0:8080->80/tcp, [::]:8080->80/tcp
    web 0.0.0.0:8080->80/tcp ≠ web 0.0.0.0:8080->80/tcp, [::]:9090->80/tcp
  `,
};
