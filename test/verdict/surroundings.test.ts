import { expect, test } from 'vitest';
import { console, fails, verdicts } from './replayed.ts';

const offline = (image: string) =>
  fails(
    `Unable to find image '${image}' locally\ndocker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.2.3:53: no such host`,
    125,
  );
const noImage = (image: string) => fails(`Error response from daemon: No such image: ${image}`);

test('an image that no registry gave is missing in every later step, however it should have come', () => {
  const english = [
    'Start it:',
    console('$ docker run -d --name oven redis:7'),
    'Look at its layers, and remove it:',
    console('$ docker history redis:7', '$ docker run --rm redis:7 redis-server --version'),
    console('$ docker rmi redis:7'),
  ];
  expect(
    verdicts(english, {
      'docker run -d --name oven redis:7': offline('redis:7'),
      'docker run --rm redis:7 redis-server --version': offline('redis:7'),
      'docker history redis:7': noImage('redis:7'),
      'docker rmi redis:7': noImage('redis:7'),
    }),
  ).toEqual([
    '6 broken surroundings environment-no-registry',
    '12 skipped of 6 step-depends',
    '13 broken of 6 follows-unmade',
    '17 skipped of 6 step-depends',
  ]);
  const rows =
    'REPOSITORY   TAG   IMAGE ID       CREATED       SIZE\nredis        7     2a3b4c5d6e7f   2 weeks ago   117MB';
  const korean = [
    '컨테이너를 실행합니다.',
    console('$ docker create --name oven redis:7'),
    '이미지 목록을 확인합니다.',
    console('$ docker images', rows),
    '태그를 붙입니다.',
    console('$ docker tag redis:7 oven:1'),
  ];
  expect(
    verdicts(korean, {
      'docker create --name oven redis:7': offline('redis:7'),
      'docker images': { text: 'REPOSITORY   TAG   IMAGE ID   CREATED   SIZE' },
    }),
  ).toEqual([
    '6 broken surroundings environment-no-registry',
    '12 broken of 6 follows-unmade',
    '20 skipped of 6 step-depends',
  ]);
});

test('that an image cannot be fetched once more is not the failure that the chapter tells', () => {
  const told = 'docker run --name pan redis:7 nosuch';
  const lines = [
    console('$ docker run -d --name oven redis:7'),
    'The command fails with an error:',
    console(`$ ${told}`, 'docker: Error response from daemon: exec: "nosuch": executable file not found in $PATH'),
  ];
  const outputs = { 'docker run -d --name oven redis:7': offline('redis:7'), [told]: offline('redis:7') };
  expect(verdicts(lines, outputs).at(-1)).toBe('10 skipped of 4 step-depends');
});

test('an image that was had, and is removed too early, is the chapter’s matter', () => {
  const lines = [console('$ docker run --rm redis:7 true', '$ docker rmi redis:7', '$ docker history redis:7')];
  expect(verdicts(lines, { 'docker history redis:7': noImage('redis:7') }).at(-1)).toBe('6 failed chapter step-failed');
});

test('an image of a service that the swarm cannot reach is missing; a service that does not keep up is the chapter’s', () => {
  const text = (image: string) =>
    `image ${image} could not be accessed on a registry to record\nits digest.\n\ntill\noverall progress: 0 out of 1 tasks\nservice update paused: update paused due to failure or early termination of task x86vfprpxnwn`;
  const lines = [
    console('$ docker swarm init', '$ docker service create --name till nginx'),
    console('$ docker service update --image acme/till:2 till'),
  ];
  const command = 'docker service update --image acme/till:2 till';
  expect(verdicts(lines, { [command]: fails(text('acme/till:2')) }, { missingImages: ['acme/till:2'] }).at(-1)).toBe(
    '9 broken surroundings image-missing',
  );
  const paused = fails(text('').split('\n').at(-1) ?? '');
  expect(verdicts(lines, { [command]: paused }).at(-1)).toBe('9 failed chapter step-failed');
});

test('a registry that asks who one is: the chapter’s own only where a step before has started it', () => {
  const asks = { text: 'Username:', exitCode: null, ended: 'question' as const };
  const login = (port: number) => console(`$ docker login localhost:${port}`);
  const own = (port: number) => console(`$ docker run -d -p ${port}:5000 --name shelf registry:2`);
  const given = (port: number) => ({ [`docker login localhost:${port}`]: asks });
  expect(verdicts([login(5000), own(5000)], given(5000))[0]).toBe('4 skipped reader account-of-reader');
  expect(verdicts([login(8080)], given(8080))[0]).toBe('4 skipped reader account-of-reader');
  expect(verdicts([own(5000), login(5000)], given(5000))[1]).toBe('8 failed chapter step-question');
});

