import { describe, expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

/** Commands that ask one thing, outputs that say the same, and outputs that do not: each spelling has each verdict. */
interface Group {
  readonly spellings: readonly string[];
  readonly same: readonly (readonly [expected: string, actual: string])[];
  readonly different: readonly (readonly [expected: string, actual: string])[];
}

const row = (id: string, name: string, status = 'Up 2 minutes') =>
  `${id}   nginx     "/docker-entrypoint.…"   4 minutes ago   ${status}   80/tcp    ${name}`;
const containers = (...rows: readonly string[]) =>
  ['CONTAINER ID   IMAGE     COMMAND                  CREATED         STATUS         PORTS     NAMES', ...rows].join(
    '\n',
  );
const web = row('5e4f3a2b1c0d', 'web');
const realWeb = row('8f58ed56c6ca', 'web');
const other = row('92d79b6de29f', 'db');

const images = (...rows: readonly string[]) =>
  ['REPOSITORY   TAG       IMAGE ID       CREATED       SIZE', ...rows].join('\n');

const info = (swarm: string, memory: string) =>
  `Server:\n Containers: 1\n Images: 5\n Server Version: 28.5.2\n Swarm: ${swarm}\n Total Memory: ${memory}`;

const ids = (...list: readonly string[]) => list.join('\n');

const pulled = `Using default tag: latest
latest: Pulling from library/redis
1f3e46996e29: Pull complete
Digest: sha256:ae86a23dd62493e0dd22bf2e8f5058771f39b0ffbf6d8273973439b30f21bfb8
Status: Downloaded newer image for redis:latest
docker.io/library/redis:latest`;

const top = (command: string, pid: string) =>
  `UID    PID    PPID   C   STIME   TTY   TIME       CMD\nroot   ${pid}    100    0   10:00   ?     00:00:00   ${command}`;

const installed = (name: string) => `Reading package lists... Done
The following NEW packages will be installed:
  ${name}
0 upgraded, 1 newly installed, 0 to remove and 0 not upgraded.
Setting up ${name} (2.2.5-3) ...`;

const groups: Readonly<Record<string, Group>> = {
  'all running containers': {
    spellings: [
      'docker ps',
      'docker  ps',
      'docker \\\n  ps',
      'docker container ls',
      'docker container list',
      'docker container ps',
      'docker --context default ps',
      'docker -c default ps',
      'docker -H unix:///var/run/docker.sock ps',
      'docker --host=unix:///var/run/docker.sock ps',
      'docker -D ps',
      'docker --log-level debug ps',
      'docker ps --no-trunc=false',
      'sudo docker ps',
      'sudo -E docker ps',
      'time docker ps',
      "sh -c 'docker ps'",
      'bash -c "docker ps"',
      'DOCKER_HOST=unix:///var/run/docker.sock docker ps',
      'env LANG=C docker ps',
      'watch -n 1 docker ps',
      '/usr/bin/docker ps',
      'podman ps',
    ],
    same: [[containers(web), containers(other, realWeb)]],
    different: [[containers(web), containers(row('8f58ed56c6ca', 'web', 'Exited (1) 2 minutes ago'))]],
  },
  'some containers': {
    spellings: [
      'docker ps -l',
      'docker ps -la',
      'docker ps -al',
      'docker ps --latest',
      'docker ps -n1',
      'docker ps -n 1',
      'docker ps -n=1',
      'docker ps -an1',
      'docker ps --last 1',
      'docker ps --last=1',
      'docker ps -f name=web',
      'docker ps --filter name=web',
      'docker ps --filter=name=web',
      'docker ps -af name=web',
      'docker --context default ps -l',
      'sudo docker container ls --all --latest',
      "sh -c 'docker ps -l'",
    ],
    same: [[containers(web), containers(realWeb)]],
    different: [[containers(web), containers(other, realWeb)]],
  },
  'all images': {
    spellings: [
      'docker images',
      'docker image ls',
      'docker image list',
      'docker images -a',
      'docker images --all',
      'docker -D images',
      'docker  image  ls',
      "sh -c 'docker image ls'",
    ],
    same: [
      [
        images('redis        7         5e4f3a2b1c0d   2 weeks ago   117MB'),
        images(
          'nginx        1         92d79b6de29f   3 days ago    142MB',
          'redis        7         8f58ed56c6ca   2 days ago    116MB',
        ),
      ],
    ],
    different: [
      [
        images('redis        7         5e4f3a2b1c0d   2 weeks ago   117MB'),
        images('redis        6         8f58ed56c6ca   2 weeks ago   117MB'),
      ],
    ],
  },
  'IDs of containers': {
    spellings: [
      'docker ps -q',
      'docker ps --quiet',
      'docker ps -aq',
      'docker ps -qa',
      'docker ps -a -q',
      'docker ps --all --quiet',
      'docker container ls -q',
      'docker -H tcp://127.0.0.1:2375 ps -q',
      'sudo docker ps -q',
      "sh -c 'docker ps -aq'",
    ],
    same: [[ids('5e4f3a2b1c0d'), ids('92d79b6de29f', '8f58ed56c6ca')]],
    different: [[ids('5e4f3a2b1c0d', '6e4f3a2b1c0d'), ids('8f58ed56c6ca')]],
  },
  'a process number': {
    spellings: [
      "docker inspect -f '{{.State.Pid}}' web",
      "docker inspect -f='{{.State.Pid}}' web",
      "docker inspect --format '{{.State.Pid}}' web",
      "docker inspect --format='{{.State.Pid}}' web",
      'docker inspect --format "{{ .State.Pid }}" web',
      'docker inspect -f {{.State.Pid}} web',
      "docker inspect web -f '{{.State.Pid}}'",
      "docker container inspect --format '{{.State.Pid}}' web",
      "docker --context default inspect -f '{{.State.Pid}}' run-1",
      "sudo docker inspect -f '{{.State.Pid}}' exec",
    ],
    same: [['391', '680']],
    different: [['391', '0']],
  },
  'a version of the engine': {
    spellings: [
      "docker info -f '{{.ServerVersion}}'",
      "docker info --format '{{.ServerVersion}}'",
      "docker system info --format='{{.ServerVersion}}'",
      "docker -D info -f '{{.ServerVersion}}'",
      'sh -c "docker info -f \'{{.ServerVersion}}\'"',
    ],
    same: [['20.10.24', '28.5.2']],
    different: [['20.10.24', 'none']],
  },
  'what the engine is': {
    spellings: [
      'docker info',
      'docker system info',
      'docker -D info',
      'docker  info',
      'docker --context default info',
      'sudo docker info',
      "sh -c 'docker info'",
    ],
    same: [[info('inactive', '7.7GiB'), info('inactive', '15.2GiB')]],
    different: [[info('inactive', '7.7GiB'), info('active', '7.7GiB')]],
  },
  'variables of a container': {
    spellings: [
      'docker exec web env',
      'docker exec -it web env',
      'docker exec -i -t web env',
      'docker container exec web env',
      'docker exec web printenv',
      "docker exec web sh -c 'env'",
      'docker exec web bash -c env',
      "docker --context default exec web sh -c 'env'",
      'docker run --rm app env',
    ],
    same: [['A=1\nB=2', 'B=2\nA=1']],
    different: [['A=1\nB=2', 'B=3\nA=1']],
  },
  'an installation': {
    spellings: [
      'apt-get install -y figlet',
      'apt-get -y install figlet',
      'apt install figlet -y',
      'apt install --yes figlet',
      'sudo apt-get install -y figlet',
      "sh -c 'apt-get install -y figlet'",
      'DEBIAN_FRONTEND=noninteractive apt-get install -y figlet',
      'docker exec web apt-get install -y figlet',
    ],
    same: [[installed('figlet'), `Get:1 http://deb.debian.org/debian x\n${installed('figlet')}`]],
    different: [[installed('figlet'), installed('toilet')]],
  },
  'a pull': {
    spellings: [
      'docker pull redis',
      'docker image pull redis',
      'docker  pull  redis',
      'docker pull docker.io/library/redis',
      'docker --context default pull redis',
      'sudo docker pull redis',
      "sh -c 'docker pull redis'",
    ],
    same: [[pulled.split('\n').slice(1, 5).join('\n'), pulled]],
    different: [[pulled, pulled.replaceAll('redis', 'nginx')]],
  },
  'a project that starts': {
    spellings: [
      'docker compose up -d',
      'docker compose up --detach',
      'docker-compose up -d',
      'docker compose -f compose.yaml up -d',
      'docker compose --file=compose.yaml up -d',
      'docker compose -p shop up -d',
      'docker --context default compose up -d',
      'sudo docker compose up -d',
      "sh -c 'docker compose up -d'",
    ],
    same: [
      [
        '[+] Running 2/2\n ✔ Network shop_default  Created\n ✔ Container shop-web-1  Started',
        '[+] Running 2/2\n ✔ Network shop_default  Created  0.1s\n ✔ Container shop-web-1  Started  0.5s',
      ],
    ],
    different: [[' ✔ Container shop-web-1  Started', ' ✘ Container shop-web-1  Error']],
  },
  'images removed': {
    spellings: [
      'docker rmi shop:1',
      'docker rmi -f shop:1',
      'docker image rm shop:1',
      'docker image remove shop:1',
      'docker -D image rm --force shop:1',
      "sh -c 'docker rmi shop:1'",
    ],
    same: [
      [
        'Untagged: shop:1\nDeleted: sha256:5e4f3a2b1c0d\nDeleted: sha256:6e4f3a2b1c0d',
        'Untagged: shop:1\nDeleted: sha256:8f58ed56c6ca',
      ],
    ],
    different: [['Untagged: shop:1', 'Untagged: shop:2']],
  },
  'published ports': {
    spellings: [
      'docker port web',
      'docker container port web',
      'docker --context default port web',
      'docker  port  web',
      'sudo docker port web',
    ],
    same: [
      [
        '80/tcp -> 0.0.0.0:8080\n53/udp -> 0.0.0.0:53',
        '53/udp -> 0.0.0.0:53\n80/tcp -> 0.0.0.0:8080\n80/tcp -> [::]:8080',
      ],
    ],
    different: [['80/tcp -> 0.0.0.0:8080', '80/tcp -> 0.0.0.0:8081']],
  },
  processes: {
    spellings: [
      'docker top web',
      'docker container top web',
      'docker --context default top web',
      'sudo docker top web',
    ],
    same: [[top('nginx', '391'), top('nginx', '680')]],
    different: [[top('nginx', '391'), top('httpd', '680')]],
  },
  'the version of a program': {
    spellings: [
      'docker run --rm node:18 node --version',
      'docker run --rm node:18 node -v',
      'docker run --rm node:18 --version',
      "docker run --rm node:18 sh -c 'node --version'",
      'docker container run node:18 node -v',
      'docker exec -it web node -v',
    ],
    same: [['v18.12.1', 'v18.19.0']],
    different: [['v18.12.1', 'none']],
  },
  'a page': {
    spellings: [
      'docker exec web curl http://web',
      'docker exec web curl http://web/',
      'docker exec -e A=1 web /usr/bin/curl http://web',
      "docker exec web sh -c 'curl http://web'",
      'docker run --rm --network shop curlimages/curl http://web',
    ],
    same: [['hello', '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\nhello']],
    different: [
      ['1 2 3 4 5 6', '1 2 3 4 5 7'],
      ['1 2 3 4 5 6', 'hello'],
    ],
  },
};

describe.each(Object.entries(groups))('%s', (_name, { spellings, same, different }) => {
  const verdicts = (command: string, pairs: Group['same']) =>
    pairs.map(
      ([expected, actual]) => matchOutput({ command, expected: expected.split('\n'), actual, bindings: {} }).verdict,
    );
  test.each(spellings)('%s', (command) => {
    expect(verdicts(command, different)).toEqual(different.map(() => 'mismatch'));
    expect(verdicts(command, same)).not.toContain('mismatch');
  });
});

test('there are spellings enough to tell', () => {
  expect(Object.values(groups).flatMap(({ spellings }) => spellings).length).toBeGreaterThan(100);
});
