import { expect, test } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { type ReplayedOutput, replay } from '../../runner/pipeline/replay.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { console, fails, notThere, verdicts } from './replayed.ts';

const noPull = fails(
  "Unable to find image 'acme/kiln:latest' locally\ndocker: Error response from daemon: pull access denied for acme/kiln, repository does not exist",
  125,
);
const out = { missingImages: ['acme/kiln:latest'] };

test('what an image that cannot be had should have made is told under its line, whatever it is called later', () => {
  const rows =
    'CONTAINER ID   IMAGE       COMMAND   CREATED        STATUS        PORTS   NAMES\n2a3b4c5d6e7f   acme/kiln   "kiln"    1 minute ago   Up 1 minute           happy_tesla';
  const lines = [
    console('$ docker run -d acme/kiln'),
    console('$ docker ps', rows),
    console('$ docker rename happy_tesla oven', '$ docker rm 2a3b4c5d6e7f'),
  ];
  const outputs = {
    'docker run -d acme/kiln': noPull,
    'docker ps': { text: 'CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES' },
  };
  expect(verdicts(lines, outputs, out)).toEqual([
    '4 broken surroundings image-missing',
    '8 broken of 4 follows-unmade',
    '14 skipped of 4 step-depends',
    '15 skipped of 4 step-depends',
  ]);
});

test('a row of a container that was started, and differs, is the chapter’s', () => {
  const head = 'CONTAINER ID   IMAGE     COMMAND   CREATED        STATUS                  PORTS   NAMES\n';
  const row = (status: string) => `${head}2a3b4c5d6e7f   busybox   "sh"      1 minute ago   ${status}           oven`;
  const lines = [console('$ docker run -d --name oven busybox'), console('$ docker ps -a', row('Up 1 minute'))];
  expect(verdicts(lines, { 'docker ps -a': { text: row('Exited (1) 1 minute ago') } })).toEqual([
    '4 passed',
    '8 failed chapter step-mismatch',
  ]);
});

test('a folder that was not fetched: nothing is typed into another one', () => {
  const lines = [
    console('$ git clone https://git.example/acme/shop', '$ cd shop', '$ ls', '$ docker build -t shop .'),
    console('$ cd /tmp', '$ rm -rf $(pwd)/data'),
  ];
  const clone = fails(
    "fatal: unable to access 'https://git.example/acme/shop/': Could not resolve host: git.example",
    128,
  );
  expect(verdicts(lines, { 'git clone https://git.example/acme/shop': clone })).toEqual([
    '4 broken surroundings environment-no-network',
    '5 skipped of 4 step-depends',
    '6 skipped of 4 place-lost',
    '7 skipped of 4 place-lost',
    '11 passed',
    '12 passed',
  ]);
});

test('used again after the chapter has removed it: the chapter is wrong, however it was made', () => {
  const lines = [console('$ docker run -d --name oven acme/kiln', '$ docker rm -f oven', '$ docker stop oven')];
  const outputs = { 'docker run -d --name oven acme/kiln': noPull, 'docker stop oven': notThere('oven') };
  expect(verdicts(lines, outputs, out).at(-1)).toBe('6 failed chapter step-failed');
});

test('what was there before the chapter is the reader’s: it is shown, stopped, removed and made anew', () => {
  const rows =
    'CONTAINER ID   IMAGE   COMMAND   CREATED          STATUS          PORTS   NAMES\n277451c15ec1   redis   "redis"   17 minutes ago   Up 17 minutes           till';
  const lines = [
    console('$ docker container ls', rows),
    console('$ docker container stop till', '$ docker container rm till', '$ docker run -d --name till redis'),
  ];
  const outputs = {
    'docker container ls': { text: 'CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES' },
    'docker container stop till': notThere('till'),
    'docker container rm till': notThere('till'),
  };
  expect(verdicts(lines, outputs)).toEqual([
    '4 broken reader rows-of-before',
    '10 skipped reader nobody-makes',
    '11 broken of 10 follows-altered',
    '12 passed',
  ]);
});

test('an image that nobody builds and Docker Hub has no official one of is the chapter’s fault, without a network too', () => {
  const lines = [console('$ docker build -t clay .', '$ docker run gallery')];
  const text =
    'Unable to find image \'gallery:latest\' locally\ndocker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io: no such host';
  expect(verdicts(lines, { 'docker run gallery': fails(text, 125) }, { missingImages: ['gallery'] }).at(-1)).toBe(
    '5 failed chapter step-failed',
  );
  expect(
    verdicts([console('$ docker run redis')], { 'docker run redis': fails(text.replace('gallery', 'redis'), 125) }),
  ).toEqual(['4 broken surroundings environment-no-registry']);
});

test('a name or port that the chapter itself holds is the chapter’s fault; one that a step should have freed is not', () => {
  const taken = (name: string) =>
    fails(
      `docker: Error response from daemon: Conflict. The container name "/${name}" is already in use by container "0c2ab5".`,
      125,
    );
  const twice = [console('$ docker run -d --name oven redis', '$ docker run -d --name oven nginx')];
  expect(verdicts(twice, { 'docker run -d --name oven nginx': taken('oven') }).at(-1)).toBe(
    '5 failed chapter step-failed',
  );
  const freed = [console('$ docker run -d --name oven redis', '$ docker rm oven', '$ docker run -d --name oven nginx')];
  const running = fails(
    'Error response from daemon: cannot remove container "/oven": container is running: stop the container before removing or force remove',
  );
  expect(verdicts(freed, { 'docker rm oven': running, 'docker run -d --name oven nginx': taken('oven') })).toEqual([
    '4 passed',
    '5 failed chapter step-failed',
    '6 broken of 5 follows-unremoved',
  ]);
});

test('a program that a reader has is not the chapter’s fault; a verb that Docker does not have is', () => {
  const lines = [console('$ jq --version', '$ docker imges')];
  const outputs = {
    'jq --version': fails('bash: jq: command not found', 127),
    'docker imges': fails("docker: 'imges' is not a docker command.\nSee 'docker --help'"),
  };
  expect(verdicts(lines, outputs, { missingPrograms: ['jq'] })).toEqual([
    '4 broken surroundings program-lacking',
    '5 failed chapter step-failed',
  ]);
});

