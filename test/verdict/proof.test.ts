import { expect, test } from 'vitest';
import { console, fails, verdicts } from './replayed.ts';

/** What comes of a command whose output is another one than the chapter shows, after some steps. */
function shown(before: readonly string[], command: string, expected: string, actual: string, around = {}): string {
  const lines = [...before, console(`$ ${command}`, expected)];
  return (
    verdicts(lines, { [command]: { text: actual } }, around)
      .at(-1)
      ?.replace(/^\d+ /, '') ?? ''
  );
}

const open = 'broken surroundings not-proven';
const red = 'failed chapter step-mismatch';

test('what a machine, a version or an image says otherwise proves nothing against the chapter', () => {
  const run = console('$ docker run -d --name till -p 8080:80 nginx');
  for (const [command, expected, actual] of [
    ['ps -ef', 'root  812  1  0 10:11 ?  00:00:00 /usr/sbin/cron -f', 'root  9  1  0 07:03 ?  00:00:00 sshd: listener'],
    [
      'free -m',
      '             total       used       free     shared    buffers     cached\nMem:          3791        633       3158          8          2        412',
      '               total        used        free      shared  buff/cache   available\nMem:           24105        5436        9526          48        9655       18669',
    ],
    ['pwd', '/Users/till/shop', '/root/work/shop'],
    ['cat /etc/resolv.conf', 'search eu-west-1.compute.internal', 'nameserver 10.0.2.3'],
    ['docker info', ' Storage Driver: aufs\n Dirs: 21', ' Storage Driver: overlay2\n Backing Filesystem: xfs'],
    ['docker exec till nginx -t', 'nginx: the configuration file is fine', 'nginx: syntax is ok, as it was'],
  ] as const)
    expect(shown([run], command, expected, actual, { standInsMet: ['nginx:latest'] }), command).toBe(open);
  // Of an image that is no stand-in every reader has the same one.
  expect(shown([run], 'docker exec till nginx -t', 'it is fine', 'syntax is ok')).toBe(red);
});

test('the mode of a file that the chapter has made is held against it, but for what a umask decides', () => {
  const made = console('$ docker run -d --name till nginx', '$ docker export -o till.tar till');
  const row = (mode: string) => `${mode} 1 user user 7.8M Dec  3 10:30 till.tar`;
  expect(shown([made], 'ls -lh till.tar', row('-rw-r--r--'), row('-rw-------'))).toBe(red);
  expect(shown([made], 'ls -l till.tar', row('-rwxr-xr-x'), row('-rw-r--r--'))).toBe(red);
  expect(shown([made], 'ls -lh till.tar', row('-rw-rw-r--'), row('-rw-r--r--'))).toBe(open);
  expect(shown([], 'ls -lh /var/till.tar', row('-rw-r--r--'), row('-rw-------'))).toBe(open);
});

test('what the chapter has named or written itself is held against it, whoever prints it', () => {
  const run = console('$ docker run -d --name till -p 8080:80 nginx');
  const file = '`page.html`을 만듭니다.\n\n```html\n<h1>Green tea</h1>\n```';
  const head = 'CONTAINER ID   IMAGE     COMMAND   CREATED        STATUS        PORTS   NAMES\n';
  const row = (status: string) => `${head}2a3b4c5d6e7f   nginx     "sh"      1 minute ago   ${status}           till`;
  for (const [before, command, expected, actual] of [
    [[run], 'docker ps', head.trim(), row('Up 1 minute')],
    [[run], 'docker ps', row('Up 1 minute'), head.trim()],
    [[run], 'docker ps -a', row('Up 1 minute'), row('Exited (1) 1 minute ago')],
    [[], 'echo pear 5', 'pear 4', 'pear 5'],
    [[], 'printf "one\\ntwo\\n" | wc -l', '3', '2'],
    [[], `sh -c 'exit 4'; echo "then: $?"`, 'then: 3', 'then: 4'],
    [[], '(exit 3); echo $?', '4', '3'],
    [[], 'false; echo "$? 입니다"', '0 입니다', '1 입니다'],
    [[], 'cat menu.txt', 'soup', 'bread'],
    [[file], 'cat page.html', '<h1>Black tea</h1>', '<h1>Green tea</h1>'],
    [[console('$ mkdir pots', '$ touch pots/lid.txt')], 'ls pots', 'lid.md', 'lid.txt'],
    [
      [console('$ docker build -t till:2 .')],
      'docker run till:2',
      'till:3 is open\nuntil late',
      'till:2 is open\nuntil late',
    ],
  ] as const)
    expect(shown(before, command, expected, actual), command).toBe(red);
  expect(
    shown(
      [run],
      'docker stop till',
      'till\n\nCONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES',
      'till',
    ),
  ).toBe(red);
  expect(shown([console('$ mkdir tray')], 'ls tray', 'spoon.txt', '')).toBe(red);
  expect(shown([run], 'docker container diff till', 'A /srv/one', 'C /srv\nA /srv/one')).toBe(red);
  const ping = (of: string) => `PING pot (172.18.0.2): 56 data bytes\n\n--- ${of} ping statistics ---`;
  expect(
    shown([run], 'docker exec till ping -c 1 pot', ping('cup'), ping('pot'), { standInsMet: ['nginx:latest'] }),
  ).toBe(red);
  const help = (one: string) => `Usage:  docker network COMMAND\n\n${one}\n\nCommands:`;
  expect(shown([], 'docker network --help', help('Manage all'), help('Manage networks'))).toBe(red);
  // A list that hands on what is there shows what is there.
  expect(
    shown(
      [run, console('$ docker ps -q', '1a2b3c4d5e6f')],
      'docker rm -f $(docker ps -q)',
      '1a2b3c4d5e6f',
      '8c9d0e1f2a3b',
    ),
  ).not.toBe(red);
});

