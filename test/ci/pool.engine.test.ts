import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine, SandboxHandle } from '../../runner/core/engine.ts';
import { connectTo } from '../../runner/engine/host/endpoint.ts';
import { takeInventory } from '../../runner/engine/host/inventory.ts';
import { startEngine } from '../../runner/engine/index.ts';
import { fetchTool, findTool, librariesOf, systemPath } from '../../runner/engine/sandbox/tools.ts';
import { parseReport } from '../../runner/reporter/schema.ts';
import { freePort } from '../engine/free-port.ts';
import { built } from './built.ts';

const server = { program: 'sshd', package: 'openssh-server' };
let folder: string;
let program: string;
/** Two engines of this machine, each behind a server of its own for ssh, as on two others. */
let engines: { readonly engine: Engine; readonly port: number; readonly end: () => void }[] = [];
let env: Record<string, string>;

const socketOf = ({ handle }: Engine) => `/proc/${(handle as SandboxHandle).pid}/root/run/docker.sock`;
const tutor = (...args: readonly string[]) =>
  execa(process.execPath, [program, 'test', '--yes', ...args], { cwd: join(folder, 'book'), env, reject: false });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-pool-'));
  for (const name of ['bin', 'book', 'docker']) mkdirSync(join(folder, name));
  program = await built();
  if (findTool(server) === null) await fetchTool(server);
  for (const name of ['host', 'me'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
  writeFileSync(
    join(folder, 'client'),
    `IdentityFile ${folder}/me\nIdentitiesOnly yes\nStrictHostKeyChecking no\nUserKnownHostsFile /dev/null\nLogLevel ERROR\n`,
  );
  writeFileSync(join(folder, 'bin/ssh'), `#!/bin/sh\nexec /usr/bin/ssh -F ${folder}/client "$@"\n`);
  chmodSync(join(folder, 'bin/ssh'), 0o755);
  engines = await Promise.all(
    [28, 28].map(async () => behindSsh(await startEngine({ kind: 'sandbox', generation: 28 }))),
  );
  env = {
    PATH: `${folder}/bin${delimiter}${process.env.PATH}`,
    DOCKER_CONFIG: join(folder, 'docker'),
    TUTOR_STATE: join(folder, 'state'),
  };
  writeFileSync(join(folder, 'book/tutor.yml'), 'chapters: ["*.md"]\n');
  // All take the same name, and hold it for a while: on one engine at a time they would be in each other's way.
  for (const number of [1, 2, 3])
    writeFileSync(
      join(folder, `book/ch${number}.md`),
      `# Box ${number}\n\n\`\`\`console\n$ docker network create box\n$ sleep 2\n$ docker network ls --filter name=box --format '{{.Name}}'\nbox\n\`\`\`\n`,
    );
}, 120_000);

afterAll(async () => {
  for (const { engine, end } of engines) {
    end();
    await engine.stop();
  }
  rmSync(folder, { recursive: true });
});

async function behindSsh(engine: Engine) {
  const tool = findTool(server);
  const port = await freePort();
  const settings = join(folder, `server-${port}`);
  mkdirSync('/run/sshd', { recursive: true });
  writeFileSync(
    settings,
    `Port ${port}\nListenAddress 127.0.0.1\nHostKey ${folder}/host\nAuthorizedKeysFile ${folder}/me.pub\nStrictModes no\nUsePAM no\nPermitRootLogin yes\nPidFile none\nLogLevel QUIET\nSetEnv DOCKER_HOST=unix://${socketOf(engine)}\n`,
  );
  // It wants a user of its own, whom only its package makes.
  const users = join(folder, 'passwd');
  writeFileSync(users, `${readFileSync('/etc/passwd', 'utf8')}sshd:x:65533:65534::/run/sshd:/usr/sbin/nologin\n`);
  const script = 'mount --bind "$USERS" /etc/passwd && exec "$SSHD" -D -e -f "$SETTINGS"';
  const child = spawn('unshare', ['-m', 'sh', '-c', script], {
    env: {
      PATH: systemPath,
      USERS: users,
      SSHD: tool?.path ?? '',
      SETTINGS: settings,
      LD_LIBRARY_PATH: tool === null ? '' : librariesOf(tool),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const answers = () =>
    new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1')
        .once('connect', () => resolve(true))
        .once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  for (let tries = 0; !(await answers()) && tries < 100; tries += 1) await sleep(50);
  return { engine, port, end: () => void child.kill() };
}

const held = () =>
  Promise.all(engines.map(({ engine }) => takeInventory(connectTo({ host: `unix://${socketOf(engine)}`, env: {} }))));

test('chapters are spread over two machines reached by ssh, by address and by context, one at a time on each, and nothing is left on them', async () => {
  const before = await held();
  const [one = '', other] = engines.map(({ port }) => `ssh://root@127.0.0.1:${port}`);
  execFileSync('docker', ['context', 'create', 'second', '--docker', `host=${other}`], {
    env: { ...process.env, ...env },
    stdio: 'pipe',
  });
  const places = [one, 'context:second'];
  const seen = new Set<number>();
  const reports = 'default,json=run.json,junit=run.xml,markdown=run.txt,html=run.html';
  const run = tutor('--engine', places.join(','), '--pool', '--parallel', '3', '--reporter', reports);
  let running = true;
  void run.finally(() => {
    running = false;
  });
  while (running && seen.size < 2) {
    await sleep(200);
    for (const [index, { networks }] of (await held()).entries())
      if (Object.values(networks).some(({ name }) => name === 'box')) seen.add(index);
  }
  const { exitCode, all, stdout, stderr } = await run;
  expect(exitCode, all ?? stdout + stderr).toBe(0);
  expect([...seen].sort()).toEqual([0, 1]);
  const report = parseReport(readFileSync(join(folder, 'book/run.json'), 'utf8'));
  expect(report?.chapters.map(({ path, engine, verdict }) => [path, engine, verdict])).toEqual(
    [1, 2, 3].map((number) => [`ch${number}.md`, places.join('+'), 'passed']),
  );
  // Which of the two it was is told by every report.
  const machines = report?.chapters.map(({ machine }) => machine ?? '') ?? [];
  expect([...new Set(machines)].sort()).toEqual([...places].sort());
  const read = (name: string) => readFileSync(join(folder, 'book', name), 'utf8');
  const xml = read('run.xml');
  const summary = read('run.txt');
  const page = read('run.html');
  for (const [index, machine] of machines.entries()) {
    const path = `ch${index + 1}.md`;
    expect(stdout).toContain(`✓ ${path}  ${machine}  `);
    expect(xml).toMatch(
      new RegExp(
        `classname="${path}"[^>]*><properties><property name="engine"[^>]*/>\n<property name="machine" value="${machine}"`,
      ),
    );
    expect(summary).toContain(`| ${path} | ✓ passed · ${machine} |`);
    expect(page).toContain(`${path}</a></td><td>${machine}</td>`);
  }
  expect(await held()).toEqual(before);
});

test('a machine that does not answer is told by its place', async () => {
  const gone = await tutor('ch1', '--engine', 'context:nowhere');
  expect(gone.exitCode).toBe(2);
  expect(gone.stderr).toBe('No Docker Engine answers at context:nowhere.');
  const pool = await tutor('ch1', '--engine', 'sandbox:28', '--pool');
  expect(pool).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('sandbox:28 is none.') });
});
