import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalImage,
  hasOption,
  imagesIn,
  optionValue,
  optionValues,
  parseImageName,
  sameImage,
  shortImage,
  understand,
} from '../../runner/command/index.ts';

const docker = (text: string) => {
  const command = understand(text).calls.find((call) => call.docker !== null)?.docker;
  if (command === undefined || command === null) throw new Error(`no docker in ${text}`);
  return command;
};

describe('the verb in its canonical form', () => {
  test.each([
    ['docker images', 'image ls'],
    ['docker ps -a', 'container ls'],
    ['docker container ps', 'container ls'],
    ['docker rm web', 'container rm'],
    ['docker rmi nginx', 'image rm'],
    ['docker build .', 'image build'],
    ['docker info', 'system info'],
    ['docker-compose up -d', 'compose up'],
    ['docker compose -f a.yml up', 'compose up'],
    ['docker --context remote ps', 'container ls'],
    ['docker buildx build .', 'buildx build'],
    ['docker trust key generate x', 'trust key generate'],
    ['docker-machine ssh node1', 'machine ssh'],
    ['sudo docker images', 'image ls'],
    ['sudo -E DOCKER_BUILDKIT=1 docker build .', 'image build'],
    ['time docker build .', 'image build'],
    ['DOCKER_BUILDKIT=0 docker build .', 'image build'],
    ['env A=1 docker build .', 'image build'],
    ['winpty docker exec -it web bash', 'container exec'],
    ['watch -n 1 docker ps', 'container ls'],
    ['timeout 5 docker stats', 'container stats'],
    ['sh -c "docker ps"', 'container ls'],
    ['docker ps -q | xargs docker rm', 'container ls'],
    ['/usr/bin/docker ps', 'container ls'],
    ['docker.exe ps', 'container ls'],
  ])('%s is %s', (text, verb) => {
    expect(docker(text)).toMatchObject({ verb, known: true, unknownOptions: [], tooFewOperands: false });
  });

  test('a verb that does not exist is kept, and said to be unknown', () => {
    expect(docker('docker bulid .')).toMatchObject({ verb: 'bulid', known: false });
    expect(docker('docker network isnpect x')).toMatchObject({ verb: 'network isnpect', known: false });
  });
});

describe('options and operands', () => {
  test('clusters, attached values and the container’s own words', () => {
    const command = docker('docker run -itd -p8080:80 --name=web -e A=1 -e B=2 ubuntu:20.04 bash -c "echo hi"');
    expect(hasOption(command, 'interactive') && hasOption(command, 'tty') && hasOption(command, 'detach')).toBe(true);
    expect(optionValue(command, 'publish')).toBe('8080:80');
    expect(optionValue(command, 'name')).toBe('web');
    expect(optionValues(command, 'env')).toEqual(['A=1', 'B=2']);
    expect(command).toMatchObject({
      operands: ['ubuntu:20.04'],
      argv: ['bash', '-c', 'echo hi'],
      image: { canonical: 'ubuntu:20.04' },
    });
  });

  test('options after the operand still count, but not after an image', () => {
    expect(optionValue(docker('docker build . -t app:v1'), 'tag')).toBe('app:v1');
    expect(hasOption(docker('docker run alpine ls -d'), 'detach')).toBe(false);
  });

  test('a switch can be switched off', () => {
    expect(hasOption(docker('docker run --rm=false alpine'), 'rm')).toBe(false);
  });

  test('what is missing or unknown is told', () => {
    expect(docker('docker run -d')).toMatchObject({ tooFewOperands: true });
    expect(docker('docker run --colour red x')).toMatchObject({ unknownOptions: ['--colour'] });
    expect(docker('docker run --help')).toMatchObject({ tooFewOperands: false });
  });

  test.each([
    ['docker volume create --lable room=kitchen shelf', 'label', 'room=kitchen', ['shelf']],
    ['docker run -d --nmae web nginx', 'name', 'web', ['nginx']],
    ['docker network create --drivr bridge kitchen', 'driver', 'bridge', ['kitchen']],
    ['docker run --deatch --name web nginx', 'detach', null, ['nginx']],
  ])('what an option with a slip in it was to be is still known: %s', (text, name, value, operands) => {
    const command = docker(text);
    expect(command).toMatchObject({ unknownOptions: [expect.any(String)], operands });
    expect(command?.options).toContainEqual(expect.objectContaining({ name, value }));
  });

  test('an option that is like no other, or like two, was to be nothing known', () => {
    for (const text of ['docker run --colour red x', 'docker run --dns-x a b'])
      expect(docker(text)?.options).toEqual([]);
  });

  test('a placeholder with blanks is one operand', () => {
    expect(docker('docker stop <CONTAINER ID>').operands).toEqual(['<CONTAINER ID>']);
    expect(docker('docker start [컨테이너 ID]').operands).toEqual(['[컨테이너 ID]']);
  });
});

