import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestReader } from '../../runner/engine/host/request-reader.ts';
import { makingOf } from '../../runner/engine/host/requests.ts';

test.each([
  ['POST /v1.47/containers/create?name=web HTTP/1.1', { kind: 'container', name: 'web', volumes: [] }],
  ['POST /containers/create HTTP/1.1', { kind: 'container', name: null, volumes: [] }],
  ['POST /v1.41/networks/create HTTP/1.1', { kind: 'network' }],
  ['POST /v1.41/volumes/create HTTP/1.1', { kind: 'volume' }],
  ['POST /v1.41/images/create?fromImage=ubuntu&tag=20.04 HTTP/1.1', { kind: 'image', references: ['ubuntu:20.04'] }],
  [
    'POST /images/create?fromImage=docker.io%2Flibrary%2Fnginx&tag= HTTP/1.1',
    { kind: 'image', references: ['nginx:latest'] },
  ],
  [
    'POST /v1.41/images/web/tag?repo=a.example%3A5000%2Fweb&tag=v2 HTTP/1.1',
    { kind: 'image', references: ['a.example:5000/web:v2'] },
  ],
  ['POST /v1.41/commit?container=web&repo=saved&tag= HTTP/1.1', { kind: 'image', references: ['saved:latest'] }],
  ['POST /v1.41/build?t=app&t=app%3Av2 HTTP/1.1', { kind: 'image', references: ['app:latest', 'app:v2'] }],
  ['POST /v1.47/grpc HTTP/1.1', { kind: 'image', references: [] }],
  ['GET /v1.47/containers/json HTTP/1.1', null],
  ['POST /v1.47/containers/web/start HTTP/1.1', null],
  ['not HTTP', null],
])('%s', (line, making) => {
  expect(makingOf(line)).toEqual(making);
});

test('the volumes of a container are those that it names', () => {
  const HostConfig = {
    Binds: ['data:/data', '/home/me:/home', 'cache:/c:ro'],
    Mounts: [
      { Type: 'volume', Source: 'logs', Target: '/l' },
      { Type: 'volume', Target: '/anonymous' },
      { Type: 'bind', Source: '/etc', Target: '/e' },
    ],
  };
  const making = makingOf('POST /v1.47/containers/create HTTP/1.1', JSON.stringify({ Image: 'x', HostConfig }));
  expect(making).toEqual({ kind: 'container', name: null, volumes: ['data', 'cache', 'logs'] });
  expect(makingOf('POST /containers/create HTTP/1.1', 'no JSON')).toMatchObject({ volumes: [] });
});

const body = fc.string({ maxLength: 300 });
const request = fc.record({
  body,
  form: fc.constantFrom('length', 'chunked'),
  name: fc.stringMatching(/^[a-z]{1,9}$/),
});

/** A request as a client sends it; chunks of up to 50 bytes. */
function written({
  body: text,
  form,
  name,
}: {
  readonly body: string;
  readonly form: string;
  readonly name: string;
}): Buffer {
  const bytes = Buffer.from(text);
  const head = `POST /${name} HTTP/1.1\r\nHost: docker\r\n`;
  if (form === 'length') return Buffer.concat([Buffer.from(`${head}Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
  const chunks: Buffer[] = [Buffer.from(`${head}Transfer-Encoding: chunked\r\n\r\n`)];
  for (let at = 0; at < bytes.length; at += 50) {
    const chunk = bytes.subarray(at, at + 50);
    chunks.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'));
  }
  return Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')]);
}

test('every request is seen once, however its bytes are cut, whatever its body says', () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 6 }), fc.array(fc.nat(200), { minLength: 1 }), (requests, cuts) => {
      const bytes = Buffer.concat(requests.map(written));
      const wanted = (line: string) => line.length % 2 === 0;
      const read = requestReader(wanted);
      const seen: string[] = [];
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const length = 1 + (cuts[turn % cuts.length] ?? 0);
        seen.push(...read(bytes.subarray(at, at + length)).map((one) => `${one.line} ${one.body}`));
        at += length;
      }
      const given = requests.map(({ name, body: text, form }) => {
        const line = `POST /${name} HTTP/1.1`;
        return `${line} ${wanted(line) && form === 'length' ? Buffer.from(text).toString('utf8') : ''}`;
      });
      expect(seen).toEqual(given);
    }),
  );
});

test('after an upgrade nothing is a request any more', () => {
  const read = requestReader();
  read(Buffer.from('POST /containers/x/attach HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n'));
  expect(read(Buffer.from('POST /containers/create HTTP/1.1\r\n\r\n'))).toEqual([]);
});
