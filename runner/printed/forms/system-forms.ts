import type { LineForm } from './read-form.ts';

/** What ordinary programs of Linux print: coreutils, procps, iproute2, net-tools, ping, curl, servers. */
export const systemForms: readonly LineForm[] = [
  { name: 'identifier', of: [], output: 'id', role: 'row', phrases: ['<id>$'] },
  { name: 'identified', of: ['*'], role: 'row', phrases: ['<id>  '] },
  {
    name: 'nameless',
    of: ['docker image ls', 'docker search'],
    role: 'row',
    phrases: ['{<open>|<}none> ', '{<open>|<}missing> '],
  },
  { name: 'files', of: ['ls', 'll', 'tree', 'docker'], role: 'row', phrases: ['<mode><blanks>', 'total <n>'] },
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
  },
  { name: 'top', of: ['top'], role: 'row', phrases: ['top - <n>', '{%|}Cpu(s)', '{KiB|MiB} {Mem|Swap}', 'Tasks: '] },
  {
    name: 'access',
    of: ['docker container logs', 'docker container run', 'docker compose'],
    role: 'log',
    phrases: ['<ip><blanks>- '],
  },
  {
    name: 'dated',
    of: ['*'],
    role: 'log',
    phrases: ['<date>{T| }<clock>', '{[|}<day>{,|} ', '<n>:{M|C|S|X} <n>', '[<day> <month> <n>', '[<date>', '[<n>-<n>'],
  },
];
