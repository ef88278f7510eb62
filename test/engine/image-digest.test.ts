import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { EngineSpec } from '../../runner/core/engine.ts';
import { digestIn, imageDigest } from '../../runner/engine/image-digest.ts';

const sandbox: EngineSpec = { kind: 'sandbox', generation: 28 };
const digest = `sha256:${'a1'.repeat(32)}`;
const other = `sha256:${'b2'.repeat(32)}`;
let server: Server;
let address: string;
/** What the registry was asked. */
let asked: string[] = [];

/** A registry that lets in who has a token, and the service that gives them, as Docker Hub's do. */
beforeAll(async () => {
  server = createServer(({ method, url = '', headers }, response) => {
    asked.push(`${method} ${url}`);
    if (url.startsWith('/token?')) return void response.end(JSON.stringify({ token: `for ${url.slice(7)}` }));
    if (url === '/v2/open/thing/manifests/1.0')
      return void response.writeHead(200, { 'Docker-Content-Digest': digest }).end();
    if (!url.startsWith('/v2/library/thing/')) return void response.writeHead(404).end();
    const scope = 'repository:library/thing:pull';
    if (headers.authorization === `Bearer for ${new URLSearchParams({ service: 'registry', scope })}`)
      return void response.writeHead(200, { 'docker-content-digest': other }).end();
    const challenge = `Bearer realm="${address}/token",service="registry",scope="${scope}"`;
    response.writeHead(401, { 'WWW-Authenticate': challenge }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
afterEach(() => {
  asked = [];
  vi.unstubAllEnvs();
});

test.each([[''], ['http://proxy.example.invalid:1']])(
  'a registry is asked for the headers alone, also for who needs a token (proxy: %j)',
  async (proxy) => {
    // curl asks none for what is near.
    vi.stubEnv('https_proxy', proxy);
    vi.stubEnv('HTTPS_PROXY', '');
    expect(await digestIn(address, 'open/thing', '1.0')).toBe(digest);
    expect(await digestIn(address, 'library/thing', 'latest')).toBe(other);
    expect(asked.filter((line) => line.includes('/manifests/')).every((line) => line.startsWith('HEAD '))).toBe(true);
  },
);

test('who does not answer, does not have it or is not there names nothing', async () => {
  expect(await digestIn(address, 'no/thing', '1.0')).toBeNull();
  expect(await digestIn('http://127.0.0.1:9', 'open/thing', '1.0')).toBeNull();
  expect(await imageDigest('registry.example.invalid/x:1', sandbox)).toBeNull();
});

test('a name with a digest is that one, and an ID no name', async () => {
  expect(await imageDigest(`ghcr.io/some/thing@${digest}`, sandbox)).toBe(digest);
  expect(await imageDigest('5e4f3a2b1c0d', sandbox)).toBeNull();
});

test('where Docker Hub does not answer, the shelf says what a sandbox gets', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'tutor-digest-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
  vi.stubEnv('https_proxy', 'http://127.0.0.1:9');
  const shelf = join(cache, 'tutor/shelf');
  const tag = join(shelf, 'registry/docker/registry/v2/repositories/library/busybox/_manifests/tags/1.36/current');
  mkdirSync(tag, { recursive: true });
  mkdirSync(join(shelf, 'images'));
  const record = { reference: 'busybox:1.36', hash: '', bytes: 1, builtFrom: 'x', lacks: [] };
  writeFileSync(join(shelf, 'images/busybox%3A1.36.json'), JSON.stringify(record));
  writeFileSync(join(tag, 'link'), digest);
  expect(await imageDigest('docker.io/library/busybox:1.36', sandbox)).toBe(digest);
  writeFileSync(join(tag, 'link'), other);
  expect(await imageDigest('busybox:1.36', sandbox)).toBe(other);
  expect(await imageDigest('busybox:1.35', sandbox)).toBeNull();
  expect(await imageDigest('busybox:1.36', { kind: 'dind', generation: 28 })).toBeNull();
  rmSync(cache, { recursive: true });
});
