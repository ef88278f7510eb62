import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Engine, generations } from '../../runner/core/engine.ts';
import { attachEngine, startEngine } from '../../runner/engine/index.ts';
import { rootFolder } from '../../runner/engine/sandbox/roots.ts';
import { startSandbox } from '../../runner/engine/sandbox/start.ts';
import { findTool, librariesOf, slirp } from '../../runner/engine/sandbox/tools.ts';
import { mirrorFor, shelfActions } from '../../runner/engine/shelf/index.ts';
import { freePort } from './free-port.ts';
import { hostState, tracesOf, within } from './host-state.ts';
import { smallImage } from './small-image.ts';

describe.each(generations)('a sandbox of Docker %i', (generation) => {
  const before = hostState();
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine({ kind: 'sandbox', generation });
  });
  afterAll(() => engine.stop());

  test('runs the engine that it is named after', async () => {
    expect(engine.dockerVersion.split('.')[0]).toBe(String(generation));
    const client = await engine.exec(['docker', 'version', '--format', '{{.Client.Version}} {{.Server.Version}}']);
    expect(
      client.stdout
        .trim()
        .split(' ')
        .map((version) => version.split('.')[0]),
    ).toEqual([`${generation}`, `${generation}`]);
    expect(await engine.alive()).toBe(true);
  });

  test('has the compose of its generation', async () => {
    const asked = await engine.exec(
      generation === 20 ? ['docker-compose', 'version'] : ['docker', 'compose', 'version'],
    );
    expect(asked).toMatchObject({ exitCode: 0 });
  });

  test('has the tools that a reader has', async () => {
    const tools =
      'sudo curl wget vim nano less git tree unzip python3 jq ping nc ps ip ss host lsof file zip ssh make'.split(' ');
    const missing: string[] = [];
    for (const tool of tools) {
      if ((await engine.exec(['sh', '-c', `command -v ${tool}`])).exitCode !== 0) missing.push(tool);
    }
    expect(missing).toEqual(['make']);
  });

  test('builds, runs and publishes a container, and its port is nobody else’s', async () => {
    const made = await engine.exec(['sh', '-euc', smallImage], { timeoutMs: 120_000 });
    expect(made).toMatchObject({ exitCode: 0 });
    const ran = await engine.exec(['docker', 'run', '--rm', 'small', 'sh', '-c', 'echo from inside; exit 3']);
    expect(ran).toMatchObject({ exitCode: 3, stdout: 'from inside\n' });
    const all = await engine.exec(['docker', 'run', '--rm', '--privileged', 'small', 'id', '-u']);
    expect(all).toMatchObject({ exitCode: 0, stdout: '0\n' });
    const port = await freePort();
    const web = ['docker', 'run', '-d', '-p', `${port}:80`, 'small', 'python3', '-m', 'http.server', '80'];
    expect(await engine.exec(web)).toMatchObject({ exitCode: 0 });
    const page = await engine.exec([
      'curl',
      '-s',
      '--retry',
      '10',
      '--retry-connrefused',
      '--retry-all-errors',
      `localhost:${port}`,
    ]);
    expect(page.stdout).toContain('Directory listing');
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
  });

  test('containers forward packets, as on any machine with Docker, unless they are asked not to', async () => {
    const read = async (...options: string[]) =>
      (await engine.exec(['docker', 'run', '--rm', ...options, 'small', 'cat', '/proc/sys/net/ipv4/ip_forward']))
        .stdout;
    expect(await read()).toBe('1\n');
    expect(await read('--network', 'none')).toBe('1\n');
    expect(await read('--network', 'host')).toBe('1\n');
    expect(await read('--sysctl', 'net.ipv4.ip_forward=0')).toBe('0\n');
  });

  test('reaches the outside, also from a container', async () => {
    const source = await engine.exec([
      'sh',
      '-c',
      "sed -n 's/^deb \\(http[^ ]*\\).*/\\1/p' /etc/apt/sources.list | head -n 1",
    ]);
    const url = `${source.stdout.trim()}/dists/stable/Release`;
    const inside = await engine.exec(['curl', '-sfo', '/dev/null', url], { timeoutMs: 30_000 });
    expect(inside).toMatchObject({ exitCode: 0 });
    const code = `import urllib.request; print(urllib.request.urlopen("${url}").status)`;
    const contained = await engine.exec(['docker', 'run', '--rm', 'small', 'python3', '-c', code], {
      timeoutMs: 30_000,
    });
    expect(contained.stdout).toBe('200\n');
  });

  test('gives its shell a terminal that has a name, follows the window and starts where it is told', async () => {
    const typed = await typeInto(engine, ['tty', 'pwd', 'stty size', 'yes | head -n 1', 'echo $HOME $LANG']);
    expect(typed).toMatch(/\/dev\/pts\/\d/);
    expect(typed).toMatch(/^\/root\/work\r$/m);
    expect(typed).toMatch(/^30 100\r$/m);
    expect(typed).not.toContain('Broken pipe');
    expect(typed).toContain('/root C.UTF-8');
  });

  test('is used by another process through its handle, which cannot end it', async () => {
    const other = await attachEngine(JSON.parse(JSON.stringify(engine.handle)));
    expect((await other.exec(['hostname'])).stdout).toBe('docker\n');
    await other.stop();
    expect(await engine.alive()).toBe(true);
  });

  test('restarts its engine as a service, which then builds and runs as before', async () => {
    const restarted = await engine.exec(['service', 'docker', 'restart'], { timeoutMs: 60_000 });
    expect(restarted).toMatchObject({ exitCode: 0, stderr: '' });
    const answers =
      'until docker version >/dev/null 2>&1; do sleep 0.1; done; docker run --rm small sh -c "echo again"';
    expect((await engine.exec(['sh', '-c', answers], { timeoutMs: 60_000 })).stdout).toBe('again\n');
    expect(await engine.alive()).toBe(true);
  });

  test('takes a folder of this machine', async () => {
    await engine.copyIn(import.meta.dirname, `${engine.workspace}/tests`);
    const copied = await engine.exec(['ls', '-l', `${engine.workspace}/tests`]);
    expect(copied.stdout).toContain('sandbox.engine.test.ts');
    await expect(engine.copyIn('/no/such/folder', '/root/x')).rejects.toThrow('/no/such/folder');
  });

  test('a program that does not end is ended, one that leaves another behind is not waited for', async () => {
    expect((await engine.exec(['sleep', '60'], { timeoutMs: 200 })).exitCode).toBe(124);
    expect((await engine.exec(['pgrep', '--runstates', 'RSD', '-x', 'sleep'])).exitCode).toBe(1);
    expect(await engine.exec(['sh', '-c', 'sleep 60 & echo started'])).toMatchObject({
      exitCode: 0,
      stdout: 'started\n',
    });
  });

  test('is gone without a trace when it is stopped, and can be stopped again', async () => {
    const handle = engine.handle;
    if (handle.kind !== 'sandbox') throw new Error('no sandbox');
    expect(tracesOf(handle).length).toBeGreaterThan(10);
    await engine.stop();
    expect(await engine.alive()).toBe(false);
    // Its disk is given back meanwhile.
    await within(20_000, () => tracesOf(handle).length === 0 && isDeepStrictEqual(hostState(), before));
    expect(tracesOf(handle)).toEqual([]);
    expect(hostState()).toEqual(before);
    // Its number may belong to anybody by now: here to this very process.
    const renumbered = await attachEngine({ ...handle, pid: process.pid });
    expect(await renumbered.exec(['hostname'])).toMatchObject({ exitCode: 125, stdout: '' });
    expect(await renumbered.alive()).toBe(false);
    await engine.stop();
  });
});

