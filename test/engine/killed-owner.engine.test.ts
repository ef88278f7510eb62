import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import type { SandboxHandle } from '../../runner/core/engine.ts';
import { cleanAbandoned } from '../../runner/engine/index.ts';
import { hostState, read, tracesOf, within } from './host-state.ts';

/** A program that starts a sandbox, says so and waits: what tutor is in the middle of a chapter. */
const owner = `
import { startEngine } from '${new URL('../../runner/engine/index.ts', import.meta.url).pathname}';
const engine = await startEngine({ kind: 'sandbox', generation: 28 });
engine.exec(['sleep', '600']);
process.stdout.write(JSON.stringify(engine.handle) + '\\n');
setInterval(() => {}, 1000);
`;

async function startOwner(): Promise<{ readonly child: ChildProcess; readonly handle: SandboxHandle }> {
  const args = ['--import', 'tsx/esm', '--input-type=module', '--eval', owner];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, handle: JSON.parse(line.toString()) as SandboxHandle };
}

function isChildOf(pid: string, parent: ChildProcess): boolean {
  return read(`/proc/${pid}/status`).includes(`\nPPid:\t${parent.pid}\n`);
}

test('a sandbox ends with its killed owner, without anybody’s help', async () => {
  const before = hostState();
  const { child, handle } = await startOwner();
  expect(tracesOf(handle).length).toBeGreaterThan(10);
  child.kill('SIGKILL');
  expect(await within(30_000, () => tracesOf(handle).length === 0), tracesOf(handle).join('\n')).toBe(true);
  expect(hostState()).toEqual(before);
});

test('when its supervisor is killed too, no process stays, and the next command removes the rest', async () => {
  const before = hostState();
  const { child, handle } = await startOwner();
  const supervisor = tracesOf(handle).filter((trace) => /^\d+$/.test(trace) && isChildOf(trace, child));
  expect(supervisor).toHaveLength(2);
  // In one go: what ends with the first is gone before a busy machine comes to the next.
  spawnSync('kill', ['-KILL', ...supervisor, String(child.pid)]);
  const processes = () => tracesOf(handle).filter((trace) => /^\d+$/.test(trace));
  expect(await within(30_000, () => processes().length === 0), processes().join('\n')).toBe(true);
  expect(tracesOf(handle)).not.toEqual([]);
  await cleanAbandoned();
  expect(tracesOf(handle)).toEqual([]);
  expect(hostState()).toEqual(before);
});
