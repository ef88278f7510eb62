import { describe, expect, test } from 'vitest';
import { commandness } from '../../runner/planner/lines/commandness.ts';
import { outputness } from '../../runner/planner/lines/outputness.ts';

describe('typed at a shell', () => {
  test.each([
    'docker images',
    'docker run -d -p 80:80 nginx',
    'sudo apt-get update',
    'cd app',
    './gradlew build',
    'curl localhost',
    'find . -name x',
    'make build',
    'exit',
    'go run .',
    'Get-ChildItem -Recurse',
    'for i in 1 2; do docker ps; done',
    'docker run ubuntu echo "this is the way to do it"',
    'dokcer ps',
    'docker bulid -t app .',
    '. env.sh',
    'systemtl start docker',
    'git commit -m "this is the first one."',
    'docker stop <컨테이너 ID>',
  ])('%s', (line) => {
    expect(commandness(line)).toBeGreaterThanOrEqual(0.45);
    expect(outputness(line)).toBeLessThan(1);
  });
});

describe('not typed at a shell', () => {
  test.each([
    '',
    'Hello from Docker!',
    'docker is a platform for developers.',
    'docker 명령어를 사용하면 컨테이너를 실행할 수 있습니다',
    '컨테이너를 실행합니다.',
    'make the change and save the file.',
    'version: "3"',
  ])('%j is said or written', (line) => {
    expect(commandness(line)).toBeLessThan(0.45);
  });

  test.each([
    'CONTAINER ID   IMAGE   COMMAND',
    'total 12',
    'Step 1/3 : FROM ubuntu',
    'latest: Pulling from library/nginx',
    'web_1  | ready',
    '2024-01-01T00:00:00Z started',
    'docker: Error response from daemon: x.',
    'bash: foo: command not found',
    '{',
    '<h1>Hello</h1>',
    '9f8e7d6c5b4a',
    '...',
  ])('%j is printed', (line) => {
    expect(outputness(line)).toBe(1);
  });
});