test('a program that the real image has, and its stand-in has not', () => {
  const missing = fails('bash: ping: command not found', 127);
  const opened = { text: '', exitCode: null, ended: 'opened' as const };
  const inside = (image: string) =>
    console(`$ docker run -it ${image} bash`, 'root@2a3b4c5d6e7f:/# ping -c 1 localhost');
  const verdictOf = (image: string, met: string) =>
    verdicts(
      [inside(image)],
      { [`docker run -it ${image} bash`]: opened, 'ping -c 1 localhost': missing },
      { standInsMet: [met] },
    ).at(-1);
  for (const image of ['ubuntu:14.04', 'ubuntu:trusty', 'centos:7'])
    expect(verdictOf(image, image)).toBe('5 broken surroundings stand-in-lacks');
  for (const image of ['ubuntu:22.04', 'debian:12'])
    expect(verdictOf(image, image)).toBe('5 failed chapter step-failed');
});

test('the files and the program of a package follow from where it could not be installed', () => {
  const lacking = fails('E: Unable to locate package nginx', 100);
  const lines = [
    console('$ sudo apt -y install nginx', '$ sudo nginx -v', '$ sudo systemctl status nginx'),
    '설정 파일을 옮겨 둡니다.',
    console(
      '$ sudo mv /etc/nginx/nginx.conf /etc/nginx/nginx.conf.org',
      '$ sudo cp /etc/nginx/nginx.conf.org /etc/nginx/nginx.conf',
    ),
  ];
  const outputs = {
    'sudo nginx -v': fails('sudo: nginx: command not found'),
    'sudo systemctl status nginx': fails(
      '● nginx.service\n     Loaded: loaded (/etc/init.d/nginx; generated)\n     Active: inactive (dead)',
      3,
    ),
    'sudo mv /etc/nginx/nginx.conf /etc/nginx/nginx.conf.org': fails(
      "mv: cannot stat '/etc/nginx/nginx.conf': No such file or directory",
    ),
  };
  const found = (install: typeof lacking) =>
    verdicts(lines, { 'sudo apt -y install nginx': install, ...outputs }).slice(0, 4);
  expect(found(lacking)).toEqual([
    '4 broken surroundings package-lacking',
    '5 broken of 4 follows-unmade',
    '6 broken surroundings service-manager-lacking',
    '12 broken of 4 follows-unmade',
  ]);
  const installed = found({ text: 'Setting up nginx (1.22) ...', exitCode: 0 });
  expect([installed[0], installed[3]]).toEqual(['4 passed', '12 failed chapter step-failed']);
});

test('ports of what ran on the author’s machine before; those that a step has opened are the chapter’s', () => {
  const rules = (...rows: readonly string[]) => [
    'Chain DOCKER (2 references)',
    'target prot opt source destination',
    ...rows,
  ];
  const own = 'DNAT tcp -- 0.0.0.0/0 0.0.0.0/0 tcp dpt:8002 to:172.17.0.8:80';
  const shown = [
    { command: 'sudo iptables -t nat -L DOCKER -n', lines: rules(own), out: rules().join('\n') },
    {
      command: 'ss -ltn',
      lines: ['State Recv-Q Send-Q Local', 'LISTEN 0 4096 0.0.0.0:8002 0.0.0.0:*'],
      out: 'State Recv-Q Send-Q Local',
    },
    {
      command: 'ps -ef | grep 4711',
      lines: ['root 4711 1158 0 10:11 ? 00:00:00 /usr/bin/docker-proxy -proto tcp -host-ip 0.0.0.0 -host-port 8002'],
      out: 'root 162 152 0 20:37 pts/0 00:00:00 grep 4711',
    },
  ];
  for (const { command, lines, out: text } of shown) {
    const look = console(`$ ${command}`, ...lines);
    expect(verdicts([look], { [command]: { text } })).toEqual(['4 broken reader rows-of-before']);
    const opened = [console('$ docker run -d -p 8002:80 nginx'), look];
    expect(verdicts(opened, { [command]: { text } }).at(-1)).toBe('8 failed chapter step-mismatch');
  }
});

