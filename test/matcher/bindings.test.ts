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
});
