import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shelfFolder, storageFolder } from '../../runner/engine/shelf/folders.ts';
import { shelfActions } from '../../runner/engine/shelf/index.ts';
import {
  type RegistrySetting,
  registryBinary,
  registryCommand,
  sweepStorage,
} from '../../runner/engine/shelf/registry.ts';
import { freePort } from '../engine/free-port.ts';

/** The two ways in which a registry serves a sandbox, as HTTP clients see them, on this machine's own 127.0.0.1. */
describe('the registry', () => {
  const started: ChildProcess[] = [];
  let cache: string;
  const files: string[] = [];
  let shelf: string;
  let through: string;

  beforeAll(async () => {
    mkdirSync(shelfFolder(), { recursive: true });
    // Beside the shelf, so that links can be made.
    cache = mkdtempSync(join(shelfFolder(), 'test-'));
    for (const action of await shelfActions(['busybox'])) await action.run(() => {});
    shelf = await serve({ storage: storageFolder(), mode: 'read' });
    through = await serve({ storage: cache, mode: { from: shelf } });
  });
  afterAll(async () => {
    await Promise.all(
      started.map((child) => {
        child.kill();
        return once(child, 'exit');
      }),
    );
    for (const path of [...files, cache]) rmSync(path, { recursive: true, force: true });
  });

  async function serve(setting: Omit<RegistrySetting, 'port'>): Promise<string> {
    const port = await freePort();
    const [file = '', ...args] = registryCommand(registryBinary() ?? '', { ...setting, port });
    files.push(args.at(-1) ?? '');
    started.push(spawn(file, args, { stdio: 'ignore' }));
    const address = `http://127.0.0.1:${port}`;
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const answer = await fetch(`${address}/v2/`).catch(() => null);
      if (answer?.ok) return address;
      await sleep(50);
    }
    throw new Error(`no answer from ${file} ${args.join(' ')}`);
  }

  const manifest = (address: string, image: string, method = 'GET') =>
    fetch(`${address}/v2/library/${image}/manifests/latest`, {
      method,
      headers: { accept: 'application/vnd.docker.distribution.manifest.v2+json' },
    });

  test('serves what is on the shelf', async () => {
    const answer = await manifest(shelf, 'busybox');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ schemaVersion: 2, layers: expect.any(Array) });
    expect((await manifest(shelf, 'nosuchimage')).status).toBe(404);
  });

  test('is not written by a sandbox', async () => {
    const upload = await fetch(`${shelf}/v2/library/busybox/blobs/uploads/`, { method: 'POST' });
    expect(upload.status).toBe(405);
    expect((await manifest(shelf, 'busybox', 'DELETE')).status).toBe(405);
  });

  test('keeps what it fetched from elsewhere', async () => {
    const answer = await manifest(through, 'busybox');
    expect(answer.headers.get('docker-content-digest')).toBe(
      (await manifest(shelf, 'busybox')).headers.get('docker-content-digest'),
    );
    const kept = join(cache, 'docker/registry/v2/repositories/library/busybox/_manifests');
    for (let attempt = 0; attempt < 60 && !existsSync(kept); attempt += 1) await sleep(50);
    expect(existsSync(kept)).toBe(true);
  });

  test('forgets what no tag names any more, and nothing else', async () => {
    const copy = join(mkdtempSync(join(cache, 'copy-')), 'registry');
    // Links: gigabytes need not be copied to be forgotten.
    execFileSync('cp', ['-al', storageFolder(), copy]);
    const tags = join(copy, 'docker/registry/v2/repositories/library');
    const blobs = () => readdirSync(join(copy, 'docker/registry/v2/blobs/sha256'), { recursive: true }).length;
    const before = blobs();
    const named = join(tags, 'busybox/_manifests/tags');
    // An image is kept under its recipe's hash besides.
    const latest = readdirSync(named).filter((name) => /^latest(?:-tutor\.|$)/.test(name));
    expect(latest).toContain('latest');
    for (const name of latest) rmSync(join(named, name), { recursive: true });
    expect(await sweepStorage(registryBinary() ?? '', copy)).toBe(true);
    expect(blobs()).toBeLessThan(before);
    const others = await serve({ storage: copy, mode: 'read' });
    expect((await manifest(others, 'busybox')).status).toBe(404);
    expect((await fetch(`${others}/v2/tutor/busybox/manifests/static`, { method: 'HEAD' })).status).toBe(200);
  });

  test('is configured where the shelf lies, in a file that YAML and JSON readers understand', () => {
    const path = files[0] ?? '';
    expect(path.startsWith(shelfFolder())).toBe(true);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      storage: { maintenance: { readonly: { enabled: true } } },
    });
  });
});
