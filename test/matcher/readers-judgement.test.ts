import { describe, expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const verdict = (command: string, expected: string, actual: string) =>
  matchOutput({ command, expected: expected.split('\n'), actual, bindings: {} }).verdict;

const containers = 'CONTAINER ID   IMAGE     COMMAND   CREATED         STATUS         PORTS     NAMES';
const row = (ports: string) => `5e4f3a2b1c0d   nginx     "n"   2 seconds ago   Up 2 seconds   ${ports}   web`;
const images = 'REPOSITORY   TAG       IMAGE ID       CREATED         SIZE';

describe('a reader calls it the same', () => {
  test.each([
    ['ls -l', '-rw-r--r-- 1 user user 12 Dec  3 10:35 a', '-rw-r--r-- 1 root root 12 Nov 22 10:35 a'],
    ['docker ps', `${containers}\n${row('80/tcp')}   ← 방금 실행한 컨테이너`, `${containers}\n${row('80/tcp')}`],
    ['docker ps', `${containers}      # 제목\n${row('80/tcp')}`, `${containers}\n${row('80/tcp')}`],
    ['ping web', 'reply\n^C\n1 packet', 'reply\n1 packet'],
    ['ping web', 'reply\n^C--- web ping statistics ---', 'reply\n--- web ping statistics ---'],
    ['ping web', '--- web ping statistics ---', '^C--- web ping statistics ---'],
    [
      'docker images',
      `${images}\n\\<none\\>  \\<none\\>  5e4f3a2b1c0d   2 minutes ago   20MB`,
      `${images}\n<none>  <none>  5e4f3a2b1c0d   2 minutes ago   20MB`,
    ],
    ['cat page', '&lt;b&gt; my\\_app', '<b> my_app'],
    [
      'docker ps',
      `${containers}\n${row('0.0.0.0:8080->80/tcp')}`,
      `${containers}\n${row('0.0.0.0:8080->80/tcp, [::]:8080->80/tcp')}`,
    ],
    ['ls -l', 'total 8\n-rw-r--r-- 1 root root 12 Dec  3 10:35 a', 'total 4\n-rw-r--r-- 1 root root 19 Dec  3 10:35 a'],
    [
      'docker images',
      '...\nshop  1.0  5e4f3a2b1c0d   2 minutes ago   20MB',
      `${images}\nnginx  1.0  92d79b6de29f   2 minutes ago   20MB\nshop  1.0  5e4f3a2b1c0d   2 minutes ago   20MB`,
    ],
    ['docker image load -i x.tar', 'Loaded image: a:1\nLoaded image: b:2', 'Loaded image: b:2\nLoaded image: a:1'],
    ['docker diff web', '...\nA /data', 'C /etc\nA /data'],
    ['docker diff web', 'C /etc\n...', 'C /etc\nA /data'],
    ['docker run -d nginx', '21243236...', '8f58ed56c6ca'],
  ])('%s: %s', (command, expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('tolerated');
  });
});

describe('a reader calls it another output', () => {
  test.each([
    ['docker exec web ls -l', '-rw-r--r-- 1 nginx nginx 12 Dec  3 10:35 a', '-rw-r--r-- 1 root root 12 Nov 22 10:35 a'],
    ['docker ps', `${containers}\n${row('80/tcp')}   ← 방금`, `${containers}\n${row('80/tcp').replace('web', 'app')}`],
    ['ping web', 'reply\n^C--- web ping statistics ---', 'reply\n--- app ping statistics ---'],
    ['cat page', 'my\\_app', 'my_apple'],
    [
      'docker ps',
      `${containers}\n${row('0.0.0.0:8080->80/tcp')}`,
      `${containers}\n${row('0.0.0.0:8080->80/tcp, [::]:8081->80/tcp')}`,
    ],
    [
      'docker image ls',
      `${images}\nshop  1.0  5e4f3a2b1c0d   2 minutes ago   20MB`,
      `${images}\nshop  1.1  5e4f3a2b1c0d   2 minutes ago   20MB`,
    ],
    ['docker image ls --format x', 'nginx:1.27-bookworm', 'nginx:1.27'],
    [
      'ls -l',
      'total 20\n-rw-r--r-- 1 root root 12 Dec  3 10:35 a',
      'total 24\n-rw-r--r-- 1 root root 12 Nov 22 10:35 a',
    ],
    [
      'docker images',
      '...\nshop  1.0  5e4f3a2b1c0d   2 minutes ago   20MB',
      `${images}\nshop  1.1  5e4f3a2b1c0d   2 minutes ago   20MB`,
    ],
    ['docker image load -i x.tar', 'Loaded image: a:1\nLoaded image: b:2', 'Loaded image: b:3\nLoaded image: a:1'],
    ['docker diff web', '...\nA /data', 'C /etc\nA /date'],
    ['docker diff web', 'C /etc   ← 바뀐 폴더\nA /data', 'C /etc\nD /data'],
  ])('%s: %s', (command, expected, actual) => {
    expect(verdict(command, expected, actual)).toBe('mismatch');
  });
});
