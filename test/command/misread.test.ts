import { expect, test } from 'vitest';
import { misreadIn } from '../../runner/command/index.ts';

test.each([
  ['docker run -d --name -p 8080:80 web nginx', 'swallowed mapping'],
  ['docker build -t -f Dockerfile.dev .', 'swallowed'],
  ['docker run -v --rm busybox', 'swallowed'],
  ['docker run -d 802:80 nginx', 'mapping'],
  ['docker run -d 127.0.0.1:80:80 nginx', 'mapping'],
  ['docker run ./site:/usr/share/nginx/html nginx', 'mapping'],
])('%s', (command, how) => {
  expect(
    misreadIn(command)
      .map((one) => one.how)
      .join(' '),
  ).toBe(how);
});

test.each([
  'docker run -d --name web -p 8080:80 nginx',
  'docker run -e JAVA_OPTS=-Xmx64m --memory-swap -1 busybox',
  'docker run -e -X busybox',
  'docker run registry.example:5000/web',
  'docker run localhost:5000/web:1',
])('%s is as its author means it', (command) => {
  expect(misreadIn(command)).toEqual([]);
});