test('words that share nothing with an output are none of it', () => {
  const run = console('$ docker run -d --name till nginx');
  const remarks = [
    'till을 지운 다음 page.html을 엽니다',
    'now page.html is served by till',
    '接下来用 till 打开 page.html',
  ];
  for (const remark of remarks) {
    const steps = [run, console('$ touch page.html')];
    expect(shown(steps, 'rm -rf /srv/pots', remark, '')).not.toBe(red);
    expect(shown(steps, 'docker run -d nginx', `${remark}\n\n  >`, '8f58ed56c6ca'.padEnd(64, '0'))).not.toBe(red);
  }
});

test('a failure proves something where it is about the command as it stands, or about what the chapter has made', () => {
  const run = console('$ docker run -d --name till -p 8080:80 nginx', '$ docker network create lane');
  const of = (command: string, line: string, around = {}) =>
    verdicts([run, console(`$ ${command}`)], { [command]: fails(line) }, around)
      .at(-1)
      ?.replace(/^\d+ /, '');
  for (const [command, line] of [
    ['docker exec till curl localhost', 'exec: "curl": executable file not found in $PATH'],
    ['kill %1', 'bash: kill: %1: no such job'],
    ['sudo groupadd docker', "groupadd: group 'docker' already exists"],
    ['systemctl status cron', '● cron.service\n     Active: inactive (dead)'],
    [
      'docker exec till cat /usr/share/nginx/html/about.html',
      'cat: /usr/share/nginx/html/about.html: No such file or directory',
    ],
    ['docker exec till apt-get install -y vim', 'E: Unable to locate package vim'],
  ] as const)
    expect(of(command, line, { standInsMet: ['nginx:latest'] }), command).toBe(open);
  for (const [command, line] of [
    ['docker rn till', "docker: 'rn' is not a docker command."],
    ['ip adrs show', 'Object "adrs" is unknown, try "ip help".'],
    [
      'docker network rm lane',
      'Error response from daemon: error while removing network: network lane has active endpoints (name:"till" id:"0c2ab5")',
    ],
    [
      'docker network create --subnet 172.29.5.0/24 --gateway 172.29.6.1 attic',
      'no matching subnet for gateway 172.29.6.1',
    ],
    ['docker exec till systemclt status', 'exec: "systemclt": executable file not found in $PATH'],
  ] as const)
    expect(of(command, line, { standInsMet: ['nginx:latest'] }), command).toMatch(/^failed chapter/);
  // What a real image lacks, every reader’s lacks.
  expect(of('docker exec till curl localhost', 'exec: "curl": executable file not found in $PATH')).toMatch(/^failed/);
});

test('lists that another terminal, the reader or chance would fill otherwise prove nothing', () => {
  const head = 'CONTAINER ID   IMAGE     COMMAND   CREATED        STATUS        PORTS   NAMES\n';
  const row = (image: string, name: string) =>
    `2a3b4c5d6e7f   ${image}   "sh"      1 minute ago   Up 1 minute           ${name}`;
  const run = console('$ docker run -d nginx', '$ docker run -d nginx');
  const all = `${head}${row('nginx', 'sad_lamp')}\n${row('nginx', 'kind_pike')}`;
  const ports = (image: string) => row(image, 'old_jar').replace('minute           ', 'minute   80/tcp   ');
  expect(shown([run], 'docker ps', `${head}${row('nginx', 'sad_lamp')}`, `${head}${ports('nginx')}`)).not.toBe(red);
  // Names that Docker chose, in another order and without the heading.
  expect(shown([run], 'docker ps', [row('nginx', 'old_jar'), row('nginx', 'new_cup')].join('\n'), all)).not.toBe(red);
  const asked = [
    'Now stop all running containers. The result will be as below:',
    '실행 중인 컨테이너를 모두 삭제하세요. 결과는 다음과 같습니다.',
  ];
  for (const words of asked)
    expect(shown([run, words], 'docker ps', head.trim(), all)).toBe('broken reader reader-clears');
  const removed = console('$ docker rm -f jar');
  const named = console('$ docker run -d --name jar nginx');
  expect(shown([run, named, asked[0] ?? '', removed, 'See:'], 'docker ps', head.trim(), all)).toBe(red);
  expect(shown([run, 'See what runs:'], 'docker ps', head.trim(), all)).toBe(red);
  expect(shown([run, asked[0] ?? '', run, 'See:'], 'docker ps', head.trim(), all)).toBe(red);
});