test('a value that the reader fills in is left out wherever it goes', () => {
  const lines = [console('$ export HUB=<your name>', '$ docker tag redis $HUB/redis', '$ echo "$HOME"')];
  expect(verdicts(lines, {})).toEqual([
    expect.stringContaining('4 skipped reader'),
    '5 skipped of 4 step-depends',
    '6 passed',
  ]);
});

test('a client that says that nobody answers has not passed, whatever its status; a log that says so has', () => {
  const lines = [console('$ redis-cli -h localhost ping', '$ docker images ls', '$ echo hello')];
  const outputs = {
    'redis-cli -h localhost ping': { text: 'Could not connect to Redis at localhost:6379: Connection refused' },
    'docker images ls': { text: 'No images found matching "ls": did you mean "docker image ls"?' },
    'echo hello': { text: 'Connection refused' },
  };
  const [, docker, echo] = verdicts(lines, outputs);
  expect([docker, echo]).toEqual(['5 failed chapter step-failed-with-success', '6 passed']);
});

test('a stand-in that lacks what every Alpine has is no fault of the chapter; a program that no Alpine has is', () => {
  const lacks = (program: string) =>
    fails(
      `docker: Error response from daemon: OCI runtime create failed: exec: "${program}": executable file not found in $PATH`,
      127,
    );
  const lines = [console('$ docker run alpine printenv', '$ docker run alpine bash')];
  const outputs = { 'docker run alpine printenv': lacks('printenv'), 'docker run alpine bash': lacks('bash') };
  expect(verdicts(lines, outputs, { standInsMet: ['alpine:latest'] })).toEqual([
    '4 broken surroundings stand-in-lacks',
    '5 failed chapter step-failed',
  ]);
});

test('a swarm that nobody makes is the reader’s; a file that is given to a container is, too', () => {
  const lines = [console('$ docker service ls', '$ docker run --env-file kiln.env busybox env')];
  const outputs = {
    'docker service ls': fails('Error response from daemon: This node is not a swarm manager. Use "docker swarm init"'),
    'docker run --env-file kiln.env busybox env': fails('docker: open kiln.env: no such file or directory', 125),
  };
  expect(verdicts(lines, outputs)).toEqual(['4 skipped reader nobody-makes', '5 skipped reader nobody-makes']);
});

test('a volume that a broken container should have filled: what another one finds in it follows from that', () => {
  const lines = [
    console('$ docker volume create clay', '$ docker run -d --name oven -v clay:/srv acme/kiln'),
    console('$ docker run --rm -v clay:/srv busybox ls /srv', 'bowl'),
  ];
  const filled = { 'docker run -d --name oven -v clay:/srv acme/kiln': noPull };
  expect(verdicts(lines, filled, out).at(-1)).toBe('9 broken of 5 follows-altered');
  // What lies in an image, the chapter has not written.
  expect(verdicts(lines, {}).at(-1)).toBe('9 broken surroundings not-proven');
});

test.each([
  ['a program that failed', "docker run --rm -v clay:/srv busybox sh -c 'echo bowl > /srv/list && false'", 1],
  ['a shell that reads the line otherwise', 'docker run --rm -v clay:/srv busybox sh -c "echo bowl! > /srv/list"', 1],
  ['Docker that starts nothing', 'docker run --rm -v clay:/srv busybox list', 127],
])('a volume that was to be filled by %s lacks what is looked for in it', (_what, fill, status) => {
  const look = 'docker run --rm -v clay:/srv busybox cat /srv/list';
  const lines = [console('$ docker volume create clay', `$ ${fill}`), console(`$ ${look}`)];
  const lacks = { [fill]: fails('', status), [look]: fails("cat: can't open '/srv/list': No such file or directory") };
  expect(verdicts(lines, lacks).at(-1)).toBe('9 broken of 5 follows-altered');
  // The volume itself is there.
  const list = 'docker volume inspect clay';
  expect(verdicts([...lines, console(`$ ${list}`)], { ...lacks, [list]: { text: '[]' } }).at(-1)).toBe('13 passed');
});

test('a file of the author’s project that a pattern copies, and a build then misses, is the reader’s', () => {
  const dockerfile = (source: string) => `\`\`\`dockerfile\nFROM node\nCOPY ${source} ./\nRUN npm install\n\`\`\``;
  const missing = (file: string) =>
    fails(`npm error enoent Could not read: Error: ENOENT: no such file or directory, open '/app/${file}'`);
  const build = console('$ docker build -t shop .');
  const last = (source: string, file: string) =>
    verdicts([dockerfile(source), build], { 'docker build -t shop .': missing(file) }).at(-1);
  expect(last('package*.json', 'package.json')).toBe('10 skipped reader nobody-makes');
  // What the pattern does not stand for would have been made in the image.
  expect(last('package*.json', 'server.js')).toBe('10 failed chapter step-failed');
});

test('an image in a list before the chapter fetches it was there before', () => {
  const rows =
    'REPOSITORY   TAG      IMAGE ID       CREATED       SIZE\nkiln         latest   28bd5fe8b56d   2 weeks ago   13MB';
  const list = console('$ docker image ls', rows);
  const outputs = { 'docker image ls': { text: 'REPOSITORY   TAG       IMAGE ID   CREATED   SIZE' } };
  const pull = console('$ docker pull kiln');
  expect(verdicts([list, pull], outputs)[0]).toBe('4 broken reader rows-of-before');
  expect(verdicts([pull, list], outputs)[1]).toBe('8 failed chapter step-mismatch');
});

