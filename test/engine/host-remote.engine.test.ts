import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine, SandboxHandle } from '../../runner/core/engine.ts';
import { connectTo } from '../../runner/engine/host/endpoint.ts';
import { takeInventory } from '../../runner/engine/host/inventory.ts';
import { readLedger } from '../../runner/engine/host/ledger.ts';
import { cleanAbandoned, startEngine } from '../../runner/engine/index.ts';
import { ledgersOf, within } from './host-state.ts';
import { smallImage } from './small-image.ts';

/** An engine that listens on TCP and lets in whoever has a certificate, as `dockerd --tlsverify` does. */
let machine: Engine;
let server: Server;
let folder: string;
let socket: string;
let host: string;
let ways: Readonly<Record<string, Readonly<Record<string, string>>>>;
const users = { ...process.env };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-remote-'));
  machine = await startEngine({ kind: 'sandbox', generation: 28 });
  socket = `/proc/${(machine.handle as SandboxHandle).pid}/root/run/docker.sock`;
  const theirs = 'docker run -d --name theirs -v theirs:/x small sleep 10000';
  expect(await machine.exec(['bash', '-ec', `${smallImage}${theirs}`], { timeoutMs: 90_000 })).toMatchObject({
    exitCode: 0,
  });
  execFileSync('bash', ['-ec', certificates], { cwd: folder, stdio: 'pipe' });
  const read = (name: string) => readFileSync(join(folder, name));
  const identity = { key: read('server-key.pem'), cert: read('server.pem'), ca: read('ca.pem') };
  server = createServer({ ...identity, requestCert: true, rejectUnauthorized: true, allowHalfOpen: true }, (client) => {
    const engine = createConnection({ path: socket, allowHalfOpen: true });
    client.on('error', () => engine.destroy());
    engine.on('error', () => client.destroy());
    client.pipe(engine).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const files = `ca=${folder}/ca.pem,cert=${folder}/cert.pem,key=${folder}/key.pem`;
  for (const name of Object.keys(process.env)) if (name.startsWith('DOCKER_')) delete process.env[name];
  execFileSync('docker', ['context', 'create', 'remote', '--docker', `host=${host},${files}`], {
    env: { ...process.env, DOCKER_CONFIG: folder },
    stdio: 'pipe',
  });
  ways = {
    'a context': { DOCKER_CONFIG: folder, DOCKER_CONTEXT: 'remote' },
    'DOCKER_HOST and certificates': { DOCKER_HOST: host, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: folder },
  };
}, 120_000);
afterAll(async () => {
  process.env = users;
  server.close();
  await machine.stop();
  rmSync(folder, { recursive: true });
});

const held = () => takeInventory(connectTo({ host: `unix://${socket}`, env: {} }));
const commands = [
  'docker run -d --name web -v data:/data -v /anonymous small sleep 1000',
  'echo typed | docker exec -i web cat',
  'docker network create ours',
  'docker run --rm small sh -c "echo once"',
  'printf "FROM small\\nRUN id > /built\\n" > Dockerfile; DOCKER_BUILDKIT=0 docker build -t built:1 .',
];

test.each(['a context', 'DOCKER_HOST and certificates'])(
  'an engine behind TLS, by %s, is left as it was',
  async (name) => {
    Object.assign(process.env, ways[name]);
    try {
      const before = await held();
      const engine = await startEngine({ kind: 'host' });
      const said: string[] = [];
      for (const command of commands) {
        const done = await engine.exec(['bash', '-c', command], { cwd: engine.workspace, timeoutMs: 60_000 });
        expect(done, command).toMatchObject({ exitCode: 0 });
        said.push(done.stdout.trim());
      }
      expect(said[1]).toBe('typed');
      expect(said[3]).toBe('once');
      const during = await held();
      expect(Object.values(during.containers).map(({ name }) => name)).toContain('web');
      expect(await engine.alive()).toBe(true);
      await engine.stop();
      expect(await held()).toEqual(before);
    } finally {
      for (const variable of Object.keys(ways[name] ?? {})) delete process.env[variable];
    }
  },
);

/** Makes something with the host engine until it is killed. */
const script = `
import { startEngine } from '${new URL('../../runner/engine/index.ts', import.meta.url).pathname}';
const engine = await startEngine({ kind: 'host' });
await engine.exec(['sh', '-c', ${JSON.stringify(commands[0])}], { cwd: engine.workspace });
process.stdout.write('made');
setInterval(() => {}, 1000);
`;

test.each(['a context', 'DOCKER_HOST and certificates'])(
  'a run by %s that was killed is cleaned up, whatever docker reaches by then',
  async (name) => {
    const before = await held();
    const args = ['--import', 'tsx/esm', '--input-type=module', '--eval', script];
    const env = { ...process.env, ...ways[name] };
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
    expect(String((await once(child.stdout, 'data'))[0])).toBe('made');
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(Object.keys((await held()).containers)).toHaveLength(2);
    expect(
      ledgersOf(host)
        .flatMap(readLedger)
        .map(({ what }) => what),
    ).toContain('mounted');
    await cleanAbandoned();
    // Any other command that was started meanwhile may be the one that cleans up.
    expect(await within(20_000, () => ledgersOf(host).length === 0)).toBe(true);
    expect(await held()).toEqual(before);
  },
);

const certificates = `
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=authority -keyout ca-key.pem -out ca.pem
make() {
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$1" -keyout "$2" -out request.pem
  openssl x509 -req -in request.pem -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days 2 -out "$3" -extfile <(echo "$4")
}
make server server-key.pem server.pem 'subjectAltName=IP:127.0.0.1'
make client key.pem cert.pem 'extendedKeyUsage=clientAuth'
`;
