import { expect, test } from 'vitest';
import { harmOf } from '../../runner/engine/host/harm.ts';

test.each([
  ['DELETE /v1.47/containers/web?force=1&v=1 HTTP/1.1', { kind: 'container', name: 'web' }],
  ['DELETE /v1.41/images/diamol/ch03-lab:2e?noprune=1 HTTP/1.1', { kind: 'image', name: 'diamol/ch03-lab:2e' }],
  ['DELETE /images/a.example%3A5000%2Fweb%3Av2 HTTP/1.1', { kind: 'image', name: 'a.example:5000/web:v2' }],
  ['DELETE /v1.41/volumes/data HTTP/1.1', { kind: 'volume', name: 'data' }],
  ['DELETE /v1.41/networks/3f2a HTTP/1.1', { kind: 'network', name: '3f2a' }],
  ['POST /v1.41/containers/web/stop?t=5 HTTP/1.1', { kind: 'container', name: 'web' }],
  ['POST /v1.41/containers/web/kill?signal=KILL HTTP/1.1', { kind: 'container', name: 'web' }],
  ['POST /v1.41/containers/web/rename?name=other HTTP/1.1', { kind: 'container', name: 'web' }],
  ['POST /v1.41/containers/prune HTTP/1.1', { kind: 'unused', what: 'containers' }],
  [
    'POST /v1.41/volumes/prune?filters=%7B%22all%22%3A%7B%22true%22%3Atrue%7D%7D HTTP/1.1',
    { kind: 'unused', what: 'volumes' },
  ],
  ['POST /build/prune?all=1 HTTP/1.1', { kind: 'unused', what: 'build cache' }],
  ['POST /images/prune?filters=%7B%22label%22%3A%7B%22chapter%3D3%22%3Atrue%7D%7D HTTP/1.1', null],
  ['POST /v1.41/containers/web/start HTTP/1.1', null],
  ['POST /v1.41/containers/web/wait HTTP/1.1', null],
  ['POST /v1.41/containers/create?name=web HTTP/1.1', null],
  ['GET /v1.41/containers/web/json HTTP/1.1', null],
  ['DELETE /v1.41/secrets/web HTTP/1.1', null],
  ['not HTTP', null],
])('%s', (line, harm) => {
  expect(harmOf(line)).toEqual(harm);
});