test('an ID that only may be that of the one container proves nothing against the chapter; one that was shown does', () => {
  const notRunning = (id: string) =>
    fails(`Error response from daemon: cannot kill container: ${id}: container is not running`);
  const run = '$ docker run -it --name oven busybox true';
  expect(
    verdicts([console(run), console('$ docker kill 8003a50512e9', '8003a50512e9')], {
      'docker kill 8003a50512e9': notRunning('8003a50512e9'),
    }),
  ).toEqual(['4 passed', '8 skipped reader value-of-author']);
  const shown =
    'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS                     PORTS   NAMES\n8003a50512e9   busybox   "true"    1 min     Exited (0) 1 second ago            oven';
  const [, , last] = verdicts(
    [console(run), console('$ docker ps -a', shown), console('$ docker kill 8003a50512e9', '8003a50512e9')],
    { 'docker ps -a': { text: shown }, 'docker kill 8003a50512e9': notRunning('8003a50512e9') },
  );
  expect(last).toMatch(/^\d+ failed chapter/);
});

test('more rows than the steps can have made were on the author’s machine, in whichever form they are listed', () => {
  const head = 'CONTAINER ID   IMAGE     COMMAND   CREATED        STATUS                    PORTS   NAMES\n';
  const row = (id: string, image: string, name: string) =>
    `${id}   ${image}   "sh"      1 minute ago   Exited (0) 1 minute ago           ${name}`;
  const lines = [
    console('$ docker run -d busybox sh'),
    console(
      '$ docker ps -a',
      `${head}${row('2a3b4c5d6e7f', 'shipper', 'sad_lamp')}\n${row('3b4c5d6e7f8a', 'busybox', 'old_jar')}`,
    ),
    console('$ docker images | cut -d" " -f1', 'busybox', 'nginx'),
    // As many as were made: a difference is the chapter’s.
    console('$ docker ps -a --format "{{.Image}}"', 'nginx'),
    // A service may have any number of containers.
    console('$ docker compose up -d', '$ docker ps -a --format "{{.Names}}"', 'shop-web-1', 'shop-db-1', 'shop-job-1'),
  ];
  const outputs = {
    'docker ps -a': { text: `${head}${row('8f58ed56c6ca', 'busybox', 'kind_pike')}` },
    'docker images | cut -d" " -f1': { text: 'busybox' },
    'docker ps -a --format "{{.Image}}"': { text: 'busybox' },
    'docker ps -a --format "{{.Names}}"': { text: 'kind_pike' },
  };
  expect(verdicts(lines, outputs)).toEqual([
    '4 passed',
    '8 broken reader more-than-made',
    '15 broken reader more-than-made',
    '21 failed chapter step-mismatch',
    '26 passed',
    '27 broken surroundings not-proven',
  ]);
});

test('nobody answers at a port that no step opens: the reader’s own program would, unless a container is there', () => {
  const refused = (port: number) =>
    fails(`curl: (7) Failed to connect to localhost port ${port} after 0 ms: Could not connect to server`, 7);
  const outputs = {
    'curl localhost:8123': refused(8123),
    'curl localhost:8090': refused(8090),
    'node server.js': fails('node: command not found', 127),
  };
  const missing = { missingPrograms: ['node'] };
  expect(verdicts([console('$ curl localhost:8123')], outputs)).toEqual(['4 skipped reader nobody-makes']);
  expect(verdicts([console('$ node server.js', '$ curl localhost:8123')], outputs, missing)).toEqual([
    '4 broken surroundings program-lacking',
    '5 broken of 4 follows-unmade',
  ]);
  const published = console('$ docker run -d --name web acme/web', '$ curl localhost:8090');
  expect(verdicts([published], outputs)).toEqual(['4 passed', '5 failed chapter step-failed']);
});

test('a list that is empty because nothing was made shows nothing; one that should be empty does', () => {
  const empty = (head: string) => ({ text: head });
  const heads = {
    'docker ps': empty('CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES'),
    'docker container ls -a': empty('CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES'),
    'docker images': empty('REPOSITORY   TAG   IMAGE ID   CREATED   SIZE'),
    'docker compose ps': empty('NAME   IMAGE   COMMAND   SERVICE   CREATED   STATUS   PORTS'),
    'docker volume ls -q': empty(''),
  };
  const list = console('$ docker ps', '$ docker container ls -a', '$ docker images');
  expect(
    verdicts(
      [list, console('$ docker run -d acme/kiln', '$ docker ps'), list],
      { ...heads, 'docker run -d acme/kiln': noPull },
      out,
    ),
  ).toEqual([
    '4 passed',
    '5 passed',
    '6 passed',
    '10 broken surroundings image-missing',
    '11 broken of 10 follows-unmade',
    '15 broken of 10 follows-unmade',
    '16 broken of 10 follows-unmade',
    '17 passed',
  ]);
  const ends = console('$ docker run --rm acme/kiln', '$ docker run --name k acme/kiln true', '$ docker ps');
  const outputs = { ...heads, 'docker run --rm acme/kiln': noPull, 'docker run --name k acme/kiln true': noPull };
  expect(verdicts([ends], outputs, out).at(-1)).toBe('6 passed');
  const removed = console(
    '$ docker run -d --name k acme/kiln',
    '$ docker rm -f k',
    '$ docker ps',
    '$ docker volume ls -q',
  );
  expect(verdicts([removed], { ...heads, 'docker run -d --name k acme/kiln': noPull }, out).slice(-2)).toEqual([
    '6 passed',
    '7 passed',
  ]);
});

test('what a pipe hides of a status, Docker says all the same', () => {
  const daemon = (text: string) => ({ text: `Error response from daemon: ${text}` });
  const outputs = {
    'docker save kiln | gzip > kiln.tgz': daemon('reference does not exist'),
    'docker export oven | tar -tf - | head': daemon('No such container: oven'),
    'docker logs oven 2>&1 | head -n 3': { text: 'Error: no coal' },
    'docker run -d --name oven acme/kiln': noPull,
  };
  expect(verdicts([console('$ docker save kiln | gzip > kiln.tgz')], outputs)).toEqual([
    '4 failed chapter step-failed-with-success',
  ]);
  expect(
    verdicts(
      [console('$ docker run -d --name oven acme/kiln', '$ docker export oven | tar -tf - | head')],
      outputs,
      out,
    ),
  ).toEqual(['4 broken surroundings image-missing', '5 skipped of 4 step-depends']);
  expect(
    verdicts([console('$ docker run -d --name oven busybox', '$ docker logs oven 2>&1 | head -n 3')], outputs),
  ).toEqual(['4 passed', '5 passed']);
});