async function typeInto(engine: Engine, lines: readonly string[]): Promise<string> {
  const { file, args, env, cwd } = await engine.shell({ rc: "PS1='$ '\n", cwd: engine.workspace });
  const terminal = spawn(file, [...args], { env: { ...env }, cwd, cols: 80, rows: 24 });
  let seen = '';
  terminal.onData((text) => {
    seen += text;
  });
  terminal.resize(100, 30);
  const ended = new Promise<void>((resolve) => terminal.onExit(() => resolve()));
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const line of [...lines, 'exit']) terminal.write(`${line}\r`);
  await ended;
  return seen;
}

test('its registry is waited for, however late it comes: the first pull is served', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-slow-'));
  const engine = await (async () => {
    for (const action of await shelfActions(['hello-world'])) await action.run(() => {});
    const served = await mirrorFor(['hello-world']);
    const tool = findTool(slirp);
    if (served === null || tool === null) throw new Error('not prepared');
    const slow = join(folder, 'slow-registry');
    writeFileSync(slow, `#!/bin/sh\nsleep 4\nexec ${served.argv.join(' ')}\n`, { mode: 0o755 });
    const parts = { generation: 28, rootfs: rootFolder(28), slirp: tool.path, libraries: librariesOf(tool) } as const;
    return startSandbox({ ...parts, mirror: { ...served, argv: [slow] } });
  })();
  try {
    expect(await engine.exec(['docker', 'pull', '-q', 'hello-world'])).toMatchObject({ exitCode: 0, stderr: '' });
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true });
  }
});
