import { spawn } from 'node:child_process';
import type { ExecResult } from '../../core/engine.ts';
import { message, UserError } from '../../core/message.ts';
import { run } from '../exec.ts';
import type { Invocation } from './enter.ts';

/**
 * Copies a folder's content into a sandbox as a stream: writing through /proc/PID/root would follow the sandbox's
 * symbolic links on this machine.
 *
 * @param unpack reads the archive from its standard input
 */
export async function copyFolder(from: string, unpack: Invocation, prepare: () => Promise<ExecResult>): Promise<void> {
  const made = await prepare();
  const why = made.exitCode === 0 ? await stream(from, unpack) : made.stderr.trim();
  if (why !== null) throw new UserError(message('copy-failed', { from, why }));
}

async function stream(from: string, unpack: Invocation): Promise<string | null> {
  const pack = spawn('tar', ['-C', from, '-c', '--owner=0', '--group=0', '--numeric-owner', '.'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const packed = new Promise<string | null>((resolve) => {
    let complaint = '';
    pack.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    pack.on('error', (error) => resolve(error.message));
    pack.on('close', (code) => resolve(code === 0 ? null : complaint.trim()));
  });
  const unpacked = run({ ...unpack, input: pack.stdout });
  const [problem, { exitCode, stderr }] = await Promise.all([packed, unpacked]);
  return problem ?? (exitCode === 0 ? null : stderr.trim());
}
