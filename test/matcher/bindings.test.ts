import { describe, expect, test } from 'vitest';
import type { Bindings } from '../../runner/core/match.ts';
import { matchOutput, outliving } from '../../runner/matcher/index.ts';

type Step = readonly [command: string, expected?: string, actual?: string];

/** The verdict of each step of a chapter. */
function verdicts(steps: readonly Step[]): readonly string[] {
  let bindings: Bindings = {};
  return steps.map(([command, expected, actual]) => {
    if (expected === undefined) {
      bindings = outliving(bindings, command);
      return '-';
    }
    const match = matchOutput({ command, expected: expected.split('\n'), actual: actual ?? '', bindings });
    bindings = match.bindings;
    return match.verdict === 'mismatch' ? 'fail' : 'pass';
  });
}

const address = (expected: string, actual: string, name = 'web'): Step => [
  `docker inspect -f '{{.NetworkSettings.IPAddress}}' ${name}`,
  expected,
  actual,
];
const first = address('172.17.0.2', '172.18.0.5');
const other = address('172.17.0.2', '172.18.0.9');

describe('an address belongs to a container for as long as that runs', () => {
  test('it stays the same while nothing happens to the container', () => {
    expect(verdicts([first, ['docker ps'], other])).toEqual(['pass', '-', 'fail']);
  });

  test.each([
    ['removed', 'docker rm -f web'],
    ['made anew under its name', 'docker run -d --name web nginx'],
    ['started again', 'docker restart web'],
    ['stopped with all others', 'docker stop $(docker ps -q)'],
    ['stopped by its ID', 'docker stop 5e4f3a2b1c0d'],
    ['moved to another network', 'docker network connect shop web'],
    ['taken down with its project', 'docker compose down'],
  ])('after it was %s it may have another one', (_, command) => {
    expect(verdicts([first, [command], other])).toEqual(['pass', '-', 'pass']);
  });

  test('the end of another container changes nothing', () => {
    expect(verdicts([first, ['docker rm -f db'], other])).toEqual(['pass', '-', 'fail']);
    expect(verdicts([first, ['docker run --rm alpine true'], other])).toEqual(['pass', '-', 'fail']);
  });

  test('its address may be given to the next container, and the new one is held to', () => {
    const steps: readonly Step[] = [
      first,
      ['docker rm -f web', 'web', 'web'],
      address('172.17.0.3', '172.18.0.5', 'db'),
      address('172.17.0.3', '172.18.0.6', 'db'),
    ];
    expect(verdicts(steps)).toEqual(['pass', 'pass', 'pass', 'fail']);
  });

  test('a port that Docker chose goes with its container too', () => {
    const port = (expected: string, actual: string): Step => [
      'docker port web 80',
      `0.0.0.0:${expected}`,
      `0.0.0.0:${actual}`,
    ];
    expect(verdicts([port('49153', '32768'), port('49153', '32769')])).toEqual(['pass', 'fail']);
    expect(verdicts([port('49153', '32768'), ['docker restart web'], port('49153', '32769')])).toEqual([
      'pass',
      '-',
      'pass',
    ]);
  });
});

describe("an address that the reader gives is not Docker's choice", () => {
  const network: Step = ['docker network create --subnet 10.77.0.0/24 --gateway 10.77.0.1 fixed'];
  const run: Step = ['docker run -d --name web --network fixed --ip 10.77.0.50 nginx'];

  test('it comes back as it was given', () => {
    expect(verdicts([network, run, address('10.77.0.50', '10.77.0.50')])).toEqual(['-', '-', 'pass']);
    expect(verdicts([network, run, address('10.77.0.50', '10.77.0.2')])).toEqual(['-', '-', 'fail']);
    const ping: Step = [
      'docker exec web ping -c 1 10.77.0.99',
      'PING 10.77.0.99 (10.77.0.99)',
      'PING 10.77.0.98 (10.77.0.98)',
    ];
    expect(verdicts([ping])).toEqual(['fail']);
  });

  test('one that an earlier step has shown is typed, and comes back, as the real one', () => {
    const ping: Step = [
      'docker exec db ping -c 1 172.17.0.2',
      'PING 172.17.0.2 (172.17.0.2)',
      'PING 172.18.0.5 (172.18.0.5)',
    ];
    expect(verdicts([first, ping])).toEqual(['pass', 'pass']);
  });
});