test('what runs while a command runs is seen in another terminal alone', () => {
  const head = 'CONTAINER ID   IMAGE     COMMAND      CREATED        STATUS        PORTS   NAMES';
  const row = '2a3b4c5d6e7f   python    "sleep 10"   1 second ago   Up 1 second           sad_lamp';
  const words = ['In the next ten seconds, in another terminal:', '그동안 다른 터미널에서:', '在另一个终端里:'];
  for (const said of words) {
    const run = console('$ docker run python sleep 10');
    expect(shown([run, said], 'docker ps', `${head}\n${row}`, head)).toBe(open);
    const goesOn = console('$ docker run -d python sleep 10');
    expect(shown([goesOn, said], 'docker ps', `${head}\n${row}`, head)).toBe(red);
  }
});

test('the newest container that could not be made is asked for by no other one', () => {
  const offline = fails(
    'docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.2.3:53: no such host',
    125,
  );
  const logs = 'docker logs --tail 1 $(docker ps -lq)';
  const list = 'docker ps -l';
  const head = 'CONTAINER ID  IMAGE  COMMAND  CREATED  STATUS  PORTS  NAMES\n';
  const lines = [
    console('$ docker run busybox true', '$ docker run -d acme/clock'),
    console(`$ ${list}`, `${head}068cc994ffd0  acme/clock  ...  1 minute ago  Up 1 minute  ...`),
    console(`$ ${logs}`, 'Sat Feb 25 14:57:46 UTC 2017'),
  ];
  const outputs = {
    'docker run -d acme/clock': offline,
    [list]: { text: `${head}1a2b3c4d5e6f  busybox  "true"  1 minute ago  Exited (0) 1 minute ago    old_jar` },
    [logs]: { text: 'exit' },
  };
  expect(verdicts(lines, outputs).slice(2)).toEqual(['9 broken of 5 follows-unmade', '15 broken of 5 follows-unmade']);
  expect(verdicts(lines, { ...outputs, 'docker run -d acme/clock': { text: '' } })[2]).toBe(`9 ${red}`);
});

test('what a command in the running text would make is nobody’s fault', () => {
  const refused = fails(
    'curl: (7) Failed to connect to localhost port 8081 after 0 ms: Could not connect to server',
    7,
  );
  const other = console('$ docker run -d --name jar nginx');
  const curl = console('$ curl localhost:8081');
  const of = (words: string) => verdicts([other, words, curl], { 'curl localhost:8081': refused }).at(-1);
  for (const words of [
    'Then you may run it: `docker run -d -p 8081:80 acme/web`, and look at it.',
    '이제 `docker run -d -p 8081:80 acme/web` 같은 명령으로 띄울 수 있고, 결과를 봅니다.',
  ])
    expect(of(words), words).toContain('skipped reader in-running-text');
  expect(of('It answers there:')).toBe('10 failed chapter step-failed');
});

test('what was told to fail has taken nothing away', () => {
  const inUse =
    'Error response from daemon: conflict: unable to remove repository reference "acme/till" (must force) - container 0ae497ff65e5 is using its referenced image 23350347cb48';
  const lines = [
    console('$ docker run -d acme/till', '$ docker rmi acme/till', inUse),
    console('$ docker rmi acme/till', 'Untagged: acme/till:latest'),
  ];
  const missing = fails('Error response from daemon: No such image: acme/till');
  expect(
    verdicts(lines, {
      'docker run -d acme/till': fails('docker: Error response from daemon: pull access denied for acme/till', 125),
      'docker rmi acme/till': missing,
    }).at(-1),
  ).not.toContain('failed chapter');
});

test('an image that the page has not pulled comes from a page before; one that it has removed does not', () => {
  const missing = fails('Error response from daemon: No such image: nginx:latest');
  const command = 'docker image tag nginx acme/till:1';
  const of = (...before: readonly string[]) =>
    verdicts([...before, console(`$ ${command}`)], { [command]: missing }).at(-1);
  expect(of()).toBe('4 skipped reader nobody-makes');
  expect(of(console('$ docker pull nginx', '$ docker rmi nginx'))).toContain('failed chapter');
});