describe('names of images', () => {
  test.each([
    ['ubuntu', 'docker.io', 'library/ubuntu', 'latest', 'ubuntu:latest'],
    ['nginx:alpine', 'docker.io', 'library/nginx', 'alpine', 'nginx:alpine'],
    ['diamol/node', 'docker.io', 'diamol/node', 'latest', 'diamol/node:latest'],
    ['docker.io/library/redis:7', 'docker.io', 'library/redis', '7', 'redis:7'],
    ['localhost:5000/app:v1', 'localhost:5000', 'app', 'v1', 'localhost:5000/app:v1'],
    ['ghcr.io/owner/app', 'ghcr.io', 'owner/app', 'latest', 'ghcr.io/owner/app:latest'],
  ])('%s', (text, registry, path, tag, canonical) => {
    expect(parseImageName(text)).toMatchObject({ registry, path, tag, canonical });
  });

  test('a digest stands in place of the default tag', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(parseImageName(`alpine@${digest}`)).toMatchObject({ tag: null, digest, pinned: true });
    expect(parseImageName('alpine')).toMatchObject({ pinned: false });
  });

  test.each([
    ['app', 'docker.io/library/app:latest', true],
    ['index.docker.io/owner/app:1', 'owner/app:1', true],
    ['app', 'library/app', true],
    ['app', 'owner/app', false],
    ['app', 'app:1', false],
    ['app', 'localhost:5000/app', false],
    ['8f58ed56c6ca', '8f58ed56c6ca:latest', false],
  ])('%s and %s are one image: %s', (left, right, same) => {
    expect(sameImage(left, right)).toBe(same);
  });

  test('an ID stays as it is; a name cut short is as short as it can be', () => {
    expect(canonicalImage('8f58ed56c6ca')).toBe('8f58ed56c6ca');
    expect(shortImage('docker.io/library/nginx:1.2…')).toBe('nginx:1.2…');
    expect(shortImage('docker.io/library/nginx:latest@sha256:0a1b…')).toBe('nginx');
  });

  test('a sentence names its images', () => {
    const line = "docker: Error: pull access denied for owner/app:2, see 'docker.io/library/nginx'.";
    expect(imagesIn(line).map(({ repository }) => repository)).toEqual(expect.arrayContaining(['owner/app', 'nginx']));
  });

  test.each(['IMAGE', 'my image', '<image>', '/usr', '', '이미지', 'a//b', '-d', 'app:'])('%j is none', (text) => {
    expect(parseImageName(text)).toBeNull();
  });
});

test('any text is understood without an error', () => {
  const word = fc.constantFrom(
    'docker',
    'run',
    '-it',
    '-p',
    '80:80',
    'sudo',
    'env',
    'sh',
    '-c',
    '"x"',
    '$(',
    ')',
    '|',
    'xargs',
    'compose',
    '--',
    '=',
    '<a b>',
    '[x',
    '컨테이너',
    'constructor',
    '__proto__',
    'toString',
    'timeout',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word, { maxLength: 10 }).map((words) => words.join(' ')),
      ),
      (text) => {
        expect(understand(text).text).toBe(text);
      },
    ),
    { numRuns: 500 },
  );
});