test('a folder that a variable stands for is the same folder, and so is a volume’s on the engine’s machine', () => {
  const missing = (path: string) => fails(`cat: ${path}: No such file or directory`);
  const lines = (assigned: string, used: string) => [
    console(`$ ${assigned}`, `$ mkdir ${used}`),
    console(`$ docker run -d -v ${used}:/data -v soot:/soot acme/kiln`),
    console(`$ cat ${used}/log`, '$ sudo cat /var/lib/docker/volumes/soot/_data/log'),
  ];
  const outputs = (used: string) => ({
    [`docker run -d -v ${used}:/data -v soot:/soot acme/kiln`]: noPull,
    [`cat ${used}/log`]: missing('/root/kiln/log'),
    'sudo cat /var/lib/docker/volumes/soot/_data/log': missing('/var/lib/docker/volumes/soot/_data/log'),
  });
  for (const [assigned, used] of [
    ['LOGS=~/kiln', '$LOGS'],
    ['export LOGS="$HOME/kiln"', '~/kiln'],
    ['LOGS=./kiln', '${LOGS}'],
  ] as const)
    expect(verdicts(lines(assigned, used), outputs(used), out).slice(2)).toEqual([
      '9 broken surroundings image-missing',
      expect.stringMatching(/^13 (?:broken|skipped) of 9 /),
      expect.stringMatching(/^14 (?:broken|skipped) of 9 /),
    ]);
  // The folder was filled, or nobody should have filled it.
  const [first, , last] = lines('LOGS=~/kiln', '$LOGS');
  expect(verdicts([first ?? '', last ?? ''], outputs('$LOGS'), out).at(2)).toBe('9 skipped reader nobody-makes');
});

test('an address is known from where it is shown before, with the size of its network too', () => {
  const refused = fails('curl: (7) Failed to connect to 172.17.0.2 port 80: Connection refused', 7);
  const shown = console('$ docker exec kiln ip a', '    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0');
  const asks = console('$ curl http://172.17.0.2');
  const run = console('$ docker run -d --name kiln acme/kiln');
  const outputs = { 'curl http://172.17.0.2': refused, 'docker run -d --name kiln acme/kiln': noPull };
  expect(verdicts([run, shown, asks], outputs, out).at(-1)).toBe('13 skipped of 4 step-depends');
  expect(verdicts([asks, run, shown], outputs, out)[0]).toBe('4 skipped reader value-of-author');
});

test('a Docker command without its first word is wrong, and a program that a reader lacks is none of these', () => {
  const lacks = (program: string) => fails(`bash: ${program}: command not found`, 127);
  const surroundings = { missingPrograms: ['node', 'service', 'images', 'rmi'] };
  const outputs = {
    'node ls': lacks('node'),
    'node server.js': lacks('node'),
    images: lacks('images'),
    'rmi kiln': lacks('rmi'),
    'service nginx start': lacks('service'),
  };
  const lines = [console('$ node ls', '$ node server.js', '$ images', '$ rmi kiln', '$ service nginx start')];
  expect(verdicts(lines, outputs, surroundings).map((one) => one.replace(/ step-failed$/, ''))).toEqual([
    '4 failed chapter',
    '5 broken surroundings program-lacking',
    '6 failed chapter',
    '7 failed chapter',
    '8 broken surroundings program-lacking',
  ]);
});

test('a sentence below that quotes the error says that the command fails; one that says what to do then does not', () => {
  const refused = fails('curl: (7) Failed to connect to 127.0.0.1 port 80: Connection refused', 7);
  const run = console('$ docker run -d --name till busybox httpd -f');
  const asks = console('$ curl http://127.0.0.1:80');
  const told = (sentence: string) => verdicts([run, asks, sentence], { 'curl http://127.0.0.1:80': refused })[1];
  for (const sentence of [
    "It won't work.. you get: `curl: (7) Failed to connect to 127.0.0.1 port 80: Connection refused`...",
    '접속할 수 없고 `curl: (7) Failed to connect`가 나옵니다.',
    '此时无法连接，会看到 `Connection refused`。',
    '`curl: (7) Failed to connect` と出て、つながりません。',
  ])
    expect(told(sentence)).toBe('8 passed');
  for (const sentence of [
    'If it does not work and you get `Connection refused`, start the container.',
    'It does not work on other machines.',
    '여기서 `docker` 명령은 동작하지 않습니다.',
  ])
    expect(told(sentence)).toBe('8 failed chapter step-failed');
});

test('what the reader was to stop by a name that only they know still runs', () => {
  const running = (id: string) =>
    fails(
      `Error response from daemon: cannot remove container "${id}": container is running: stop the container before removing or force remove`,
    );
  const run = console('$ docker run -d --name till busybox httpd -f');
  const outputs = { 'docker rm $(docker ps -aq)': running('till') };
  for (const stop of ['$ docker stop xxx', '$ docker kill <container id>', '$ docker stop CONTAINER_ID'])
    expect(verdicts([run, console(stop), console('$ docker rm $(docker ps -aq)')], outputs).at(-1)).toBe(
      '12 broken of 8 follows-unremoved',
    );
  expect(verdicts([run, console('$ docker rm $(docker ps -aq)')], outputs).at(-1)).toBe('8 failed chapter step-failed');
});

test('an image for other machines is no fault of the chapter', () => {
  const platform = fails(
    'Error response from daemon: image with reference tea:v1 was found but its platform (linux/amd64) does not match the specified platform (linux/arm64)',
  );
  const run = 'docker run --platform linux/arm64 busybox true';
  expect(verdicts([console(`$ ${run}`)], { [run]: platform })).toEqual(['4 broken surroundings platform-lacking']);
});

