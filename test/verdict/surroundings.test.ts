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
      'docker history redis:7': noImage('redis:7'),
      'docker rmi redis:7': noImage('redis:7'),
    }),
  ).toEqual([
    '6 broken surroundings environment-no-registry',
    '12 skipped of 6 step-depends',
    '13 skipped of 6 step-depends',
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