test('images without a name are those of the reader’s builds; where the chapter builds, nobody can tell', () => {
  const head = 'REPOSITORY   TAG       IMAGE ID       CREATED      SIZE';
  const row = '<none>       <none>    9a5a7f43a880   9 days ago   1.08GB';
  for (const command of ['docker images -f "dangling=true"', 'docker image ls --filter dangling=true']) {
    const look = console(`$ ${command}`, head, row);
    expect(verdicts([look], { [command]: { text: head } })).toEqual(['4 broken reader rows-of-before']);
    const tagged = [look, console('$ docker pull nginx', '$ docker tag nginx acme/till')];
    expect(verdicts(tagged, { [command]: { text: head } })[0]).toBe('4 broken reader rows-of-before');
    expect(verdicts([console('$ docker build -t till .'), look], { [command]: { text: head } }).at(-1)).toBe(
      '8 broken surroundings not-proven',
    );
  }
});

test('what the page asks to take away by the form of a command is in use', () => {
  const inUse = fails(
    'Error response from daemon: conflict: unable to remove repository reference "nginx" (must force) - container 512b003d74be is using its referenced image b0daa1377c79',
  );
  const run = console('$ docker run -d nginx');
  const remove = console('$ docker rmi nginx');
  const forms = [
    '```bash\ndocker rm <container name or container id>\n```',
    '```bash\ndocker rm -f [컨테이너 이름]\n```',
    '```\ndocker stop <容器名>\ndocker rm <容器名>\n```',
  ];
  for (const form of forms) {
    const last = verdicts([run, '## All of them', form, remove], { 'docker rmi nginx': inUse }).at(-1) ?? '';
    expect(last).not.toContain('failed');
  }
  expect(verdicts([run, remove], { 'docker rmi nginx': inUse }).at(-1)).toBe('8 failed chapter step-failed');
});

test('a program that the page says may not be there is missed as told', () => {
  const missing = fails(
    'OCI runtime exec failed: exec failed: unable to start container process: exec: "ping": executable file not found in $PATH',
    127,
  );
  const told = [
    'It is possible that the newest image does not have the `ping` program installed. Then you see an error.',
    '최신 이미지에는 ping 명령이 없을 수 있습니다.',
    '最新的镜像里没有安装 ping。',
    'Everybody is reached by name.',
  ];
  const command = 'docker exec till ping -c 1 cup';
  const of = (sentence: string) =>
    verdicts([console('$ docker run -d --name till nginx'), console(`$ ${command}`), sentence], {
      [command]: missing,
    }).at(-1);
  expect(told.map(of)).toEqual(['8 passed', '8 passed', '8 passed', '8 failed chapter step-failed']);
});

test('an empty list of the images of one name follows from where they could not be built', () => {
  const noContext = fails('ERROR: unable to prepare context: path "./till" not found');
  const head = { text: 'REPOSITORY   TAG       IMAGE ID   CREATED   SIZE' };
  const found = (list: string) =>
    verdicts([console('$ docker build -t till:1 ./till'), console(`$ ${list}`)], {
      'docker build -t till:1 ./till': noContext,
      [list]: head,
    }).at(-1);
  for (const list of ['docker images till', 'docker image ls till:1', 'docker images'])
    expect(found(list)).toBe('8 broken of 4 follows-unmade');
  expect(found('docker images cups')).toBe('8 passed');
});

test('what was to be removed by hand is still the former one for whoever needs the new one', () => {
  const taken = fails(
    'docker: Error response from daemon: Conflict. The container name "/till" is already in use by container "655abff998a5".',
    125,
  );
  const made = 'docker run -d --name till --network tea nginx';
  const ping = 'docker exec cup ping -c 1 till';
  const outputs = { [made]: taken, [ping]: fails("ping: bad address 'till'") };
  const of = (sentence: string) =>
    verdicts(
      [
        console('$ docker run -d --name till nginx', '$ docker run -d --name cup --network tea nginx'),
        sentence,
        console(`$ ${made}`, `$ ${ping}`),
      ],
      outputs,
    ).slice(2);
  for (const sentence of ['Follow these steps to remove the containers.', '먼저 앞에서 만든 컨테이너를 삭제합니다.'])
    expect(of(sentence)).toEqual(['11 skipped reader reader-removes', '12 broken of 11 follows-altered']);
  expect(of('Make it on the network.')[0]).toBe('11 failed chapter step-failed');
});