test('a user that this machine lacks is the machine’s; in a container it is the image’s', () => {
  const unknown = (text: string) => fails(text);
  const outputs = {
    'chown -R mysql:mysql data': unknown('chown: invalid user: ‘mysql:mysql’'),
    'sudo chown 999:tomcat logs': unknown("chown: invalid group: '999:tomcat'"),
    'docker exec till chown www data': unknown("chown: invalid user: 'www'"),
  };
  const run = console('$ mkdir data logs', '$ docker run -d --name till busybox httpd -f');
  const lines = console(
    '$ chown -R mysql:mysql data',
    '$ sudo chown 999:tomcat logs',
    '$ docker exec till chown www data',
  );
  expect(verdicts([run, lines], outputs).slice(2)).toEqual([
    '9 broken surroundings user-lacking',
    '10 broken surroundings user-lacking',
    '11 failed chapter step-failed',
  ]);
});

test('less of a machine than the command asks for is no fault of the chapter; less than Docker allows is', () => {
  const lines = [
    console('$ docker run --name kiln --cpus=4 -d busybox sleep 60', '$ docker exec kiln ls'),
    console('$ docker run --rm --gpus all busybox true', '$ docker run --rm --cpuset-cpus 0-7 busybox true'),
    console('$ docker run --rm -m 2m busybox true'),
  ];
  const daemon = (why: string) => fails(`docker: Error response from daemon: ${why}`, 125);
  const outputs = {
    'docker run --name kiln --cpus=4 -d busybox sleep 60': daemon(
      'range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available',
    ),
    'docker run --rm --gpus all busybox true': daemon('could not select device driver "" with capabilities: [[gpu]]'),
    'docker run --rm --cpuset-cpus 0-7 busybox true': daemon(
      'Requested CPUs are not available - requested 0-7, available: 0-1.',
    ),
    'docker run --rm -m 2m busybox true': daemon('Minimum memory limit allowed is 6MB'),
  };
  expect(verdicts(lines, outputs)).toEqual([
    '4 broken surroundings machine-too-small',
    '5 skipped of 4 step-depends',
    '9 broken surroundings machine-too-small',
    '10 broken surroundings machine-too-small',
    '14 failed chapter step-failed',
  ]);
});

test('a plugin that the client here lacks is no fault of the chapter; a verb that no client has is', () => {
  const unknown = (verb: string) => fails(`docker: unknown command: docker ${verb}`);
  const lines = [
    console('$ docker scout cves nginx', '$ docker model pull ai/smollm2'),
    console('$ docker scuot cves nginx'),
  ];
  const outputs = {
    'docker scout cves nginx': unknown('scout'),
    'docker model pull ai/smollm2': unknown('model'),
    'docker scuot cves nginx': unknown('scuot'),
  };
  expect(verdicts(lines.slice(0, 1), outputs, { missingPlugins: ['scout'] })).toEqual([
    '4 broken surroundings plugin-lacking',
    '5 broken surroundings plugin-lacking',
  ]);
  expect(verdicts(lines.slice(1), outputs)).toEqual(['4 failed chapter step-failed']);
});

test('a repository that was not cloned, or that only the reader has, is not the chapter’s; one that it makes is', () => {
  const none = fails('fatal: not a git repository (or any of the parent directories): .git', 128);
  const clone = fails('ssh: Could not resolve hostname git.example: Name or service not known', 128);
  const outputs = {
    'git clone git@git.example:acme/shop.git': clone,
    'git checkout -b mine': none,
    'git status': none,
    'git log': none,
  };
  expect(verdicts([console('$ git clone git@git.example:acme/shop.git', '$ git checkout -b mine')], outputs)).toEqual([
    '4 broken surroundings environment-no-network',
    '5 skipped of 4 step-depends',
  ]);
  expect(verdicts([console('$ git status')], outputs)).toEqual(['4 skipped reader nobody-makes']);
  expect(verdicts([console('$ git log', '$ git init')], outputs)).toEqual(['4 failed chapter step-failed', '5 passed']);
});

test('files of an archive that was not fetched follow from that', () => {
  const lines = [
    console(
      '$ curl -fLO https://files.example/till-1.0.tgz',
      '$ tar xzvf till-1.0.tgz',
      '$ cp -r till/* /usr/local/bin/',
    ),
  ];
  const outputs = {
    'curl -fLO https://files.example/till-1.0.tgz': fails('curl: (6) Could not resolve host: files.example', 6),
    'cp -r till/* /usr/local/bin/': fails("cp: cannot stat 'till/*': No such file or directory"),
  };
  expect(verdicts(lines, outputs)).toEqual([
    '4 broken surroundings environment-no-network',
    '5 skipped of 4 step-depends',
    '6 broken of 4 follows-altered',
  ]);
});

test('the networks that a swarm brings lack where the reader makes the swarm', () => {
  const head = 'NETWORK ID     NAME              DRIVER    SCOPE';
  const own = ['5e3994d55a8d   bridge            bridge    local', 'c5e5c64cb7d4   none              null      local'];
  const ofSwarm = [
    '961c6cae9945   docker_gwbridge   bridge    local',
    'trtnl4tqnc3n   ingress           overlay   swarm',
  ];
  const lists = console('$ docker network ls', head, ...own, ...ofSwarm);
  const outputs = { 'docker network ls': { text: [head, ...own].join('\n') } };
  expect(verdicts([console('$ docker swarm init --advertise-addr <your address>'), lists], outputs)).toEqual([
    expect.stringContaining('4 skipped reader'),
    '8 broken of 4 follows-unmade',
  ]);
  expect(verdicts([lists], outputs)).toEqual(['4 broken reader rows-of-before']);
  expect(verdicts([console('$ docker swarm init'), lists], outputs)).toEqual([
    '4 passed',
    '8 failed chapter step-mismatch',
  ]);
});

test('the sections of a reference stand for themselves; a tutorial that goes on with what it removed is wrong', () => {
  const section = (title: string, command: string) => `## ${title}\n\n${console(command)}`;
  const gone = notThere('kiln');
  const reference = [
    section('Run', '$ docker run -d --name kiln busybox sleep 60'),
    section('Supprimer', '$ docker rm -f kiln'),
    section('로그', '$ docker logs kiln'),
    section('Stats', '$ docker stats --no-stream kiln'),
    section('端口', '$ docker port kiln'),
    section('Top', '$ docker top kiln'),
    section('Typo', '$ docker top --nope kiln'),
  ];
  const outputs = {
    'docker logs kiln': gone,
    'docker stats --no-stream kiln': gone,
    'docker port kiln': gone,
    'docker top kiln': gone,
    'docker top --nope kiln': fails('unknown flag: --nope', 125),
  };
  const statuses = (found: readonly string[]) => found.map((one) => one.replace(/^\d+ /, ''));
  expect(statuses(verdicts(reference, outputs))).toEqual([
    'passed',
    'passed',
    'skipped reader sections-apart',
    'skipped reader sections-apart',
    'skipped reader sections-apart',
    'skipped reader sections-apart',
    'failed chapter step-failed',
  ]);
  expect(statuses(verdicts(reference.slice(0, 4), outputs))).toEqual([
    'passed',
    'passed',
    'failed chapter step-failed',
    'failed chapter step-failed',
  ]);
});

