import { describe, expect, test } from 'vitest';
import { looksLikeCommand } from '../../runner/command/index.ts';

describe('typed at a shell', () => {
  test.each([
    'docker images',
    'docker run -d -p 80:80 nginx',
    'sudo apt-get update',
    'cd app',
    'ls -al',
    './gradlew build',
    'curl localhost',
    'find . -name x',
    'make build',
    'exit',
    'go run .',
    'Get-ChildItem',
    'for i in 1 2; do docker ps; done',
    'docker run ubuntu echo "this is the way to do it"',
    'dokcer ps',
    'docker bulid -t app .',
    'docker cotainer ls',
    '. env.sh',
    'systemtl start docker',
    'git commit -m "this is the first one."',
    'docker stop <컨테이너 ID>',
  ])('%s', (line) => {
    expect(looksLikeCommand(line).score).toBeGreaterThanOrEqual(0.6);
  });
});

describe('not typed at a shell', () => {
  test.each([
    ['', 'blank'],
    ['# docker ps', 'comment'],
    ['Hello from Docker!', 'sentence'],
    ['docker is a platform for developers.', 'sentence'],
    ['docker 명령어를 사용하면 컨테이너를 실행할 수 있습니다', 'sentence'],
    ['컨테이너를 실행합니다.', 'sentence'],
    ['make the change and save the file.', 'sentence'],
    ['CONTAINER ID   IMAGE   COMMAND', 'table'],
    ['ubuntu    latest    abc123    3 weeks ago   77MB', 'table'],
    ['total 12', 'table'],
    ['Step 1/3 : FROM ubuntu', 'log'],
    ['latest: Pulling from library/nginx', 'log'],
    ['web_1  | ready', 'log'],
    ['2024-01-01T00:00:00Z started', 'log'],
    ['docker: Error response from daemon: x.', 'error'],
    ['bash: foo: command not found', 'error'],
    ['/etc/hosts', 'path'],
    ['http://localhost:8080', 'path'],
    ['version: "3"', 'yaml'],
    ['{', 'json'],
    ['SELECT * FROM t;', 'sql'],
    ['FROM ubuntu:20.04', 'dockerfile'],
    ['import os', 'code'],
    ['<h1>Hello</h1>', 'markup'],
    ['9f8e7d6c5b4a', 'identifier'],
  ])('%j is %s', (line, form) => {
    const likeness = looksLikeCommand(line);
    expect(likeness.looksLike).toBe(form);
    expect(likeness.score).toBeLessThan(0.35);
    expect(likeness.reasons).not.toEqual([]);
  });
});
