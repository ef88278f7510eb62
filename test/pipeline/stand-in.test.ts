import { expect, test } from 'vitest';
import type { CommandStep } from '../../runner/core/plan.ts';
import { matchOutput } from '../../runner/matcher/index.ts';
import { hangsOnStandIn } from '../../runner/pipeline/stand-in.ts';

/** Whether what differs is told to be the stand-in's. */
function isExcused(text: string, into: CommandStep['into'], expected: string, output: string): boolean {
  const match = matchOutput({ command: text, expected: expected.split('\n'), actual: output, bindings: {} });
  expect(match.verdict).toBe('mismatch');
  const step = { text, into } as CommandStep;
  return hangsOnStandIn({ step, images: ['busybox:latest'], output, match, locale: 'en' }) !== null;
}

const link = (state: string, mtu: number) =>
  `2: eth0@if5: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu ${mtu} qdisc noqueue${state}`;

const processes = (user: string, command = 'httpd -DFOREGROUND', pid = 7) =>
  `UID        PID  PPID  C STIME TTY          TIME CMD\nroot         1     0  0 17:07 ?        00:00:00 httpd -DFOREGROUND\n${user.padEnd(9)} ${pid}     1  0 17:07 ?        00:00:00 ${command}`;
const aux = (user: string) =>
  `USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n${user.padEnd(10)} 1  0.0  0.1   5200  1300 ?        Ss   10:01   0:00 redis-server *:6379`;

test.each([
  ['the users of its processes', 'ps -ef', 'container', processes('daemon'), processes('www-data', undefined, 21)],
  ['the same from outside', 'docker top till', 'shell', processes('systemd+'), processes('redis')],
  ['the same, run in it', 'docker exec till ps aux', 'shell', aux('999'), aux('redis')],
  ['the folders of its system', 'ls /', 'container', 'bin dev etc home proc root', 'bin dev etc proc root sbin'],
  [
    'its folders, one a line',
    'ls -l /',
    'container',
    'drwxr-xr-x    2 root     root          4096 Jan  2 10:11 bin\ndrwxr-xr-x    2 root     root          4096 Jan  2 10:11 lib64',
    'drwxr-xr-x    2 root     root          4096 Jan  2 10:11 bin',
  ],
  ['run for the list alone', 'docker run --rm busybox ls /', 'shell', 'bin dev etc', 'bin dev etc lib'],
  [
    'its labels, before those of the container',
    'docker inspect till | grep -A3 Labels',
    'shell',
    '"Labels": {\n    "maintainer": "Leaf",\n    "owner": ""\n},',
    '"Labels": {\n    "md.tutor.built-from": "Debian 12",\n    "md.tutor.lacks": "packages",\n    "md.tutor.stand-in": "busybox:latest",',
  ],
  ['the words of its ip', 'ip a', 'container', link(' state UP', 1500), link('', 1500)],
] as const)('%s', (_title, text, into, expected, output) => {
  expect(isExcused(text, into, expected, output)).toBe(true);
});

test.each([
  ['another program', 'ps -ef', 'container', processes('daemon'), processes('www-data', 'nginx: worker')],
  ['the users of the reader’s own machine', 'ps -ef', 'shell', processes('daemon'), processes('www-data')],
  ['a folder of the chapter', 'ls /', 'container', 'bin data dev', 'bin dev lib'],
  [
    'a label of the container',
    'docker inspect till | grep -A1 Labels',
    'shell',
    '"Labels": {\n    "owner": "leaf"',
    '"Labels": {\n    "owner": "rose"',
  ],
  ['a list of the reader’s own machine', 'ls /', 'shell', 'bin dev etc', 'bin dev etc lib'],
  ['another setting of an interface', 'ip a', 'container', link(' state UP', 1500), link('', 1400)],
] as const)('%s stays the chapter’s', (_title, text, into, expected, output) => {
  expect(isExcused(text, into, expected, output)).toBe(false);
});