test('a variable that nobody sets is the reader’s; one with a slip in its name, or a wrong option beside it, is not', () => {
  const none = fails('docker: No port specified: :<empty>', 125);
  const lines = [
    console('$ docker run -p $OUTER:$INNER busybox true'),
    console('$ PORT_INNER=80', '$ docker run -p 80:$PORT_INER busybox true'),
    console('$ docker run --nmae kiln -p $OUTER:80 busybox true'),
  ];
  const outputs = {
    'docker run -p $OUTER:$INNER busybox true': none,
    'docker run -p 80:$PORT_INER busybox true': none,
    'docker run --nmae kiln -p $OUTER:80 busybox true': fails('unknown flag: --nmae', 125),
  };
  expect(verdicts(lines, outputs)).toEqual([
    '4 skipped reader nobody-makes',
    '8 passed',
    '9 failed chapter step-failed',
    '13 failed chapter step-failed',
  ]);
});

test('a registry of the reader’s own machine that no step starts asks for the reader’s account', () => {
  const asks = (text: string): ReplayedOutput => ({ text, exitCode: null, ended: 'question' });
  const login = console('$ docker login localhost:5000');
  const outputs = { 'docker login localhost:5000': asks('Username:') };
  expect(verdicts([login], outputs)).toEqual(['4 skipped reader account-of-reader']);
  expect(verdicts([console('$ docker run -d -p 5000:5000 registry:2'), login], outputs)).toEqual([
    '4 passed',
    '8 failed chapter step-question',
  ]);
});

test('a list that is empty in any form leaves nothing to clear away', () => {
  const needs = (verb: string) => fails(`docker: '${verb}' requires at least 1 argument`);
  const lines = [
    console('$ docker rmi $(docker images | grep "^<none>" | awk \'{print $3}\')'),
    console('$ docker stop $(docker ps -aq) && docker rm $(docker ps -aq)'),
    console('$ docker stop --nope $(docker ps -aq)'),
  ];
  const outputs = {
    'docker rmi $(docker images | grep "^<none>" | awk \'{print $3}\')': needs('docker rmi'),
    'docker stop $(docker ps -aq) && docker rm $(docker ps -aq)': needs('docker stop'),
    'docker stop --nope $(docker ps -aq)': fails('unknown flag: --nope', 125),
  };
  expect(verdicts(lines, outputs)).toEqual(['4 passed', '8 passed', '12 failed chapter step-failed']);
});

test('the newest container is none, and a mounted folder is empty, where the container was not made', () => {
  const lines = [
    console(
      '$ mkdir shelf',
      '$ docker run -d -v ./shelf:/shelf acme/kiln',
      '$ docker ps -l',
      '$ docker ps -l --filter name=x',
    ),
    console('$ ls shelf', '$ mkdir bare', '$ ls bare'),
  ];
  const none = { text: 'CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES' };
  const outputs = {
    'docker run -d -v ./shelf:/shelf acme/kiln': noPull,
    'docker ps -l': none,
    'docker ps -l --filter name=x': none,
  };
  expect(verdicts(lines, outputs, out)).toEqual([
    '4 passed',
    '5 broken surroundings image-missing',
    '6 broken of 5 follows-unmade',
    '7 passed',
    '11 broken of 5 follows-altered',
    '12 passed',
    '13 passed',
  ]);
});

test('a project that only the reader has is missed by its build; one that the chapter writes is not', () => {
  const dockerfile = (...lines: readonly string[]) => `\`\`\`dockerfile\nFROM node:24\n${lines.join('\n')}\n\`\`\``;
  const build = console('$ docker build -t till .');
  const failed = (line: string) => ({ 'docker build -t till .': fails(line) });
  const missing = failed(
    "npm error enoent Could not read package.json: Error: ENOENT: no such file or directory, open '/app/package.json'",
  );
  const pip = failed(
    "ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'requirements.txt'",
  );
  const bare = { bareContext: true };
  const whole = dockerfile('WORKDIR /app', 'COPY . .', 'RUN npm ci');
  const reader = ['4 passed', expect.stringMatching(/^\d+ skipped reader project-of-reader$/)];
  const chapter = ['4 passed', expect.stringMatching(/^\d+ failed chapter step-failed$/)];
  const intro = 'Write a `Dockerfile`:';
  const ran = (file: string, outputs: typeof missing, around = {}) =>
    verdicts([intro, file, build], outputs, around).map((one) => one.replace(/^6 passed$/, '4 passed'));
  expect(ran(whole, missing, bare)).toEqual(reader);
  expect(ran(dockerfile('ADD ./ /app', 'RUN pip install -r requirements.txt'), pip, bare)).toEqual(reader);
  expect(
    ran(dockerfile('COPY . /app', 'RUN mvn package'), failed('there is no POM in this directory (/app).'), bare),
  ).toEqual(reader);
  expect(ran(whole, missing)).toEqual(chapter);
  expect(ran(dockerfile('WORKDIR /app', 'RUN npm ci'), missing, bare)).toEqual(chapter);
  expect(ran(whole, failed('/bin/sh: 1: nmp: not found'), bare)).toEqual(chapter);
});

