import type { FaultForm } from './fault.ts';

/** How curl 7 and 8, wget, BusyBox, ssh, git, package managers and the clients of databases tell that nobody answers. */
export const networkFaults: readonly FaultForm[] = [
  {
    kind: 'expired',
    of: 'apt',
    phrases: ['…Release file for … is {expired|not valid yet}', '…certificate {has expired|is not yet valid}'],
    examples: `
      E: Release file for http://deb.debian.org/debian/dists/bookworm-updates/InRelease is expired (invalid since 3d 4h). Updates for this repository will not be applied. → nothing
      curl: (60) SSL certificate problem: certificate has expired → nothing
    `,
  },
  {
    kind: 'unresolved',
    of: 'system',
    phrases: [
      '…Could not resolve host: <host>',
      '…Could not resolve hostname <host>: ',
      "…Couldn't resolve host <host>",
      '…Could not resolve {proxy: |}<host>',
      '…Temporary failure resolving <host>',
      '…bad address <host>',
      '…unable to resolve host {address |}<host>',
      '…getaddrinfo {ENOTFOUND|EAI_AGAIN} <host>',
      '…could not translate host name <host> ',
      '…lookup <host>{ on <word>|}: {…|}{no such host|i/o timeout|server misbehaving|Temporary failure}',
      '…Failed to resolve <host>',
      "…can't resolve <host>",
      "…server can't find <host>: ",
      '…Unknown {MySQL |MariaDB |}server host <host>',
      '…Could not connect to {Redis|Valkey} at <host>:<n>: {Name|Temporary failure in name}',
      '…<host>: {Name or service not known|Temporary failure in name resolution|Name does not resolve|nodename nor servname}',
      '…No address associated with hostname',
      '…Temporary failure in name resolution',
      '…Name or service not known',
      '…{UnknownHostException|Unknown host}{: | |}<host>',
    ],
    examples: `
      curl: (6) Could not resolve host: db.example → host db.example
      ping: bad address 'alpine2' → host alpine2
      wget: bad address 'bing.com' → host bing.com
      wget: unable to resolve host address 'web' → host web
      ping: web: Name or service not known → host web
      ping: web: Temporary failure in name resolution → host web
      W: Failed to fetch http://deb.debian.org/debian/dists/InRelease  Temporary failure resolving 'deb.debian.org' → host deb.debian.org
      npm error network request to https://registry.npmjs.org/express failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org → host registry.npmjs.org
      fatal: unable to access 'https://github.com/a/b.git/': Could not resolve host: github.com → host github.com
      ssh: Could not resolve hostname box: Name or service not known → host box
      psql: error: could not translate host name "db" to address: Name or service not known → host db
      Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.2.3:53: no such host → host registry-1.docker.io
      Could not connect to Redis at cache:6379: Name does not resolve → host cache
      ERROR 2005 (HY000): Unknown server host 'db' (-2) → host db
      WARNING: Retrying after connection broken by 'NewConnectionError(...): Failed to resolve 'pypi.org'' → host pypi.org
    `,
  },
  {
    kind: 'refused',
    of: 'system',
    phrases: [
      '…Failed {to |}connect to <host>{ port |:}<port>{ after <n> ms|}: {Connection refused|Couldn|Could not connect to server}',
      '…Could not connect to {Redis|Valkey} at <server>: Connection refused',
      '…connect{ ECONNREFUSED|ion to server at} <server>',
      "…can't connect to remote host{ (<host>)|}: Connection refused",
      '…connection to server at <host>{ (…)|}, port <port> failed: Connection refused',
      '…could not connect to server: Connection refused',
      '…dial tcp <server>: {connect: |}connection refused',
      '…connect to {host |address |}<host> port <port>: Connection refused',
      '…connect to <host> port <port> (tcp) failed: Connection refused',
      '…connecting to <server>{…|}: Connection refused',
      "…Can't connect to {…|}server on <server>",
      "…Can't connect to {…|}server on <host> ",
      "…Can't connect to local {…|}server through socket",
      '…Connection refused',
      '…ECONNREFUSED',
      '…Empty reply from server',
      '…Connection reset by peer',
      '…server closed the connection unexpectedly',
      '…server returned nothing',
      '…is the server running',
      '…database system is starting up',
      '…ERROR {2002|2003}',
      '…{502|503|504} {Bad Gateway|Service|Gateway}',
      '…Connection {was |}closed by {foreign|remote} host',
    ],
    examples: `
      curl: (7) Failed to connect to localhost port 8080 after 0 ms: Connection refused → server localhost:8080
      curl: (7) Failed to connect to localhost port 8080 after 0 ms: Couldn't connect to server → server localhost:8080
      curl: (7) Failed connect to localhost:8080; Connection refused → nothing
      wget: can't connect to remote host (127.0.0.1): Connection refused → host 127.0.0.1
      Could not connect to Redis at 127.0.0.1:6379: Connection refused → server 127.0.0.1:6379
      psql: error: connection to server at "db" (172.18.0.2), port 5432 failed: Connection refused → server db:5432
      Error: connect ECONNREFUSED 127.0.0.1:5432 → server 127.0.0.1:5432
      ERROR 2003 (HY000): Can't connect to MySQL server on 'db:3306' (111) → server db:3306
      ERROR 2003 (HY000): Can't connect to MySQL server on 'db' (111) → host db
      ssh: connect to host 10.0.0.9 port 22: Connection refused → server 10.0.0.9:22
      curl: (52) Empty reply from server → nothing
    `,
  },
  {
    kind: 'untrusted',
    of: 'system',
    phrases: [
      '…x509: cannot validate certificate for <host> ',
      '…x509: certificate is {valid for|not valid for any names}',
      '…x509: certificate signed by unknown authority',
      '…http: server gave HTTP response to HTTPS client',
      'curl: (60) ',
      '…SSL certificate problem: ',
      '…curl failed to verify the legitimacy of the server',
    ],
    examples: `
      Get "https://192.168.0.9:5000/v2/": tls: failed to verify certificate: x509: cannot validate certificate for 192.168.0.9 because it doesn't contain any IP SANs → host 192.168.0.9
      Error response from daemon: Get "https://reg.tea.lan/v2/": x509: certificate signed by unknown authority → nothing
      Error response from daemon: Get "https://10.0.0.5:5000/v2/": http: server gave HTTP response to HTTPS client → nothing
      curl: (60) SSL certificate problem: self-signed certificate → nothing
      curl failed to verify the legitimacy of the server and therefore could not → nothing
    `,
  },
  {
    kind: 'unreachable',
    of: 'system',
    phrases: [
      '…Failed to connect to <host> port <port>{ after <n> ms|}: ',
      '…connect to {host |address |}<host> port <port>: {No route to host|Network is unreachable|Connection timed out|Operation timed out}',
      '…dial tcp <server>: {i/o timeout|connect: }',
      '…Network is unreachable',
      '…Network unreachable',
      '…No route to host',
      '…Connection timed out',
      '…Operation timed out',
      '…download timed out',
      '…Destination {Host|Net|Port} Unreachable',
      '…100% packet loss',
      '…TLS handshake timeout',
      '…Client.Timeout exceeded',
      '…context deadline exceeded',
      '…{ETIMEDOUT|EHOSTUNREACH|ENETUNREACH}',
      '…Failed to establish a new connection',
      'curl: ({28|35|56}) ',
      '…Connection {failed|to <word> failed}',
      '…Unable to connect to <server>',
      '…Unable to connect to <host>',
    ],
    examples: `
      connect: Network is unreachable → nothing
      ssh: connect to host 192.168.10.128 port 22: No route to host → server 192.168.10.128:22
      curl: (28) Failed to connect to 10.1.1.1 port 80 after 129000 ms: Connection timed out → server 10.1.1.1:80
      4 packets transmitted, 0 received, 100% packet loss, time 3060ms → nothing
      Err:1 http://deb.debian.org/debian bookworm InRelease Unable to connect to deb.debian.org:http: → host deb.debian.org
    `,
  },
  {
    kind: 'missing',
    of: 'iproute2',
    phrases: [
      'Cannot find device <device>',
      '…Device <device> does not exist',
      '…<device>: No such device',
      '…<device>: error fetching interface information: Device not found',
      '…interface <device> does not exist',
      '…invalid subinterface vlan name <device>, ',
    ],
    examples: `
      Cannot find device "eno9" → device eno9
      Device "eno9" does not exist. → device eno9
      Error response from daemon: invalid subinterface vlan name eno9, example formatting is eth0.10 → device eno9
      tcpdump: eno9: No such device exists → device eno9
      eno9: error fetching interface information: Device not found → device eno9
    `,
  },
];
