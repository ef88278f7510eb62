import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { FromPage } from '../../runner/page/model.ts';
import { type PageServer, servePage } from '../../runner/page/server.ts';
import { firstOf } from './wire.ts';

let top: string;
let server: PageServer;
let host: string;
let secret: string;
const heard: FromPage[] = [];

beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), 'tutor-page-'));
  for (const folder of ['page', 'book/ch1', 'book/images', 'outside'])
    mkdirSync(join(top, folder), { recursive: true });
  writeFileSync(join(top, 'page/index.html'), '<!doctype html>');
  writeFileSync(join(top, 'page/page.js'), '1');
  writeFileSync(join(top, 'book/images/그림.png'), 'png');
  writeFileSync(join(top, 'book/ch1/note.md'), 'secret');
  writeFileSync(join(top, 'outside/x.png'), 'png');
  symlinkSync(join(top, 'outside/x.png'), join(top, 'book/images/link.png'));
  server = await servePage({
    files: join(top, 'page'),
    root: join(top, 'book'),
    mermaid: async () => null,
    host: '127.0.0.1',
    port: 0,
    password: null,
    words: {},
    onOpen: () => [{ type: 'resumable', count: 7 }],
    onMessage: (message) => heard.push(message),
  });
  const address = new URL(server.address);
  host = address.host;
  secret = address.hash.slice(1);
});
beforeEach(() => heard.splice(0));
afterAll(async () => {
  await server.close();
  rmSync(top, { recursive: true });
});

/** Status, headers and text of an answer. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const [name = '', port = ''] = host.split(':');
  return new Promise<{ status: number | undefined; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      request({ host: name, port, path, method, headers: { host, ...headers } }, (response) => {
        let text = '';
        response
          .on('data', (chunk) => (text += chunk))
          .on('end', () => {
            resolve({ status: response.statusCode, headers: response.headers, text });
          });
      })
        .on('error', reject)
        .end();
    },
  );
}

/** Opens the wire; resolves to the first message, or to the status of the refusal. */
function open(given: { secret?: string; origin?: string; host?: string } = {}): Promise<string | number> {
  const socket = new WebSocket(`ws://${host}/`, ['tutor', given.secret ?? secret], {
    headers: { origin: given.origin ?? `http://${host}`, host: given.host ?? host },
  });
  return firstOf(socket);
}

test('the page is served, with a policy under which only its own files run', async () => {
  const { status, headers, text } = await get('/');
  expect([status, text]).toEqual([200, '<!doctype html>']);
  expect(String(headers['content-security-policy']).split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers['set-cookie']).toBeUndefined();
});

test('of the scripts in the page only the one that was built into it is allowed', async () => {
  writeFileSync(join(top, 'page/own.html'), '<script type="module">1 + 1</script>');
  const { headers } = await get('/own.html');
  const digest = createHash('sha256').update('1 + 1').digest('base64');
  expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${digest}';`);
});

test('who waits for a visitor learns of one that comes, and waits for nobody else', async () => {
  await expect(server.visited(1)).resolves.toBeUndefined();
  let isTold = false;
  const visited = server.visited(60_000).then(() => {
    isTold = true;
  });
  expect(await open({ secret: 'x' })).toBe(403);
  expect(isTold).toBe(false);
  await open();
  await visited;
});

test('whoever has the secret is told everything', async () => {
  expect(await open()).toBe('{"type":"resumable","count":7}');
});

test.each([
  ['without the secret', { secret: 'x' }],
  ['with a wrong secret of the same length', { secret: 'A'.repeat(32) }],
  ['from a page of another origin', { origin: 'http://example.org' }],
  ['from a page that was opened by another name of this machine', { origin: 'http://localhost:1' }],
  ['by a name that leads here', { host: 'rebound.example.org' }],
])('nobody is let in %s', async (_, given) => {
  expect(await open(given)).toBe(403);
});

test('a name that leads here by DNS is answered nothing', async () => {
  expect((await get('/', { host: 'rebound.example.org' })).status).toBe(421);
  expect((await get('/', { host: 'localhost' })).status).toBe(421);
});

test('nothing but the page is served, and nothing is changed by a request', async () => {
  expect((await get('/../outside/x.png')).status).toBe(404);
  expect((await get('/..%2foutside%2fx.png')).status).toBe(404);
  expect((await get('/', {}, 'POST')).status).toBe(405);
});

test('pictures of the repository are found by whoever was told where', async () => {
  const { status, headers } = await get(server.pictureAddress(join(top, 'book/ch1'), '../images/그림.png'));
  expect([status, headers['content-type']]).toEqual([200, 'image/png']);
  expect(headers['content-security-policy']).toContain('sandbox');
  expect((await get(server.pictureAddress(join(top, 'book/ch1'), '/images/그림.png'))).status).toBe(200);
  expect((await get(server.pictureAddress(join(top, 'book/ch1'), encodeURI('../images/그림.png')))).status).toBe(200);
  const [, , secret, name] = server.pictureAddress(join(top, 'book'), '/images/그림.png').split('/');
  expect((await get(`/pictures/${secret}/${name}`)).status).toBe(200);
  expect((await get(`/pictures/guess/${name}`)).status).toBe(404);
});

test.each(['note.md', '../../outside/x.png', '../images/link.png', '../images', '/../outside/x.png', '%', '\0.png'])(
  'of the repository only pictures are served, and nothing outside of it: %s',
  async (path) => {
    expect((await get(server.pictureAddress(join(top, 'book/ch1'), path))).status).toBe(404);
  },
);

test('what a page asks for is checked before anybody hears it', async () => {
  const socket = new WebSocket(`ws://${host}/`, ['tutor', secret], { headers: { origin: `http://${host}` } });
  await new Promise((opened) => socket.on('message', opened));
  const good: FromPage[] = [
    { type: 'run', upTo: 3 },
    { type: 'press', terminal: 1, keys: 'ls' },
    { type: 'resize', columns: 80, rows: 24 },
    { type: 'reset' },
  ];
  const bad = [
    'no json',
    'null',
    '[]',
    '{"type":"attempt","text":"rm -rf /"}',
    '{"type":"run","upTo":-1}',
    '{"type":"run","upTo":"3"}',
    '{"type":"press","terminal":1,"keys":{}}',
    '{"type":"resize","columns":0,"rows":24}',
    '{"type":"toString"}',
  ];
  for (const text of bad) socket.send(text);
  for (const message of good) socket.send(JSON.stringify(message));
  await expect.poll(() => heard).toEqual(good);
  socket.close();
});

test('a script that is kept packed is the same script for whoever cannot unpack it', async () => {
  writeFileSync(join(top, 'page/large.js.gz'), gzipSync('large()'));
  const plain = await get('/large.js');
  expect([plain.status, plain.text, plain.headers['content-encoding']]).toEqual([200, 'large()', undefined]);
  const packed = await get('/large.js', { 'accept-encoding': 'br, gzip' });
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'text/javascript; charset=utf-8',
  });
  expect((await get('/large.css')).status).toBe(404);
});

test('a message longer than any that a page sends ends its wire', async () => {
  const socket = new WebSocket(`ws://${host}/`, ['tutor', secret], { headers: { origin: `http://${host}` } });
  await new Promise((opened) => socket.on('message', opened));
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.send(JSON.stringify({ type: 'press', terminal: 1, keys: 'x'.repeat(70_000) }));
  expect(await closed).toBe(1009);
  expect(heard).toEqual([]);
});