test('an ID that nothing shows stands for the container that was made last, and for no other', () => {
  const stop = notThere('8003a50512e9');
  const outputs = { 'docker kill 8003a50512e9': stop, 'docker stop 8003a50512e9': stop };
  const blocks = (...between: readonly string[]) => [
    console('$ docker run -d busybox sleep 60', ...between),
    console('$ docker kill 8003a50512e9'),
  ];
  const plans = (lines: readonly string[]) => verdicts(lines, outputs).at(-1);
  expect(plans(blocks())).toMatch(/skipped reader value-of-author$/);
  expect(plans(blocks('$ docker run -d --name shelf busybox sleep 60'))).toMatch(/skipped reader nobody-makes$/);
  expect(plans(blocks('$ docker create --name box busybox'))).toMatch(/skipped reader nobody-makes$/);
});

test('what was left out in a container is missing in the image that was made of it', () => {
  const missing = fails("cat: can't open '/greeting': No such file or directory");
  const lines = [
    console('$ docker run -d --name till busybox sleep 60', '$ docker exec till cp <your file> /greeting'),
    console(
      '$ docker commit till till:2',
      '$ docker run --rm till:2 cat /greeting',
      '$ docker run --rm till:2 hostname',
    ),
  ];
  const outputs = { 'docker run --rm till:2 cat /greeting': missing };
  expect(verdicts(lines, outputs)).toEqual([
    '4 passed',
    expect.stringContaining('5 skipped reader'),
    '9 passed',
    '10 broken of 5 follows-altered',
    '11 passed',
  ]);
  expect(
    verdicts(
      lines.map((one) => one.replace('cp <your file>', 'touch')),
      outputs,
    ),
  ).toEqual(['4 passed', '5 passed', '9 passed', '10 failed chapter step-failed', '11 passed']);
});

test('an image that is called by half its name is not there; one that Docker Hub has may be the reader’s', () => {
  const none = (name: string) => fails(`Error response from daemon: No such image: ${name}:latest`);
  const lines = [
    console('$ docker tag busybox till-front', '$ docker tag busybox redis-till', '$ docker rmi till'),
    console('$ docker rmi redis'),
  ];
  const outputs = { 'docker rmi till': none('till'), 'docker rmi redis': none('redis') };
  expect(verdicts(lines, outputs).slice(2, 3)).toEqual(['6 failed chapter step-failed']);
});

test('a certificate of an address that only the author has is no fault of the chapter; one of its own registry is', () => {
  const refusal = (host: string) =>
    fails(
      `Get "https://${host}/v2/": tls: failed to verify certificate: x509: cannot validate certificate for ${host.split(':')[0]} because it doesn't contain any IP SANs`,
    );
  const lines = [
    console('$ docker tag alpine 192.168.7.9:5000/alpine', '$ docker push 192.168.7.9:5000/alpine'),
    console('$ curl -u tea:pot https://192.168.7.9/v2/_catalog'),
    console('$ docker run -d -p 5443:443 --name registry registry:2', '$ docker pull localhost:5443/alpine'),
  ];
  const outputs = {
    'docker push 192.168.7.9:5000/alpine': refusal('192.168.7.9:5000'),
    'curl -u tea:pot https://192.168.7.9/v2/_catalog': fails(
      'curl: (60) SSL certificate problem: self-signed certificate\ncurl failed to verify the legitimacy of the server and therefore could not\nestablish a secure connection to it.',
      60,
    ),
    'docker pull localhost:5443/alpine': refusal('localhost:5443'),
  };
  expect(verdicts(lines, outputs)).toEqual([
    '4 passed',
    '5 skipped reader value-of-author',
    '9 skipped reader value-of-author',
    '13 passed',
    '14 failed chapter step-failed',
  ]);
});

test('what a pipe hands on is read in no folder', () => {
  const lines = [
    console('$ cd /path/to/your/project'),
    console('$ docker run -d --name oven nginx', '$ docker ps | grep oven', '$ docker logs oven | tail -n 3'),
    console('$ grep oven notes.txt', '$ wc -l notes.txt'),
  ];
  expect(verdicts(lines, { 'docker ps | grep oven': { text: 'oven' } }).map((line) => line.split(' ')[1])).toEqual([
    'skipped',
    'passed',
    'passed',
    'passed',
    'skipped',
    'skipped',
  ]);
});

test('what stands below a table and is no row of it says nothing of the rows, which follow from what was not made', () => {
  const head = 'CONTAINER ID   IMAGE       COMMAND   CREATED        STATUS        PORTS   NAMES';
  const row = (name: string, id: string, image: string) =>
    `${id}   ${image}   "sh"      1 minute ago   Up 1 minute           ${name}`;
  const lines = [
    console('$ docker run -d --name oven acme/kiln', '$ docker run -d --name lamp busybox sleep 60'),
    console('$ docker ps --filter ancestor=acme/kiln', head, row('oven', '2a3b4c5d6e7f', 'acme/kiln'), '', '$_'),
    console('$ docker ps --filter name=lamp', head, row('lamp', '8f58ed56c6ca', 'busybox  '), '$_'),
  ];
  const outputs = {
    'docker run -d --name oven acme/kiln': noPull,
    'docker ps --filter ancestor=acme/kiln': { text: head },
    'docker ps --filter name=lamp': { text: head },
  };
  expect(verdicts(lines, outputs, out)).toEqual([
    '4 broken surroundings image-missing',
    '5 passed',
    '9 broken of 4 follows-unmade',
    '17 failed chapter step-mismatch',
  ]);
});

test('a container of an image that the chapter never uses was on the author’s machine, however many rows there are', () => {
  const head = 'CONTAINER ID   IMAGE       COMMAND   CREATED        STATUS        PORTS   NAMES';
  const row = (image: string, name: string) =>
    `2a3b4c5d6e7f   ${image}   "sh"      6 days ago   Up 6 days           ${name}`;
  const run = console('$ docker run -d --name oven busybox sleep 60', '$ docker run -d busybox sleep 60');
  const here = [head, row('busybox', 'oven').replace('2a', '9b'), row('busybox', 'happy_tesla').replace('2a', '8c')];
  const outputs = { 'docker ps -a': { text: here.join('\n') } };
  const shown = (other: string) => verdicts([run, console('$ docker ps -a', head, row(other, 'blog'))], outputs).at(-1);
  expect(shown('wordpress')).toBe('9 broken reader rows-of-before');
  expect(shown('acme/shop:2')).toBe('9 broken reader rows-of-before');
  expect(
    verdicts(
      [run, console('$ docker ps -a', head, row('busybox', 'oven').replace('Up 6 days ', 'Exited (1)'))],
      outputs,
    ).at(-1),
  ).toBe('9 failed chapter step-mismatch');
});

