import { request } from 'node:http';
import { hostname, tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { isOwnHost, Tries } from '../../runner/page/entrance.ts';
import { type PageServer, servePage } from '../../runner/page/server.ts';
import { firstOf } from './wire.ts';

let server: PageServer;
let port: number;
let secret: string;
beforeEach(async () => {
  server = await servePage({
    files: tmpdir(),
    root: tmpdir(),
    mermaid: async () => null,
    host: '0.0.0.0',
    port: 0,
    password: 'green tea 녹차',
    words: { hello: '안녕' },
    onOpen: () => [{ type: 'resumable', count: 7 }],
    onMessage: () => {},
  });
  const address = new URL(server.address);
  port = Number(address.port);
  secret = address.hash.slice(1);
});
afterEach(() => server.close());

/** Asks as a page of this server does, at another address of this machine than the page's own. */
function enter(password: string, given: { readonly host?: string; readonly origin?: string } = {}) {
  const host = given.host ?? `127.0.0.2:${port}`;
  const headers = { host, origin: given.origin ?? `http://${host}` };
  return new Promise<readonly [number | undefined, string]>((resolve, reject) => {
    request({ host: '127.0.0.2', port, path: '/enter', method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk)).on('end', () => resolve([response.statusCode, text]));
    })
      .on('error', reject)
      .end(password);
  });
}

function wire(given: string, host = `127.0.0.2:${port}`): Promise<string | number> {
  const socket = new WebSocket(`ws://127.0.0.2:${port}/`, ['tutor', given], {
    headers: { host, origin: `http://${host}` },
  });
  return firstOf(socket);
}

test('whoever gives the password is let in from elsewhere', async () => {
  expect(await enter('green tea 녹차')).toEqual([200, secret]);
  expect(await wire(secret)).toBe('{"type":"resumable","count":7}');
});

test.each(['', 'green tea', 'green tea 녹차 ', 'x'.repeat(2000)])('nobody is let in with “%s”', async (guess) => {
  expect(await enter(guess)).toEqual([403, '']);
  expect(await wire('guess')).toBe(403);
});

test('nobody is listened to without an end', async () => {
  const host = `127.0.0.2:${port}`;
  const status = await new Promise((resolve, reject) => {
    const headers = { host, origin: `http://${host}`, 'transfer-encoding': 'chunked' };
    const asking = request({ host: '127.0.0.2', port, path: '/enter', method: 'POST', headers }, (response) => {
      resolve(response.statusCode);
      asking.destroy();
    });
    asking.on('error', reject).write('x'.repeat(2000));
  });
  expect(status).toBe(403);
});

test('who guesses gets no further, also not with the right one', async () => {
  for (let guess = 0; guess < 5; guess += 1) expect((await enter(`guess ${guess}`))[0]).toBe(403);
  expect(await enter('green tea 녹차')).toEqual([429, '']);
});

test('a name that leads here by DNS, and a page of another origin, get nothing for the password', async () => {
  expect((await enter('green tea 녹차', { host: `rebound.example:${port}` }))[0]).toBe(421);
  expect((await enter('green tea 녹차', { origin: 'http://rebound.example' }))[0]).toBe(403);
  expect(await wire(secret, `rebound.example:${port}`)).toBe(403);
});

test('a few tries for each address, and a few for all of them, in each minute', () => {
  const tries = new Tries();
  const one = (by: string, at: number) => tries.take(by, at);
  expect([1, 2, 3, 4, 5, 6].map((at) => one('a', at))).toEqual([true, true, true, true, true, false]);
  expect(one('b', 7)).toBe(true);
  expect(one('a', 60_000)).toBe(false);
  expect(one('a', 60_002)).toBe(true);
  for (let by = 0; by < 40; by += 1) one(`many ${by}`, 200_000);
  expect(one('another', 200_001)).toBe(false);
});

test.each([
  ['127.0.0.1', '127.0.0.1:80', true],
  ['127.0.0.1', '127.0.0.1', true],
  ['127.0.0.1', 'localhost:80', false],
  ['127.0.0.1', '192.168.0.7:80', false],
  ['0.0.0.0', '192.168.0.7:80', true],
  ['0.0.0.0', '[fe80::1]:80', true],
  ['0.0.0.0', `${hostname()}:80`, true],
  ['0.0.0.0', 'rebound.example:80', false],
  ['0.0.0.0', '192.168.0.7:81', false],
  ['0.0.0.0', '192.168.0.7.rebound.example:80', false],
  ['box.lan', 'box.lan:80', true],
  ['box.lan', 'other.lan:80', false],
  ['0.0.0.0', undefined, false],
])('on %s, %s is a name of the server: %s', (host, given, isOwn) => {
  expect(isOwnHost(given, host, 80)).toBe(isOwn);
});