describe('an ID belongs to one thing for ever', () => {
  const id = 'b23140f7d22b05e76f069200a226738b59a7833f839fda8798ddb12e2cb23526';
  const [one, two] = [id.replaceAll('b', '1'), id.replaceAll('b', '2')];

  test('a later command cannot show another one', () => {
    const steps: readonly Step[] = [
      ['docker run -d --name web nginx', id, one],
      ['docker rm -f web', 'web', 'web'],
      ['docker ps -aq --no-trunc', id, two],
    ];
    expect(verdicts(steps)).toEqual(['pass', 'pass', 'fail']);
  });

  test('a command that makes something new prints an ID never seen: the author reused one', () => {
    const again: Step = ['docker run -d --name web nginx', id, two];
    const steps: readonly Step[] = [['docker run -d --name web nginx', id, one], ['docker rm -f web'], again];
    expect(verdicts([...steps, ['docker ps -aq --no-trunc', id, two]])).toEqual(['pass', '-', 'pass', 'pass']);
    expect(verdicts([...steps, ['docker ps -aq --no-trunc', id, one]])).toEqual(['pass', '-', 'pass', 'fail']);
  });

  test('what is new is none of the things there were', () => {
    const another = id.replaceAll('b', '3');
    const steps: readonly Step[] = [
      ['docker run -d --name web nginx', id, one],
      ['docker run -d --name db redis', another, one],
    ];
    expect(verdicts(steps)).toEqual(['pass', 'fail']);
  });

  test('nodes, services and tokens of a swarm have theirs', () => {
    const [node, real] = ['pn9bt0pfbimjatnk76ic6w3pp', 'nkhiyc14mkxago0mjxaput2hy'];
    const init: Step = [
      'docker swarm init',
      `Swarm initialized: current node (${node}) is now a manager.`,
      `Swarm initialized: current node (${real}) is now a manager.`,
    ];
    const nodes = (id: string) =>
      `ID                            HOSTNAME   STATUS    AVAILABILITY\n${id} *   docker     Ready     Active`;
    expect(verdicts([init, ['docker node ls', nodes(node), nodes(real)]])).toEqual(['pass', 'pass']);
    expect(verdicts([init, ['docker node ls', nodes(node), nodes('p3xw0c7v9zq1l5m8e2k6yt4ab')]])).toEqual([
      'pass',
      'fail',
    ]);
  });

  test('what a registry knows an image by is not its ID, though in some stores they are one', () => {
    const pull: Step = ['docker pull nginx', `Digest: sha256:${id}`, `Digest: sha256:${one}`];
    const images: Step = ['docker images -q --no-trunc nginx', `sha256:${id}`, `sha256:${two}`];
    expect(verdicts([pull, images])).toEqual(['pass', 'pass']);
    expect(verdicts([pull, ['docker pull nginx', `Digest: sha256:${id}`, `Digest: sha256:${two}`]])).toEqual([
      'pass',
      'fail',
    ]);
  });

  test('a layer is the same in the next build, which takes it from the cache', () => {
    const build = (layer: string, image: string) =>
      `Step 1/2 : FROM alpine\n ---> ${layer}\nStep 2/2 : RUN a\n ---> ${image}\nSuccessfully built ${image}`;
    const [layer, image] = [id.slice(0, 12), id.slice(12, 24)];
    const built: Step = ['docker build .', build(layer, image), build(one.slice(0, 12), '1f90f1e9b6c3')];
    expect(verdicts([built, built])).toEqual(['pass', 'pass']);
    const other: Step = ['docker build .', build(layer, image), build(two.slice(0, 12), '1f90f1e9b6c3')];
    expect(verdicts([built, other])).toEqual(['pass', 'fail']);
    expect(verdicts([built, ['docker commit web app', `sha256:${id}`, `sha256:${two}`]])).toEqual(['pass', 'pass']);
  });
});

describe('an image keeps its ID until its name is built anew', () => {
  const classic = (id: string) =>
    `Step 1/1 : FROM busybox\n ---> ${id}\nSuccessfully built ${id}\nSuccessfully tagged shop:1`;
  const containerd = (...exported: readonly string[]) =>
    [
      '[+] Building 0.2s (5/5) FINISHED                                     docker:default',
      ' => [1/1] FROM docker.io/library/busybox:latest                              0.0s',
      ' => exporting to image                                                       0.0s',
      ...exported.map((line) => ` => => exporting ${line}    0.0s`),
      ' => => naming to docker.io/library/shop:1                                    0.0s',
    ].join('\n');
  const short = (digit: string) => `${digit}1c8e4f20b73`;
  const sha = (digit: string) => `sha256:${short(digit)}${'59'.repeat(26)}`;
  const whole = containerd(
    `manifest ${sha('a')}`,
    `config ${sha('b')}`,
    `attestation manifest ${sha('c')}`,
    `manifest list ${sha('d')}`,
  );
  const listed = (id: string): Step => ['docker images -q shop', '07573d69536a', short(id)];
  const build = (actual: string): Step => ['docker build -t shop:1 .', classic('07573d69536a'), actual];

  test.each([
    ['as a list, where there is one', whole, 'd', 'a'],
    ['else as a manifest', containerd(`manifest ${sha('a')}`, `config ${sha('b')}`), 'a', 'b'],
    ['whichever is told first', containerd(`config ${sha('b')}`, `manifest ${sha('a')}`), 'a', 'b'],
  ])('containerd lists what was exported %s', (_, actual, right, wrong) => {
    expect(verdicts([build(actual), listed(right)])).toEqual(['pass', 'pass']);
    expect(verdicts([build(actual), listed(wrong)])).toEqual(['pass', 'fail']);
  });

  test.each([
    ['docker build -t shop:1 -f other/Dockerfile other', 'pass'],
    ['docker buildx build --load -t shop:1 .', 'pass'],
    ['docker build -t till:1 .', 'fail'],
    ['docker run --rm shop:1', 'fail'],
  ])('after %s another one: %s', (command, verdict) => {
    expect(verdicts([build(whole), [command], listed('e')])).toEqual(['pass', '-', verdict]);
  });
});
