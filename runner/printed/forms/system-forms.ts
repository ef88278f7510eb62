import type { LineForm } from './line-form.ts';

/** What ordinary programs of Linux print: coreutils, procps, iproute2, net-tools, ping, curl, servers. */
export const systemForms: readonly LineForm[] = [
  {
    name: 'identifier',
    of: [],
    output: 'id',
    role: 'row',
    phrases: ['<id>$'],
    examples: `
      9f8e7d6c5b4a
      sha256:0c2ab5a1b2c30c2ab5a1b2c3
    `,
  },
  {
    name: 'identified',
    of: ['*'],
    role: 'row',
    phrases: ['<id>  '],
    examples: `
      9f8e7d6c5b4a   nginx     "nginx"
    `,
  },
  {
    name: 'nameless',
    of: ['docker image ls', 'docker search'],
    role: 'row',
    phrases: ['{<open>|<}none> ', '{<open>|<}missing> '],
    examples: `
      <none>        <none>    9f8e7d6c5b4a
      <missing>     2 weeks ago
    `,
  },
  {
    name: 'files',
    of: ['ls', 'll', 'tree', 'docker'],
    role: 'row',
    phrases: ['<mode><blanks>', 'total <n>'],
    examples: `
      -rw-r--r-- 1 root root 12 Jan  1 00:00 a
      total 12
    `,
  },
  {
    name: 'ping',
    of: ['ping'],
    role: 'log',
    phrases: [
      'PING ',
      '<n> bytes from',
      '64 bytes',
      '--- …ping statistics',
      '<n> packets transmitted',
      'rtt min',
      'round-trip',
    ],
    examples: `
      PING web (172.18.0.2): 56 data bytes
      64 bytes from 172.18.0.2: seq=0 ttl=64 time=0.1 ms
      4 packets transmitted, 4 packets received, 0% packet loss
    `,
  },
  {
    name: 'http',
    of: ['curl', 'wget', 'http'],
    role: 'log',
    phrases: [
      'HTTP/<n>',
      '{Server|Date|Content-Type|Content-Length|Connection|Last-Modified|ETag|Accept-Ranges}: ',
      '< ',
      '* ',
    ],
    examples: `
      HTTP/1.1 200 OK
      Content-Type: text/html
    `,
  },
  {
    name: 'interfaces',
    of: ['ip', 'ifconfig'],
    role: 'row',
    phrases: [
      '{eth<n>|lo|docker0|br-|veth}<rest><blanks>{Link|flags|<}',
      '<blanks>{inet |inet6 |ether |RX |TX |link/|valid_lft|UP }',
      '<n>: <word>…{<|:}',
    ],
    examples: `
      eth0      Link encap:Ethernet
      2: eth0: <BROADCAST,MULTICAST,UP>
    `,
  },
  {
    name: 'top',
    of: ['top'],
    role: 'row',
    phrases: ['top - <n>', '{%|}Cpu(s)', '{KiB|MiB} {Mem|Swap}', 'Tasks: '],
    examples: `
      top - 10:00:00 up 1 day
      %Cpu(s):  0.0 us
      Tasks:   2 total
    `,
  },
  {
    name: 'access',
    of: ['docker container logs', 'docker container run', 'docker compose'],
    role: 'log',
    phrases: ['<ip><blanks>- '],
    examples: `
      172.17.0.1 - - [01/Jan/2024:00:00:00 +0000] "GET / HTTP/1.1" 200
    `,
  },
  {
    name: 'dated',
    of: ['*'],
    role: 'log',
    phrases: ['<date>{T| }<clock>', '{[|}<day>{,|} ', '<n>:{M|C|S|X} <n>', '[<day> <month> <n>', '[<date>', '[<n>-<n>'],
    examples: `
      2024-01-01T00:00:00Z started
      1:M 01 Jan 2024 00:00:00.000 * Ready to accept connections
      [Mon Jan 01 00:00:00 2024] [notice]
    `,
  },
];
