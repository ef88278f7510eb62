import { expect, test } from 'vitest';
import { isSlip } from '../../runner/core/distance.ts';

test.each([
  ['redis-sever', 'redis-server'],
  ['teapto', 'teapot'],
  ['dockerfile', 'Dockerfile'],
  ['docker-compose.yml', 'docker-compose.yaml'],
  ['my-nginx', 'mynginx'],
  ['requirement.txt', 'requirements.txt'],
])('%s is a slip for %s', (written, meant) => {
  expect(isSlip(written, meant)).toBe(true);
});

test.each([
  ['web', 'web'],
  ['web1', 'web2'],
  ['my-nginx', 'my-nginx2'],
  ['node-a', 'node-b'],
  ['mysql', 'mssql'],
  ['app:1.0', 'app:1.1'],
  ['myweb', 'myapp'],
  ['db', 'dc'],
])('%s and %s are two names', (written, meant) => {
  expect(isSlip(written, meant)).toBe(false);
});
