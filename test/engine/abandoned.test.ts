import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRunning, ownerLine } from '../../runner/engine/sandbox/abandoned.ts';

describe.runIf(process.platform === 'linux')('the owner of a run', () => {
  test('is known by number and start', () => {
    expect(isRunning(ownerLine(process.pid))).toBe(true);
    expect(isRunning(`${process.pid} 1`)).toBe(false);
  });

  test('runs no more once it has ended, although its parent takes no notice', async () => {
    // The shell becomes a program that never asks after the child which it started.
    const script = 'sleep 0.3 & echo $!; exec sleep 30';
    const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    const pid = Number(String((await once(parent.stdout, 'data'))[0]));
    const owner = ownerLine(pid);
    expect(isRunning(owner)).toBe(true);
    const state = () => /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    while (state() !== 'Z') await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isRunning(owner)).toBe(false);
    parent.kill();
  });
});
