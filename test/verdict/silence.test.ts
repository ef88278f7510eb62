import { expect, test } from 'vitest';
import type { ReplayedOutput } from '../../runner/pipeline/replay.ts';
import { console, verdicts } from './replayed.ts';

const ended = (stages: readonly number[], text = ''): ReplayedOutput => ({
  text,
  exitCode: stages.at(-1) ?? 0,
  stages,
});
const only = (command: string, output: ReplayedOutput) => verdicts([console(`$ ${command}`)], { [command]: output })[0];

test('what a quiet client could not fetch is no success, however the rest of its pipe ends', () => {
  for (const command of [
    'curl -s https://get.acme.example/install.sh | bash',
    'curl -fsSL https://get.acme.example/key | sudo tee /srv/key',
    'curl -s https://get.acme.example/list | head -n 3',
  ])
    expect(only(command, ended([6, 0]))).toBe('4 broken surroundings environment-no-network');
  expect(only('wget -qO- https://get.acme.example/install.sh | sh', ended([4, 0]))).toBe(
    '4 broken surroundings environment-no-network',
  );
  expect(only('curl -s https://get.acme.example', ended([6]))).toBe('4 broken surroundings environment-no-network');
});

test('a server of the chapter that does not answer a quiet client is the chapter’s', () => {
  const command = 'curl -s localhost:8080 | head -n 1';
  const lines = [console('$ docker run -d -p 8080:80 nginx'), console(`$ ${command}`)];
  expect(verdicts(lines, { [command]: ended([7, 0]) }).at(-1)).toBe('8 failed chapter step-failed-with-success');
  const none = 'curl -fs localhost:8080/none | sh';
  const own = [console('$ docker run -d -p 8080:80 nginx'), console(`$ ${none}`)];
  expect(verdicts(own, { [none]: ended([22, 0]) }).at(-1)).toBe('8 failed chapter step-failed-with-success');
  expect(only(none, ended([22, 0]))).toBe('4 broken surroundings not-proven');
});

test('parts of a pipe that end as they may', () => {
  for (const [command, output] of [
    ['yes | head -n 1', ended([141, 0], 'y')],
    ['curl -s localhost:8080 | head -n 1', ended([23, 0], '<html>')],
    ['docker ps | grep none | wc -l', ended([0, 1, 0], '0')],
    ['! curl -s localhost:8080', { text: '', exitCode: 0, stages: [7] }],
    ['curl -s localhost:8080 || echo down', { text: 'down', exitCode: 0, stages: [0] }],
  ] as const)
    expect(only(command, output), command).toBe('4 passed');
});

test('what find may not look into is no failure of the chapter', () => {
  const of = (line: string): ReplayedOutput => ({ text: line, exitCode: 1 });
  const command = 'find / -name till.py';
  expect(only(command, of('find: ‘/proc/tty/driver’: Permission denied\n/srv/till.py'))).toBe('4 passed');
  expect(only(command, of("find: unknown predicate `-nam'"))).toBe('4 failed chapter step-failed');
});

test('what goes into a file shows nothing, and nothing is missed', () => {
  const save = 'docker logs kettle > /tmp/log.txt 2>&1';
  const lines = [
    console('$ docker run -d --name kettle nginx'),
    console('$ docker run -d --name kettle acme/kettle nginx'),
  ];
  const outputs = {
    'docker run -d --name kettle acme/kettle nginx': { text: 'docker: pull access denied', exitCode: 125 },
  };
  const given = { missingImages: ['acme/kettle:latest'] };
  expect(verdicts([...lines, console(`$ ${save}`)], outputs, given).at(-1)).toBe('12 passed');
  expect(verdicts([...lines, console('$ docker logs kettle')], outputs, given).at(-1)).toMatch(/^12 broken of 8/);
});