test('what the page asks in words to take away is the reader’s; what was made since, or never asked for, is the chapter’s', () => {
  const run = '$ docker run -d --name till nginx';
  const taken = fails(
    'docker: Error response from daemon: Conflict. The container name "/till" is already in use by container "4f1c0ffee123". You have to remove (or rename) that container to be able to reuse that name.',
    125,
  );
  let runs = 0;
  const outcomes = (...blocks: readonly string[]) => {
    runs = 0;
    const source = `# Chapter\n\n${blocks.join('\n\n')}\n`;
    const plan = planChapter(parseChapter(source, { id: 'ch', path: 'ch.md' }));
    return replay({ before: [], plan }, () => (runs++ === 0 ? { text: '4f1c0ffee123'.repeat(5) } : taken), {
      surroundings: {},
    }).map(({ status, cause }) => `${status}${cause === null ? '' : ` ${cause.kind}`}`);
  };
  const asked = [
    'Now stop and remove the container, and start it again.',
    '이제 컨테이너를 삭제하고 다시 시작합니다.',
    'コンテナを削除してから、もう一度起動します。',
    '请先删除之前的容器。',
  ];
  for (const words of asked) {
    expect(outcomes(console(run), words, console(run))).toEqual(['passed', 'skipped reader']);
    expect(outcomes(words, console(run), console(run))).toEqual(['passed', 'failed chapter']);
  }
  expect(outcomes(console(run), 'Start it again.', console(run))).toEqual(['passed', 'failed chapter']);
});

test('what has been done already is not missing where the page shows it once more', () => {
  const again = (...lines: readonly string[]) =>
    `> 명령:\n>\n> \`\`\`\n${lines.map((line) => `> ${line}`).join('\n')}\n> \`\`\`{{exec}}`;
  const run = 'docker run -d --name tea -e LEAVES=green -v pot:/tea redis';
  const look = 'docker exec tea redis-cli get leaves';
  expect(
    verdicts([console(`$ ${run}`), again(run), console(`$ ${look}`, 'green')], { [look]: { text: 'black' } }),
  ).toEqual(['4 passed', expect.stringMatching(/^\d+ skipped/), '14 failed chapter step-mismatch']);
  // Where it was not done, both would have done it.
  expect(
    verdicts([console(`$ ${run}`), again(run), console(`$ ${look}`)], { [run]: noPull, [look]: notThere('tea') }, out),
  ).toEqual([expect.stringContaining('4 '), expect.stringMatching(/^\d+ skipped/), expect.stringContaining('of 4')]);
});

test('what lies where the course begins is missed by a command that has led elsewhere', () => {
  const gone = { 'cd pot': fails('bash: cd: pot: No such file or directory') };
  const blocks = [console('$ cd cup'), console('$ cd pot'), console('$ ls')];
  expect(verdicts(blocks, gone, { leftBehind: ['pot'] })).toEqual([
    '4 passed',
    '8 failed chapter step-failed',
    '12 skipped of 8 place-lost',
  ]);
  expect(verdicts(blocks, gone)).toEqual(['4 passed', '8 skipped reader nobody-makes', '12 skipped of 8 place-lost']);
  expect(verdicts(blocks, gone, { leftBehind: ['jar'] })[1]).toBe('8 skipped reader nobody-makes');
});

test.each([
  'curl -s http://localhost:8080/menu',
  'curl -fsS -X POST localhost:8080/menu -d tea',
  'curl --silent 127.0.0.1:8080',
])('a silent curl tells by its exit status what has become of its server: %s', (curl) => {
  const blocks = [console('$ npm install', '$ node server.js &'), console(`$ ${curl}`)];
  const lacking = { 'npm install': fails('bash: npm: command not found', 127) };
  const nobody = { [curl]: fails('', 7) };
  const only = (outputs: Record<string, ReplayedOutput>, around = {}) =>
    verdicts([console(`$ ${curl}`)], outputs, around)[0];
  expect(only(nobody)).toBe('4 skipped reader nobody-makes');
  expect(only({ [curl]: fails('', 22) })).toBe('4 broken surroundings not-proven');
  expect(
    verdicts(
      [console('$ docker run -d -p 8080:80 acme/kiln'), console(`$ ${curl}`)],
      {
        'docker run -d -p 8080:80 acme/kiln': noPull,
        ...nobody,
      },
      out,
    )[1],
  ).toMatch(/of 4/);
  expect(verdicts(blocks, { ...lacking, ...nobody }, { missingPrograms: ['npm'] }).at(-1)).toMatch(/of 4|nobody-makes/);
});

test('a silent curl that finds no host has no network', () => {
  const outputs = { 'curl -s http://tea.example/': fails('', 6) };
  expect(verdicts([console('$ curl -s http://tea.example/')], outputs)[0]).toMatch(/^4 broken surroundings/);
});

test.each([
  ['-e DB_HOST=jar', 'docker run -d --name jar postgres', /^12 broken of 8/],
  ['-e DB_HOST=db', 'docker run -d --name jar --network tea --network-alias db postgres', /^12 broken of 8/],
  ['--env URL=redis://u:p@jar:6379/0', 'docker run -d --name jar redis', /^12 broken of 8/],
  ['-e NAME=kettle', 'docker run -d --name jar redis', /^12 broken surroundings not-proven/],
])('a program that could not be had has put nothing into the container that it is told of: %s', (option, jar, last) => {
  const app = `docker run -d --name app ${option} acme/kiln`;
  const look = 'docker exec jar cat /data/teas';
  const outputs = { [app]: noPull, [look]: { text: '' } };
  const blocks = [console(`$ ${jar}`), console(`$ ${app}`), console(`$ ${look}`, 'green', 'black')];
  expect(verdicts(blocks, outputs, out).at(-1)).toMatch(last);
});
